import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoPart } from '../../../../model/crypto-use.ts';
import type { Service, TerminalLine } from '../../../../model/device-facts.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope, wholeNumber } from '../scope.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
interface Target {
  readonly service: Open<Service>;
  readonly line: Open<TerminalLine>;
  readonly to: Scope;
}

/** Blocks through which people log in: `management ssh`, `management telnet`, `management console`. */
export function addManagement(book: RuleBook<Scope>): void {
  book
    .add('management ssh', (line) => readBlock(line, 'ssh'))
    .add('management telnet', (line) => readBlock(line, 'telnet'))
    .add('management console', (line) => readBlock(line, 'console'))
    .aside('session setting', 'terminal');
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

function readBlock({ statement, to }: Line, name: 'ssh' | 'telnet' | 'console'): void {
  const place = atBlock(statement, to.tree);
  const service: Open<Service> = { ...place, name, enabled: null, port: null, acl: null, detail: null };
  const kind = name === 'console' ? 'console' : 'vty';
  const line: Open<TerminalLine> = { ...place, ...UNSET, kind, first: 0, last: 0 };
  statement.read();
  for (const child of to.tree.block(statement)) readSetting(child, { service, line, to });
  to.tree.setAside(statement, 'management setting');
  // The block is that of one protocol, on unless a line of it shuts it; telnet must be opened.
  if (kind === 'vty')
    line.transportInput = service.enabled === false ? ['none'] : opened(name, service.enabled);
  if (name !== 'console') to.draft.services.push(service);
  to.draft.lines.push(line);
}

function opened(name: string, enabled: boolean | null): readonly string[] | null {
  return name === 'ssh' || enabled === true ? [name] : null;
}

const CIPHERS: ReadonlyMap<string, CryptoPart> = new Map([
  ['cipher', 'cipher'],
  ['key-exchange', 'key-exchange'],
  ['mac', 'mac'],
]);

function readSetting(child: Statement, target: Target): void {
  const no = child.words[0] === 'no';
  const words = no ? child.words.slice(1) : child.words;
  const { service, line, to } = target;
  const part = CIPHERS.get(words[0] ?? '');
  if (part && !no) addCrypto(to, child, { area: 'ssh', subject: '', part, values: words.slice(1) });
  else if (words[0] === 'shutdown') service.enabled = no || (service.enabled === true && inVrf(child));
  else if (words[0] === 'server-port') service.port = wholeNumber(words[1]);
  else if (words[0] === 'idle-timeout') line.execTimeout = no ? 0 : (wholeNumber(words[1]) ?? 0) * 60;
  else if (words[1] === 'access-group' && words[2]) readAccess(child, words, target);
  else if (words[0] === 'hostkey' && words[1] === 'server')
    addCrypto(to, child, { area: 'ssh', subject: '', part: 'signature', values: words.slice(2) });
  else if (words[0] === 'authentication' && words[1] === 'mode') service.detail = words.slice(2).join(' ');
  else return;
  child.read();
}

/** `shutdown` below `vrf X` shuts that VRF only. */
const inVrf = (child: Statement): boolean => child.parent?.words[0] === 'vrf';

function readAccess(child: Statement, words: readonly string[], { service, line, to }: Target): void {
  const acl = words[2] as string;
  if (words[0] === 'ipv6') line.accessIn6 ??= acl;
  else {
    line.accessIn ??= acl;
    service.acl ??= acl;
  }
  to.draft.aclBindings.push({ ...at(child), acl, where: service.name, direction: 'in' });
}
