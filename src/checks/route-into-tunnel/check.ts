import { formatNetwork, parseNetwork } from '../../base/ip.ts';
import type { Instant } from '../../base/time.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { isTrafficEngineering, type PeerStanding, peerStanding, typedTunnels } from '../kit/peers.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import type { Standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { type Into, intoOf } from './into.ts';
import { tunnelName } from './tunnel-of.ts';

interface FarEnd {
  readonly peer: string | null;
  readonly standing: PeerStanding | 'none';
}

/** Finds the far end of a tunnel at a time. */
type FarEnds = (tunnel: string, at: Instant | null) => FarEnd;

/** The far ends of all tunnels, from any configuration of the device or else from what was typed. */
function farEnds(view: DeviceView): FarEnds {
  const typed = new Map(typedTunnels(view).map((t) => [t.name, t.peer]));
  const tunnels = view.configs.flatMap((facts) => facts.tunnels);
  const written = new Map(tunnels.map((t) => [t.name, t.destination]));
  const inside = new Set(tunnels.filter(isTrafficEngineering).map((t) => t.name));
  return (tunnel, at) => {
    if (inside.has(tunnel)) return { peer: null, standing: 'own' };
    const peer = written.get(tunnel) ?? typed.get(tunnel) ?? null;
    return { peer, standing: peer === null ? 'none' : peerStanding(view, peer, { at }) };
  };
}

function severityOf({ standing: where }: FarEnd, isNew: boolean): Severity | null {
  if (where === 'approved' || where === 'own') return null;
  if (where === 'external' || where === 'named') return isNew ? 'high' : 'medium';
  return isNew ? 'medium' : null;
}

const towards = (end: FarEnd): string =>
  end.peer === null ? 'whose far end is not known' : `to ${end.peer}`;

function configHit(view: DeviceView, group: Standing<Into>, ends: FarEnds): Hit[] {
  const { key, seen, first, last, absentAt, gone } = group;
  const { item } = seen.at(-1) as (typeof seen)[number];
  const end = ends(item.tunnel, last);
  const severity = severityOf(end, absentAt !== null);
  if (severity === null) return [];
  const { what, all } = item;
  const notes: string[] = [];
  if (all && !item.policy)
    notes.push('It is the default route: all traffic without a better route goes into the tunnel.');
  if (item.policy)
    notes.push(`The routing table does not show it: it is a policy, put to use ${item.policy}.`);
  if (absentAt !== null) notes.push('The configuration before does not have it.');
  if (gone) notes.push('The newest configuration no longer has it.');
  const planned =
    absentAt !== null && first !== null ? plannedFor(view, item, { from: absentAt, to: first }) : null;
  if (planned) notes.push(plannedNote(planned));
  return [
    makeHit({
      key,
      title: `${view.device.id} sends ${what} into ${item.tunnel}, ${towards(end)}`,
      severity: shiftSeverity(severity, (all ? 1 : 0) - (planned ? 2 : 0)),
      first,
      last,
      proof: seen.map(({ facts, item: each }) =>
        factProof(facts, each.at, { text: each.text, shows: `${what} goes into ${each.tunnel}` }),
      ),
      addresses: end.peer === null ? [] : [end.peer],
      notes,
    }),
  ];
}

function plannedFor(
  view: DeviceView,
  { names, tunnel }: Into,
  when: { from: Instant; to: Instant },
): ReturnType<typeof plannedChange> {
  return plannedChange(view, [...names, tunnel], when);
}

/** What a typed command sends into a tunnel; null when it does nothing of the kind. */
function typedRoute({ command }: CommandRecord): { what: string; tunnel: string } | null {
  const four = after(command, 'ip route');
  const six = four ? null : after(command, 'ipv6 route');
  const args = (four ?? six)?.[0]?.toLowerCase() === 'vrf' ? (four ?? six)?.slice(2) : (four ?? six);
  if (args) {
    const tunnel = tunnelName(args.slice(four ? 2 : 1));
    return tunnel ? { what: prefixOf(args, four !== null), tunnel } : null;
  }
  const set = after(command, 'set int(erface)');
  const tunnel = set ? tunnelName(set) : null;
  return tunnel ? { what: 'traffic by policy', tunnel } : null;
}

function prefixOf(args: readonly string[], masked: boolean): string {
  const bits = masked ? maskLength(args[1] ?? '') : null;
  const network = parseNetwork(bits === null ? (args[0] ?? '') : `${args[0]}/${bits}`);
  return network ? formatNetwork(network) : (args[0] ?? '');
}

function maskLength(mask: string): number {
  const ones = mask.split('.').map((part) => Number(part).toString(2).replaceAll('0', '').length);
  return ones.reduce((sum, n) => sum + n, 0);
}

function commandHit(view: DeviceView, record: CommandRecord, ends: FarEnds): Hit[] {
  const typed = typedRoute(record);
  if (!typed) return [];
  const end = ends(typed.tunnel, record.at);
  const severity = severityOf(end, true);
  if (severity === null) return [];
  const at = record.at;
  const planned = at === null ? null : plannedChange(view, [typed.what, typed.tunnel], { from: at, to: at });
  return [
    makeHit({
      key: `route ${typed.what} ${typed.tunnel}`,
      title: `${record.account} sent ${typed.what} into ${typed.tunnel} of ${view.device.id}, ${towards(end)}`,
      severity: shiftSeverity(severity, planned ? -2 : 0),
      confidence: 'high',
      proof: [recordProof(record, `${typed.what} goes into ${typed.tunnel}`)],
      accounts: [record.account],
      addresses: [end.peer, record.from].filter((address) => address !== null),
      notes: planned ? [plannedNote(planned)] : [],
    }),
  ];
}

/** Routes that lead traffic into a tunnel to a stranger (AA25-239A; facts B11, check 12). */
export const check: Check = {
  id: 'route-into-tunnel',
  asks: 'Does a static or a policy route of this device lead traffic into a tunnel to somebody unknown?',
  title: 'route into an unknown tunnel',
  class: 'compromise',
  severity: 'high',
  attack: ['T1572', 'T1599'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['routes', 'tunnels', 'interfaces'], over: 'snapshot' }],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate: (view) => {
    const ends = farEnds(view);
    return [
      ...intoOf(view).flatMap((group) => configHit(view, group, ends)),
      ...view.records('command').flatMap((record) => commandHit(view, record, ends)),
    ];
  },
  limits: (view) => {
    const ends = farEnds(view);
    const unknown = intoOf(view).find(({ seen, last }) =>
      seen.some(({ item }) => ['inside', 'none'].includes(ends(item.tunnel, last).standing)),
    );
    const item = unknown?.seen.at(-1)?.item;
    if (!item || view.fleet.register('tunnel-peer').length > 0) return [];
    const text = `${item.what} goes into ${item.tunnel}, and nothing says who its far end is.`;
    return [limit('needs-register', ['inventory'], { text })];
  },
  otherExplanations: [
    'The networks of a partner or a customer lie behind the tunnel, and the tunnel is missing from the register.',
    'A route for a migration that was left behind.',
  ],
  next: [
    'Run `show ip route`, `show ip policy` and `show interfaces tunnel` on the device.',
    'Find out whose networks the route names, and what the flows show on the way there.',
    'Judge the tunnel first: the check tunnel-unknown-peer.',
  ],
  sources: [
    AA25_239A,
    technique('T1572', 'Protocol Tunneling'),
    technique('T1599', 'Network Boundary Bridging'),
  ],
  fleet: true,
};
