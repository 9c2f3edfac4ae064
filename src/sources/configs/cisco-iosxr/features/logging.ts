import { canonicalIp } from '../../../../base/ip.ts';
import { logLevel, readLogSource } from '../../kit/cisco-logging.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** Where and what the device logs. */
export function addLogging(book: RuleBook<Scope>): void {
  book
    .add('logging', readHost)
    .add('logging trap', readTrap)
    .add('logging source-interface', readLogSource)
    .add('logging tls-server', readTls)
    .add('logging disable', ({ statement, no, to }) => {
      to.draft.logging.enabled = no;
      statement.read();
    })
    .add('logging buffered', (line) => readLimit(line, 'logging-buffer'))
    .add('logging console', (line) => readLimit(line, 'logging-console'))
    .add('logging suppress', (line) => readLimit(line, 'logging-filter'))
    .add('service timestamps', ({ statement, no, args, to }) => {
      if (args[0] === 'log') to.draft.logging.timestamps = no ? null : args.slice(1).join(' ') || 'uptime';
      statement.read();
    })
    .aside(
      'logging setting',
      'logging archive, logging monitor, logging hostnameprefix, logging events, logging correlator, logging facility, ' +
        'logging format, logging history, logging localfilesize, logging ipv4, logging ipv6, logging file, logging yang, ' +
        'logging on, logging container, logging alarm, logging message, logging count, logging sequence-numbers',
    );
}

/** Words that IOS XR shortens. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['info', 'informational'],
  ['warning', 'warnings'],
  ['error', 'errors'],
  ['notice', 'notifications'],
]);

const levelOf = (word: string | null | undefined): number | null =>
  logLevel(SHORT.get(word ?? '') ?? word ?? undefined);

/** `logging A [vrf V] [severity S] [port P] [operator …]`. */
function readHost({ statement, no, args, to }: Line): void {
  const address = canonicalIp(args[0] ?? '') ?? hostName(args);
  if (address === null || no) return;
  const host = { address, transport: wordAfter(args, 'transport'), vrf: wordAfter(args, 'vrf') };
  to.draft.logging.hosts.push({ ...at(statement), ...host });
  takeLevel({ to, statement }, wordAfter(args, 'severity'));
  statement.read();
}

function hostName(args: readonly string[]): string | null {
  const said = args[1] === 'vrf' || args[1] === 'severity' || args[1] === 'port';
  return said ? (args[0] ?? null) : null;
}

/** Each host may have a level of its own; the least of them tells what surely goes to a host. */
function takeLevel({ to, statement }: Pick<Line, 'to' | 'statement'>, word: string | null): void {
  const level = levelOf(word);
  const { trap } = to.draft.logging;
  if (level !== null && (trap === null || level < trap.level))
    to.draft.logging.trap = { ...at(statement), level };
}

function readTrap({ statement, no, args, to }: Line): void {
  if (no || args[0] === 'disable') to.draft.logging.enabled = false;
  else {
    const level = levelOf(args[0]);
    if (level === null) return;
    to.draft.logging.trap = { ...at(statement), level };
  }
  statement.read();
}

/** A server that takes logs over TLS, with its address below it. */
function readTls({ statement, no, args, to }: Line): void {
  if (no) return;
  let address = args[0] ?? '';
  let vrf: string | null = null;
  for (const child of statement.read().children) {
    const { words } = child.read();
    if (words[0] === 'address' || words[0] === 'tls-hostname')
      address = canonicalIp(words.at(-1) ?? '') ?? words.at(-1) ?? '';
    else if (words[0] === 'vrf') vrf = words[1] ?? null;
    else if (words[0] === 'severity') takeLevel({ to, statement: child }, words[1] ?? null);
  }
  to.draft.logging.hosts.push({ ...at(statement), address, transport: 'tls', vrf });
  addCrypto(to, statement, { area: 'syslog', subject: address, part: 'transport', values: ['tls'] });
}

function readLimit(line: Line, name: string): void {
  const { statement, no, args, to } = line;
  to.draft.services.push({
    ...at(statement),
    name,
    enabled: !no && args[0] !== 'disable',
    port: null,
    acl: null,
    detail: args.join(' ') || null,
  });
  to.tree.setAside(statement, 'logging setting');
  statement.read();
}
