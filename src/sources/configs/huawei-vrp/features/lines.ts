import type { Statement } from '../../../../base/statement-tree.ts';
import type { TerminalLine } from '../../../../model/device-facts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, bind, type Line, type Scope, secretAt, wholeNumber } from '../scope.ts';

type Open = { -readonly [K in keyof TerminalLine]: TerminalLine[K] };

const KINDS: ReadonlyMap<string, TerminalLine['kind']> = new Map([
  ['vty', 'vty'],
  ['con', 'console'],
  ['console', 'console'],
  ['aux', 'aux'],
  ['tty', 'tty'],
]);
const SETTINGS = new Set(
  'history-command screen-length shell databits flow-control parity speed stopbits terminal auto-execute redirect modem escape-key lock-key mmi-mode user-block screen-width hot-key'.split(
    ' ',
  ),
);

/** Console and virtual terminals. */
export function addLines(book: RuleBook<Scope>): void {
  book
    .add('user-interface', readLine)
    .aside(
      'terminal setting',
      'user-interface maximum-vty, user-interface current, user-interface idle-timeout, terminal',
    );
}

function readLine({ statement, args, to }: Line): void {
  const kind = KINDS.get(args[0] ?? '');
  const first = wholeNumber(args[1]);
  if (!kind || first === null) return;
  const line: Open = {
    ...atBlock(statement, to.tree),
    kind,
    first,
    last: wholeNumber(args[2]) ?? first,
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
  };
  const where = args.slice(0, 3).join(' ');
  statement.read();
  for (const child of statement.children) if (readSetting(child, { line, to, where })) child.read();
  to.draft.lines.push(line);
}

interface Target {
  readonly line: Open;
  readonly to: Scope;
  readonly where: string;
}

/** True for a setting that is known. */
function readSetting(child: Statement, target: Target): boolean {
  const { line, to, where } = target;
  const no = child.words[0] === 'undo';
  const words = no ? child.words.slice(1) : child.words;
  const [first = '', second = ''] = words;
  if (first === 'acl') return readAcl(child, no ? [] : words.slice(1), target);
  if (first === 'authentication-mode') line.login = no ? null : second;
  else if (first === 'idle-timeout')
    line.execTimeout = no ? null : (wholeNumber(second) ?? 0) * 60 + (wholeNumber(words[2]) ?? 0);
  else if (first === 'protocol' && second === 'inbound') line.transportInput = no ? null : words.slice(2);
  else if (first === 'user' && second === 'privilege') line.privilege = no ? null : wholeNumber(words[3]);
  else if (first === 'set' && second === 'authentication' && !no)
    return secretAt(to, child, { words, from: 3, use: `line ${where}`, purpose: 'password' }) !== null;
  else if (first === 'auto-execute' && !no) {
    const service = {
      name: 'autocommand',
      enabled: true,
      port: null,
      acl: null,
      detail: `${where}: ${words.slice(2).join(' ')}`,
    };
    to.draft.services.push({ ...at(child), ...service });
  } else return SETTINGS.has(first);
  return true;
}

/** `acl 2000 inbound`, `acl ipv6 2001 inbound`, `acl name MGMT inbound`. */
function readAcl(child: Statement, words: readonly string[], { line, to, where }: Target): boolean {
  if (words.length === 0) return true;
  const six = words.includes('ipv6');
  const acl = words.filter((word) => !/^(?:ipv6|ipv4|name|inbound|outbound)$/.test(word))[0];
  if (acl === undefined) return false;
  const out = words.includes('outbound');
  if (out) line.accessOut = acl;
  else if (six) line.accessIn6 = acl;
  else {
    line.accessIn = acl;
    // The list holds for whatever VPN instance a session comes from.
    line.accessInVrfAlso = true;
  }
  bind(to, child, { acl, where, direction: out ? 'out' : 'in' });
  return true;
}
