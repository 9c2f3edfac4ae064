import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { type CryptoPlace, addCrypto as note } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Line, Scope } from '../scope.ts';

const REASON = 'IKE and IPsec proposals';

/** Proposals of IKE and IPsec, and trustpoints: which algorithms, groups and keys they choose. */
export function addProposals(book: RuleBook<Scope>): void {
  book
    .add('crypto isakmp policy', (line) => readProposal(line, 'isakmp policy', 'ikev1'))
    .add('crypto ikev2 proposal', (line) => readProposal(line, 'ikev2 proposal', 'ikev2'))
    .add('crypto ikev2 policy', REASON)
    .add('crypto ipsec transform-set', readTransform)
    .add('crypto ipsec profile', (line) => readPfs(line, 'ipsec profile'))
    .add('crypto pki trustpoint', readTrustpoint)
    .add('crypto ca trustpoint', readTrustpoint);
}

const PARTS: ReadonlyMap<string, CryptoPart> = new Map([
  ['encr', 'cipher'],
  ['encryption', 'cipher'],
  ['hash', 'mac'],
  ['integrity', 'mac'],
  ['prf', 'prf'],
  ['group', 'group'],
  ['authentication', 'authentication'],
]);

function readProposal({ statement, no, args, to }: Line, kind: string, version: string): void {
  if (!no) {
    const subject = `${kind} ${args[0] ?? ''}`.trim();
    note(to, statement.read(), { area: 'ike', subject, part: 'version', values: [version] });
    for (const child of statement.children) {
      const part = PARTS.get(child.words[0] ?? '');
      if (part) note(to, child.read(), { area: 'ike', subject, part, values: valuesOf(part, child.words) });
    }
  }
  to.tree.setAside(statement, REASON);
}

/** `encr aes 256` is one value; `encryption aes-cbc-256 aes-cbc-128` are two, and so are two groups. */
function valuesOf(part: CryptoPart, words: readonly string[]): readonly string[] {
  const values = words.slice(1);
  if (part === 'group') return values.map((value) => `group${value}`);
  return /^\d+$/.test(values[1] ?? '') ? [values.join(' ')] : values;
}

/** `crypto ipsec transform-set NAME esp-aes 256 esp-sha256-hmac`. */
function readTransform({ statement, no, args, to }: Line): void {
  const subject = `transform-set ${args[0] ?? ''}`.trim();
  const values: string[] = [];
  for (const word of args.slice(1)) {
    if (/^\d+$/.test(word) && values.length > 0) values.push(`${values.pop()} ${word}`);
    else values.push(word);
  }
  if (!no)
    for (const value of values) {
      const part = value.endsWith('-hmac') ? 'mac' : 'cipher';
      if (value !== 'comp-lzs') note(to, statement.read(), { area: 'ipsec', subject, part, values: [value] });
    }
  to.tree.setAside(statement, REASON);
}

function readPfs({ statement, no, args, to }: Line, kind: string): void {
  if (!no) for (const child of statement.children) notePfs(to, child, `${kind} ${args[0] ?? ''}`.trim());
  to.tree.setAside(statement, REASON);
}

/** `set pfs group14` of a profile or a crypto map; true when the statement is one. */
export function notePfs(to: Scope, child: Statement, subject: string): boolean {
  const [first, second, value] = child.words;
  if (first !== 'set' || second !== 'pfs') return false;
  // Without a group IOS takes the first one.
  note(to, child.read(), { area: 'ipsec', subject, part: 'group', values: [value ?? 'group1'] });
  return true;
}

/** How a trustpoint gets its certificate, and the length of its key. */
function readTrustpoint({ statement, no, args, to }: Line): void {
  const place = { area: 'pki', subject: args[0] ?? '' } as const;
  for (const child of no ? [] : statement.children) {
    const [first, second] = child.words;
    const said = (part: CryptoPlace['part'], value: string): void =>
      note(to, child.read(), { ...place, part, values: [value] });
    // The address of an authority is no choice of cryptography: its protocol is.
    if (first === 'enrollment' && second) said('enrollment', methodOf(child.words));
    else if (first === 'rsakeypair' && child.words[2]) said('key-length', child.words[2]);
    else if (first === 'hash' && second) said('signature', second);
  }
  to.tree.setAside(statement, 'certificates and key pairs');
}

function methodOf(words: readonly string[]): string {
  if (words[1] === 'url') return `url ${(words[2] ?? '').split(':')[0]}`;
  return words[1] ?? '';
}
