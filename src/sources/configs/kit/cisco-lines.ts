import type { Statement } from '../../../base/statement-tree.ts';
import type { TerminalLine } from '../../../model/device-facts.ts';
import { scrub } from '../../kit/scrub.ts';
import { atBlock, type CiscoLine, type CiscoScope, keepSecret, wholeNumber } from './cisco-scope.ts';
import { readWritten } from './cisco-secrets.ts';
import type { RuleBook } from './rules.ts';

type Open = { -readonly [K in keyof TerminalLine]: TerminalLine[K] };
type Target = { readonly line: Open; readonly scope: CiscoScope; readonly where: string };

const KINDS: ReadonlyMap<string, TerminalLine['kind']> = new Map([
  ['vty', 'vty'],
  ['con', 'console'],
  ['console', 'console'],
  ['aux', 'aux'],
  ['tty', 'tty'],
]);
/** NX-OS writes `line vty` for all of them at once; it has no more than 64. */
const ALL: ReadonlyMap<TerminalLine['kind'], number> = new Map([['vty', 63]]);
const SETTINGS = new Set(
  (
    'logging stopbits length width history session-timeout session-limit speed databits parity ' +
    'flowcontrol location escape-character modem authorization exec-character-bits ' +
    'terminal-type international notify exec-banner motd-banner lockable ipv6-address refuse-message timeout ' +
    'special-character-bits monitor editing exec-prompt session-disconnect-warning vacant-message activation-character ' +
    'disconnect-character hold-character stop-character start-character txspeed rxspeed autobaud media-type usb-inactivity-timeout ' +
    'full-help padding telnet callback autohangup insecure data-character-bits dispatch-character default-value ' +
    'prompt script ip ppp logout-warning'
  ).split(' '),
);

/** Console, auxiliary and virtual terminal lines; `bare` when the platform names all lines of a kind at once. */
export function addLines<S extends CiscoScope>(
  book: RuleBook<S>,
  { bare = false }: { readonly bare?: boolean } = {},
): void {
  book.add('line', (line) => readLine(line, bare));
}

function readLine({ statement, args, to }: CiscoLine, mayBeBare: boolean): void {
  const named = KINDS.get(args[0] ?? '');
  const numbers = named ? args.slice(1) : args;
  const bare = mayBeBare && named !== undefined && numbers.length === 0;
  const first = bare ? 0 : lineNumber(numbers[0]);
  if (first === null) return;
  const last = bare ? (ALL.get(named) ?? first) : (lineNumber(numbers[1]) ?? first);
  const line: Open = { ...atBlock(statement, to.tree), ...UNSET, kind: named ?? 'tty', first, last };
  const where = `${args[0]} ${numbers.slice(named ? 0 : 1).join(' ')}`.trim();
  statement.read();
  for (const child of statement.children) readSetting(child, { line, scope: to, where });
  to.draft.lines.push(line);
}

const UNSET = {
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

/** Lines of modules are written slot/port; the last part tells them apart well enough. */
function lineNumber(text: string | undefined): number | null {
  return wholeNumber(text?.slice(text.lastIndexOf('/') + 1));
}

function readSetting(child: Statement, target: Target): void {
  const no = child.words[0] === 'no';
  const words = no ? child.words.slice(1) : child.words;
  const read = READERS.get(words[0] ?? '');
  const known = read ? read(words, { ...target, child, no }) : SETTINGS.has(words[0] ?? '');
  if (known) child.read();
}

type Setting = Target & { readonly child: Statement; readonly no: boolean };

type Read = (words: readonly string[], to: Setting) => boolean;

/** A map and no object: words of the evidence such as `__proto__` must not find what objects inherit. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>(
  Object.entries({
    'access-class': readAccess,
    ipv6: readAccess,
    transport: readTransport,
    login: (words, { line, no }) => {
      const listed = words[1] === 'authentication';
      // `no login authentication` falls back to the default list; only `no login` asks for nothing.
      if (no) line.login = listed ? null : 'none';
      else line.login = listed ? (words[2] ?? 'default') : (words[1] ?? 'line');
      return true;
    },
    'exec-timeout': (words, { line, no }) => {
      line.execTimeout = no ? 0 : (wholeNumber(words[1]) ?? 0) * 60 + (wholeNumber(words[2]) ?? 0);
      return true;
    },
    'absolute-timeout': (words, { line, no }) => {
      const minutes = no ? 0 : wholeNumber(words[1]);
      if (minutes !== null) line.absoluteTimeout = minutes * 60;
      return minutes !== null;
    },
    rotary: (words, { line, no }) => {
      line.rotary = no ? null : wholeNumber(words[1]);
      return true;
    },
    privilege: (words, { line, no }) => {
      if (words[1] !== 'level') return false;
      line.privilege = no ? null : wholeNumber(words[2]);
      return no || line.privilege !== null;
    },
    password: (words, { scope, child, where, no }) => {
      const written = no ? null : readWritten(words, 1, true);
      if (written) keepSecret(scope, child, { ...written, use: `line ${where}`, purpose: 'password' });
      return true;
    },
    autocommand: (words, { scope, child, where }) => {
      const detail = `${where}: ${scrub(words.slice(1).join(' '))}`;
      const at = { line: child.line, lineEnd: child.lineEnd };
      scope.draft.services.push({ ...at, name: 'autocommand', enabled: true, port: null, acl: null, detail });
      return true;
    },
    exec: () => true,
    accounting: (words, { line, no }) => {
      const [service, ...rest] = words.slice(1);
      const list = rest.pop() ?? 'default';
      const applied = [service, ...rest, list].join(' ');
      if (service !== undefined && !no && !line.accounting?.includes(applied))
        line.accounting = [...(line.accounting ?? []), applied];
      return true;
    },
  } satisfies Record<string, Read>),
);

function readAccess(words: readonly string[], { line, scope, child, where, no }: Setting): boolean {
  const six = words[0] === 'ipv6';
  const acl = words[six ? 2 : 1];
  const direction = words[six ? 3 : 2];
  if (six && words[1] !== 'access-class') return false;
  if (acl === undefined || (direction !== 'in' && direction !== 'out')) return no;
  if (no) return true;
  if (six && direction === 'in') line.accessIn6 = acl;
  else if (!six && direction === 'in') {
    line.accessIn = acl;
    line.accessInVrfAlso = words.includes('vrf-also');
  } else if (!six) line.accessOut = acl;
  const at = { line: child.line, lineEnd: child.lineEnd };
  scope.draft.aclBindings.push({ ...at, acl, where, direction });
  return true;
}

function readTransport(words: readonly string[], { line, no }: Setting): boolean {
  const list = no ? ['none'] : words.slice(2);
  if (words[1] === 'input') line.transportInput = list;
  else if (words[1] === 'output') line.transportOutput = list;
  else return words[1] === 'preferred';
  return true;
}
