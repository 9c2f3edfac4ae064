import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf, onState } from '../leaf.ts';
import { at, type Line, type OpenLog, type OpenSyslog, removed, type Scope, vrfOf } from '../scope.ts';

const LEVELS = 'emergency alert critical error warning notice info debug'.split(' ');
const ROOTS = ['log', 'router * log'];

/** Which events are logged, and the hosts that hear of them. */
export function addLogging(book: PathBook<Scope>): void {
  for (const root of ROOTS) {
    const own = root === 'log' ? 0 : 1;
    addSyslog(book, `${root} syslog *`, own);
    addLog(book, `${root} log-id *`, own);
    book.aside(
      'logging setting',
      [
        'file-id',
        'file',
        'filter',
        'app-route-notifications',
        'throttle-rate',
        'services-all-events',
        'route-preference',
        'event-damping',
        'log-events',
        'accounting-policy',
        'encryption-key',
        'event-control',
        'netconf-stream',
        'snmp-trap-group',
        'route-recovery-wait',
      ]
        .map((word) => `${root} ${word}`)
        .join(', '),
    );
  }
  on(book, 'log event-control', readControl);
}

function addSyslog(book: PathBook<Scope>, base: string, own: number): void {
  const host = (line: Line): OpenSyslog =>
    line.to.syslogs.open(
      line.path.slice(0, line.path.indexOf('syslog') + 2).join(' '),
      line.statement.read(),
      (place) => ({
        ...place,
        address: null,
        tls: false,
        level: null,
        vrf: own === 1 ? vrfOf(line.names[0]) : null,
      }),
    );
  on(book, base, (line) => void (line.args.length === 0 && host(line)));
  onLeaf(book, `${base} address`, (line, value) => {
    host(line).address = canonicalIp(value) ?? value;
  });
  onLeaf(book, `${base} level, ${base} severity`, (line, value) => {
    const level = LEVELS.indexOf(value);
    if (level >= 0) host(line).level = level;
  });
  onLeaf(book, `${base} tls-client-profile`, (line) => {
    host(line).tls = !removed(line);
  });
  book.aside(
    'logging setting',
    ['description', 'facility', 'log-prefix', 'port', 'hostname', 'timestamp-format']
      .map((word) => `${base} ${word}`)
      .join(', '),
  );
}

function addLog(book: PathBook<Scope>, base: string, own: number): void {
  const log = (line: Line): OpenLog =>
    line.to.logs.open(line.names.slice(0, own + 1).join(' '), line.statement.read(), (place) => ({
      ...place,
      sources: [],
      destination: null,
      shutdown: false,
    }));
  on(book, base, (line) => void (line.args.length === 0 && log(line)));
  on(book, `${base} from`, (line) => void log(line).sources.push(...line.args));
  for (const stream of 'main security change debug-trace li'.split(' '))
    onLeaf(book, `${base} source ${stream}`, (line, value) => {
      if (value === 'true') log(line).sources.push(stream);
    });
  on(book, `${base} to, ${base} destination`, (line) => {
    log(line).destination = line.args.slice(0, 2).join(' ');
  });
  onState(book, base, (line, enabled) => {
    log(line).shutdown = !enabled;
  });
  book.aside(
    'logging setting',
    ['description', 'filter', 'time-format', 'python-policy', 'netconf-stream', 'name']
      .map((word) => `${base} ${word}`)
      .join(', '),
  );
}

/** Events that were muted: `event-control "user" 2011 suppress`. */
function readControl({ statement, args, to }: Line): void {
  const muted = args.includes('suppress') || (args.includes('generate') && args.at(-1) === 'false');
  const [application = ''] = args;
  if (!muted || !/^(?:user|security|li|logger|system|mirror)$/.test(application)) {
    to.tree.setAside(statement, 'logging setting');
    return;
  }
  const service = { name: 'logging-filter', enabled: true, port: null, acl: null, detail: args.join(' ') };
  to.draft.services.push({ ...at(statement.read()), ...service });
}

/** Logging facts: hosts that are told of, and how much of it. */
export function settleLogging(to: Scope): void {
  const { logging } = to.draft;
  for (const { address, tls, vrf, line, lineEnd, level } of to.syslogs.all) {
    if (address === null) continue;
    logging.hosts.push({ line, lineEnd, address, transport: tls ? 'tls' : null, vrf });
    if (tls)
      to.draft.crypto.push({
        line,
        lineEnd,
        area: 'syslog',
        subject: address,
        part: 'transport',
        value: 'tls',
      });
    if (level !== null && (logging.trap === null || level > logging.trap.level))
      logging.trap = { line, lineEnd, level };
  }
  for (const { sources, destination, shutdown } of to.logs.all)
    if (!shutdown && sources.includes('change') && /^(?:syslog|file|snmp)/.test(destination ?? ''))
      logging.commandLogging = true;
}
