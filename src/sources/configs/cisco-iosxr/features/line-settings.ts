import type { Statement } from '../../../../base/statement-tree.ts';
import { at, keepSecret, type Scope, type Template, wholeNumber } from '../scope.ts';
import { readXr } from '../secrets.ts';

/** A template that says nothing yet. */
export const UNSET = {
  accessIn: null,
  accessInVrfAlso: false,
  accessOut: null,
  accessIn6: null,
  transportInput: null,
  transportOutput: null,
  login: null,
  execTimeout: null,
  rotary: null,
  privilege: null,
} as const;

type Setting = {
  readonly line: Template;
  readonly to: Scope;
  readonly child: Statement;
  readonly no: boolean;
  readonly name: string;
};
type Read = (words: readonly string[], setting: Setting) => boolean;

const ASIDE = new Set(
  (
    'session-timeout session-limit absolute-timeout timestamp width length pager timeout telnet escape-character ' +
    'disconnect-character cli authorization users parity stopbits databits speed flow flowcontrol exec-banner'
  ).split(' '),
);

/** A map and no object: words of the evidence such as `__proto__` must not find what objects inherit. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['access-class', readAccess],
  ['transport', readTransport],
  [
    'exec-timeout',
    (words, { line, no }) => {
      line.execTimeout = no ? 0 : (wholeNumber(words[1]) ?? 0) * 60 + (wholeNumber(words[2]) ?? 0);
      return true;
    },
  ],
  [
    'login',
    (words, { line }) => {
      if (words[1] !== 'authentication') return false;
      line.login = words[2] ?? 'default';
      return true;
    },
  ],
  ['password', keepLine],
  ['secret', keepLine],
  [
    'accounting',
    (words, { line }) => {
      if (!words[1]) return false;
      line.accounting = [...(line.accounting ?? []), `${words[1]} ${words[2] ?? 'default'}`];
      return true;
    },
  ],
]);

/** Reads one statement of a line; false when it is not known. */
export function readLineSetting(child: Statement, where: Pick<Setting, 'line' | 'to' | 'name'>): boolean {
  const no = child.words[0] === 'no';
  const words = no ? child.words.slice(1) : child.words;
  const read = READERS.get(words[0] ?? '');
  if (read) return read(words, { ...where, child, no });
  if (!ASIDE.has(words[0] ?? '')) return false;
  where.to.tree.setAside(child, 'terminal setting');
  return true;
}

const FAMILIES = new Set(['ipv4', 'ipv6']);

/** `access-class ingress NAME` and, in older releases, `access-class NAME ingress`. */
function readAccess(all: readonly string[], { line, to, child, name }: Setting): boolean {
  const six = all.includes('ipv6');
  const words = all.slice(1).filter((word) => !FAMILIES.has(word));
  const egress = words.includes('egress') || words.includes('out');
  const acl = words.find((word) => !['ingress', 'egress', 'in', 'out'].includes(word));
  if (acl === undefined) return false;
  if (egress) line.accessOut = acl;
  else if (six) line.accessIn6 = acl;
  else line.accessIn = acl;
  const where = name === 'console' ? 'console' : `vty ${name}`;
  to.draft.aclBindings.push({ ...at(child), acl, where, direction: egress ? 'out' : 'in' });
  return true;
}

function readTransport(words: readonly string[], { line, no }: Setting): boolean {
  const list = no ? ['none'] : words.slice(2);
  if (words[1] === 'input') line.transportInput = list;
  else if (words[1] === 'output') line.transportOutput = list;
  else return words[1] === 'preferred';
  return true;
}

function keepLine(words: readonly string[], { to, child, name }: Setting): boolean {
  const written = readXr(words, 1);
  if (!written) return false;
  keepSecret(to, child, { ...written, use: `line ${name}`, purpose: 'password' });
  return true;
}
