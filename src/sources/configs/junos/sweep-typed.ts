import { pathWords } from '../kit/path-words.ts';
import { type Scope, secretIn } from './scope.ts';
import { isTyped } from './secret-forms.ts';

/** Words that tell what a secret is for, the most telling first. */
const USES: readonly (readonly [RegExp, string])[] = [
  [/^root-authentication$/, 'user root'],
  [/^tacplus/, 'tacacs'],
  [/^radius/, 'radius'],
  [/^(?:bgp|ospf3?|isis|ldp|rip|rsvp|vrrp|macsec|ntp|snmp)$/, ''],
  [/^(?:ike|ipsec|ipsec-vpn)$/, 'ike'],
  [/^archive-sites$/, 'archive'],
  [/^(?:ppp-options|pppoe-options|pap|chap)$/, 'ppp'],
];

/** Keeps the secrets of statements that were set aside or not read, as far as their prefix (`$9$`) gives them away. */
export function sweepTyped(to: Scope): void {
  const { tree } = to;
  for (const index of tree.notRead()) {
    if (!tree.text(index).includes('$')) continue;
    const statement = tree.at(index);
    const word = pathWords(statement.text).find(isTyped);
    if (word === undefined || to.secrets.holds(statement.line)) continue;
    secretIn({ statement, to }, word, { use: useOf(pathOf(statement)), purpose: 'key' });
  }
}

type Node = Scope['tree'] extends { at(index: number): infer S } ? S : never;
const NEAREST = 12;

function pathOf(statement: Node): string[] {
  const words: string[] = [];
  let at: Node | null = statement;
  for (let i = 0; at !== null && i < NEAREST; i += 1) {
    words.push(...at.words.slice(0, 12));
    at = at.parent;
  }
  return words;
}

function useOf(words: readonly string[]): string {
  const user = words.indexOf('user');
  if (user >= 0 && words.includes('login')) return `user ${words[user + 1] ?? ''}`;
  for (const [pattern, use] of USES) {
    const found = words.find((word) => pattern.test(word));
    if (found) return use === '' ? found : use;
  }
  return 'other';
}
