import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

const LEVELS: ReadonlyMap<string, number> = new Map(
  ['emergenc', 'alert', 'critical', 'error', 'warning', 'notification', 'informational', 'debugging'].map(
    (word, level) => [word, level],
  ),
);

/** Hosts that the information centre tells of what happens, and from what level on. */
export function addLogging(book: RuleBook<Scope>): void {
  book
    .add('info-center loghost', readHost)
    .add('info-center loghost source', readSource)
    .add('info-center loghost source-ip', readSource)
    .aside('logging setting', 'info-center loghost source-port, info-center loghost level')
    .add('info-center source', readLevel)
    .add('info-center timestamp log', ({ statement, args, to }) => {
      to.draft.logging.timestamps = args.join(' ') || null;
      statement.read();
    })
    .add('info-center filter-id', readFilter)
    .aside(
      'logging setting',
      'info-center channel, info-center logbuffer, info-center trapbuffer, info-center console, info-center monitor, info-center timestamp, info-center logfile, info-center max-logfile-number, ' +
        'info-center syslog, info-center statistic-suppress, info-center rate-limit, info-center snmp, info-center local, info-center save, info-center security, info-center synchronous, info-center configuration-change, info-center ssl-policy, info-center loghost-source, info-center diag, info-center collect, info-center suppress, info-center debugging, logfile, terminal logging',
    );
}

function levelOf(word: string | null): number {
  for (const [name, level] of LEVELS) if (word?.startsWith(name)) return level;
  return -1;
}

/** `loghost A channel 2 facility local7 transport tcp ssl-policy P vpn-instance M level informational`. */
function readHost({ statement, no, args, to }: Line): void {
  const text = args[0] === 'ipv6' || args[0] === 'domain' ? args[1] : args[0];
  if (no || !text) return;
  const secure = args.includes('ssl-policy');
  const transport = secure ? 'tls' : wordAfter(args, 'transport');
  const address = canonicalIp(text) ?? (args[0] === 'domain' ? text : null);
  if (address === null) return;
  to.draft.logging.hosts.push({
    ...at(statement.read()),
    address,
    transport,
    vrf: wordAfter(args, 'vpn-instance'),
  });
  if (secure)
    to.draft.crypto.push({
      ...at(statement),
      area: 'syslog',
      subject: address,
      part: 'transport',
      value: 'tls',
    });
  tellLevel(to, statement, levelOf(wordAfter(args, 'level')));
}

function tellLevel(to: Scope, statement: Line['statement'], level: number): void {
  const { logging } = to.draft;
  if (level >= 0 && (logging.trap === null || level > logging.trap.level))
    logging.trap = { ...at(statement), level };
}

function readSource({ statement, no, args, to }: Line): void {
  const face = args.join('');
  if (face !== '' && !no) {
    to.draft.logging.sourceInterface ??= face;
    to.draft.sourceInterfaces.logging ??= face;
  }
  statement.read();
}

/** `source default channel 2 log level informational`; channel 2 is that of hosts. */
function readLevel({ statement, no, args, to }: Line): void {
  const channel = wordAfter(args, 'channel');
  const log = args.indexOf('log');
  if (!no && log > 0 && (channel === '2' || channel === 'loghost')) {
    const rest = args.slice(log);
    if (rest.includes('off')) {
      const service = {
        name: 'logging-filter',
        enabled: true,
        port: null,
        acl: null,
        detail: args.join(' '),
      };
      to.draft.services.push({ ...at(statement), ...service });
    } else if (args[0] === 'default') tellLevel(to, statement, levelOf(wordAfter(rest, 'level')));
  }
  statement.read();
}

function readFilter({ statement, no, args, to }: Line): void {
  const service = {
    name: 'logging-filter',
    enabled: !no,
    port: null,
    acl: null,
    detail: args.join(' ') || null,
  };
  to.draft.services.push({ ...at(statement.read()), ...service });
}
