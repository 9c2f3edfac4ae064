import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';
import { service } from './service.ts';

interface Server extends Open<Scope['draft']['ntpServers'][number]> {
  key: string | null;
  secured: boolean;
}

interface Ntp {
  readonly servers: Map<string, Server>;
  readonly trusted: Set<string>;
}

const NTP = new Store<Ntp>(() => ({ servers: new Map(), trusted: new Set() }));

/** Time servers and their keys, and the zone of the clock. */
export function addTime(book: PathBook<Scope>): void {
  book
    .add('system ntp server *', readServer)
    .add('system ntp peer *', readServer)
    .add('system ntp boot-server', readBoot)
    .add('system ntp authentication-key *', readKey)
    .add('system ntp trusted-key', ({ args, statement, to }) => {
      for (const word of args) NTP.in(to).trusted.add(word);
      statement.read();
    })
    .add('system ntp source-address', ({ args, statement, to }) => {
      if (args[0]) to.draft.sourceInterfaces.ntp ??= args[0];
      statement.read();
    })
    .add('system ntp restrict', (line) => service(line, 'ntp-restrict', { detail: line.args.join(' ') }))
    .add('system time-zone', readZone)
    .aside(
      'time setting',
      'system ntp broadcast, system ntp broadcast-client, system ntp multicast-client, system ntp interval-range, ' +
        'system ntp threshold, system ntp traceoptions, system ntp nts, protocols ptp, protocols clock-synchronization, ' +
        'chassis synchronization',
    );
}

function readServer(line: Path): void {
  const { args, names, statement, to } = line;
  const named = names[0] as string;
  const address = canonicalIp(named) ?? named;
  const { servers } = NTP.in(to);
  const server = servers.get(address) ?? {
    ...at(statement),
    address,
    authenticated: false,
    key: null,
    secured: false,
  };
  servers.set(address, server);
  grow(server, line);
  const key = args.indexOf('key');
  if (key >= 0) server.key = args[key + 1] ?? null;
  if (args.includes('nts')) {
    server.secured = true;
    cryptoUse(line, { area: 'ntp', subject: address, part: 'authentication' }, ['nts']);
  }
  statement.read();
}

/** The server that sets the clock when the device starts; it is asked without a key. */
function readBoot(line: Path): void {
  service(line, 'ntp-boot-server', { detail: line.args[0] ?? '' });
}

function readKey(line: Path): void {
  const { args, names } = line;
  const type = args.indexOf('type');
  const value = args.indexOf('value');
  if (type >= 0)
    cryptoUse(line, { area: 'ntp', subject: `key ${names[0]}`, part: 'authentication' }, [args[type + 1]]);
  if (value >= 0) secretIn(line, args[value + 1], { use: 'ntp', purpose: 'key' });
  line.statement.read();
}

/** Zones by name have rules of their own; only those that say their offset are known. */
function readZone({ args, statement, to }: Path): void {
  const zone = args[0] ?? '';
  const found = /^GMT([+-])(\d{1,2})$/.exec(zone);
  if (found) to.draft.zoneOffsetMinutes = (found[1] === '-' ? -60 : 60) * Number(found[2]);
  else if (/^(?:UTC|GMT|Etc\/UTC|Etc\/GMT|Zulu)$/.test(zone)) to.draft.zoneOffsetMinutes = 0;
  statement.read();
}

/** A server is authenticated when it has a key that the device trusts, or by Network Time Security. */
export function settleTime(to: Scope): void {
  const { servers, trusted } = NTP.in(to);
  to.draft.ntpServers = [...servers.values()].map(({ key, secured, ...server }) => ({
    ...server,
    authenticated: secured || (key !== null && trusted.has(key)),
  }));
}
