import type { DeviceFacts, FactArea } from '../../model/device-facts.ts';
import { after } from '../kit/commands.ts';

interface Part {
  readonly name: string;
  readonly area: FactArea;
  /** How commands begin that change it; an empty list means that any change may. */
  readonly leads: readonly string[];
  readonly of: (facts: DeviceFacts) => readonly unknown[];
}

const PARTS: readonly Part[] = [
  { name: 'users', area: 'users', leads: ['user(name)', 'en(able)'], of: (f) => f.users },
  { name: 'AAA methods', area: 'aaa', leads: ['aaa'], of: (f) => f.aaaMethods },
  {
    name: 'AAA servers',
    area: 'aaa',
    leads: ['aaa', 'tac(acs)', 'tacacs-(server)', 'radi(us)', 'radius-(server)'],
    of: (f) => [...f.aaaServers, ...f.aaaGroups],
  },
  { name: 'terminal lines', area: 'lines', leads: ['lin(e)'], of: (f) => f.lines },
  {
    name: 'access lists',
    area: 'acls',
    leads: ['acc(ess-list)', 'ip acc(ess-list)', 'ipv6 acc(ess-list)', 'obj(ect-group)'],
    of: (f) => f.acls,
  },
  { name: 'SNMP', area: 'snmp', leads: ['sn(mp-server)'], of: (f) => [f.snmp] },
  {
    name: 'logging',
    area: 'logging',
    leads: ['logg(ing)', 'ar(chive)', 'serv(ice)'],
    of: (f) => [f.logging],
  },
  { name: 'interfaces', area: 'interfaces', leads: ['int(erface)'], of: (f) => f.interfaces },
  {
    name: 'tunnels',
    area: 'tunnels',
    leads: ['int(erface)', 'cry(pto)', 'vpdn-(group)', 'l2vpn', 'l2', 'conn(ect)'],
    of: (f) => f.tunnels,
  },
  { name: 'static routes', area: 'routes', leads: ['ip rou(te)', 'ipv6 rou(te)'], of: (f) => f.routes },
  {
    name: 'policy routes',
    area: 'routes',
    leads: ['route-m(ap)', 'int(erface)', 'ip loc(al)', 'ipv6 loc(al)'],
    of: (f) => f.policyRoutes ?? [],
  },
  { name: 'mirrors', area: 'mirrors', leads: ['mon(itor)', 'int(erface)'], of: (f) => f.mirrors },
  { name: 'routing neighbours', area: 'routing', leads: ['router'], of: (f) => f.routingPeers },
  { name: 'scripts', area: 'scripts', leads: [], of: (f) => f.scripts },
  { name: 'services', area: 'services', leads: [], of: (f) => f.services },
];

/** What two configurations differ in. */
export interface Difference {
  /** Plural, for people: `users`, `tunnels`. */
  readonly name: string;
  /** True for a command that may have made the difference. */
  readonly madeBy: (command: string) => boolean;
}

function canonical(item: unknown): string {
  return JSON.stringify(item, (key, value: unknown) =>
    key === 'line' || key === 'lineEnd' ? undefined : value,
  );
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  const left = a.map(canonical).sort();
  const right = b.map(canonical).sort();
  return left.length === right.length && left.every((text, i) => text === right[i]);
}

function fitsLead(command: string, leads: readonly string[]): boolean {
  const bare = command.replace(/^\s*(?:do\s+)?(?:no|default)\s+/i, '');
  return leads.length === 0 || leads.some((lead) => after(bare, lead) !== null);
}

/** In what two configurations of one device differ by meaning; order and place of lines do not count. */
export function differences(before: DeviceFacts, next: DeviceFacts): readonly Difference[] {
  return PARTS.filter((part) => before.areas.includes(part.area) && next.areas.includes(part.area))
    .filter((part) => !sameItems(part.of(before), part.of(next)))
    .map(({ name, leads }) => ({ name, madeBy: (command) => fitsLead(command, leads) }));
}
