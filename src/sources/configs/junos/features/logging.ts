import { canonicalIp } from '../../../../base/ip.ts';
import type { Logging } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';
import { readSites } from './archive.ts';
import { cryptoUse } from './crypto-use.ts';
import { service } from './service.ts';

interface Host extends Open<Logging['hosts'][number]> {
  any: { readonly line: number; readonly lineEnd: number; readonly level: number } | null;
}

const HOSTS = new Store(() => new Map<string, Host>());
const LEVELS = 'emergency alert critical error warning notice info any'.split(' ');

/** Where and what the device logs, and where it keeps its configurations. */
export function addLogging(book: PathBook<Scope>): void {
  book
    .add('system syslog host *', (line) => readHost(line, line.names[0] as string))
    .add('system syslog file *', (line) => readLocal(line, `file ${line.names[0]}`))
    .add('system syslog user *', (line) => readLocal(line, `user ${line.names[0]}`))
    .add('system syslog console', (line) => readLocal(line, 'console'))
    .add('system syslog time-format', ({ args, statement, to }) => {
      to.draft.logging.timestamps = args.join(' ') || 'default';
      statement.read();
    })
    .add('system syslog source-address', (line) => readSource(line, line.args[0]))
    .add('security log stream *', readStream)
    .add('security log source-address', (line) => readSource(line, line.args[0]))
    .add('system archival configuration', readSites)
    .aside(
      'logging setting',
      'system syslog archive, system syslog log-rotate-frequency, system syslog server, system syslog allow-duplicates, ' +
        'system syslog routing-instance, system tracing, security log, system syslog structured-data',
    );
}

function hostOf(line: Path, name: string): Host {
  const all = HOSTS.in(line.to);
  let host = all.get(name);
  if (!host) {
    host = {
      ...at(line.statement),
      address: canonicalIp(name) ?? name,
      transport: null,
      vrf: null,
      any: null,
    };
    all.set(name, host);
  }
  grow(host, line);
  return host;
}

const HOST_SETTINGS =
  /^(?:port|facility-override|log-prefix|match|match-strings|allow-duplicates|structured-data|explicit-priority|exclude-hostname|tlsdetails|archive|no-world-readable|world-readable)$/;

function readHost(line: Path, name: string): void {
  const { args, statement, to } = line;
  const host = hostOf(line, name);
  const [what, value] = args;
  const level = LEVELS.indexOf(value ?? '');
  if (what === 'transport') {
    host.transport = value ?? null;
    cryptoUse(line, { area: 'syslog', subject: host.address, part: 'transport' }, [value]);
  } else if (what === 'routing-instance') host.vrf = value ?? null;
  else if (what === 'source-address') readSource(line, value);
  else if (value === 'none') statement.read();
  else if (level >= 0) {
    takeFacility(line, what as string, level);
    if (what === 'any' || host.any === null) host.any = { ...at(statement), level };
  } else if (what !== undefined && !HOST_SETTINGS.test(what)) return;
  to.draft.logging.enabled ??= null;
  statement.read();
}

/** Commands are logged as `interactive-commands` at `info`, changes as `change-log`. */
function takeFacility({ to }: Path, facility: string, level: number): void {
  const commands = facility === 'interactive-commands' || facility === 'change-log' || facility === 'any';
  if (commands && level >= LEVELS.indexOf('info')) to.draft.logging.commandLogging = true;
}

function readLocal(line: Path, where: string): void {
  const [facility, value] = line.args;
  const level = LEVELS.indexOf(value ?? '');
  if (level >= 0) {
    if (where.startsWith('file ')) takeFacility(line, facility as string, level);
    service(line, 'logging-local', { detail: `${where} ${facility} ${value}`, own: where });
    return;
  }
  if (facility === undefined || value === 'none' || HOST_SETTINGS.test(facility))
    line.statement.aside('logging setting');
}

function readSource(line: Path, address: string | undefined): void {
  if (!address) return;
  line.to.draft.logging.sourceInterface ??= address;
  line.to.draft.sourceInterfaces.logging ??= address;
  line.statement.read();
}

/** Firewalls send the log of traffic by streams: `stream S host 192.0.2.1 port 514`, `transport protocol tls`. */
function readStream(line: Path): void {
  const { args, names, statement } = line;
  const name = `stream ${names[0]}`;
  if (args[0] === 'host' && args[1]) {
    const host = hostOf(line, name);
    if (args[1] !== 'port' && args[1] !== 'routing-instance') host.address = canonicalIp(args[1]) ?? args[1];
    if (args[1] === 'ipaddr' && args[2]) host.address = canonicalIp(args[2]) ?? args[2];
    if (args[1] === 'routing-instance') host.vrf = args[2] ?? null;
  } else if (args[0] === 'transport' && args[1] === 'protocol') {
    hostOf(line, name).transport = args[2] ?? null;
    cryptoUse(line, { area: 'syslog', subject: name, part: 'transport' }, [args[2]]);
  } else {
    statement.aside('logging setting');
    return;
  }
  statement.read();
}

/** The level sent to hosts is the deepest that any of them gets. */
export function settleLogging(to: Scope): void {
  const hosts = [...HOSTS.in(to).values()];
  to.draft.logging.hosts = hosts.map(({ any: _any, ...host }) => host);
  for (const { any } of hosts) {
    const { trap } = to.draft.logging;
    if (any && (trap === null || any.level > trap.level)) to.draft.logging.trap = { ...any };
  }
}
