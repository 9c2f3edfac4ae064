import type { Tunnel } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import {
  isTrafficEngineering,
  type PeerStanding,
  peerStanding,
  type TypedTunnel,
  typedTunnels,
} from '../kit/peers.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';

const WORDS: Readonly<Record<Exclude<PeerStanding, 'approved' | 'own'>, string>> = {
  external: 'an outside address',
  inside: 'an inside address that no known device has',
  named: 'a host name',
};

/** Known peers are no hits; an unknown inside one is a hit only when it is new and a register could have named it. */
function severityOf(view: DeviceView, peer: PeerStanding, isNew: boolean): Severity | null {
  const listed = view.fleet.register('tunnel-peer').length > 0;
  if (peer === 'approved' || peer === 'own') return null;
  if (peer === 'inside') return isNew && listed ? 'medium' : null;
  if (isNew) return 'high';
  return listed ? 'high' : 'medium';
}

function registerNote(view: DeviceView, peer: string): string[] {
  if (view.fleet.register('tunnel-peer').length === 0) return ['No register of tunnel peers was given.'];
  const other = view.fleet.approved('tunnel-peer', peer, { device: view.device.id, at: null });
  return other ? ['The register approves this peer, but not at that time.'] : [];
}

const describe = (tunnel: Tunnel): string =>
  `${tunnel.name}: mode ${tunnel.mode}, source ${tunnel.source ?? 'not set'}, destination ${tunnel.destination ?? 'not set'}`;

function configHit(view: DeviceView, group: Standing<Tunnel>): Hit[] {
  const { seen, first, last, absentAt, gone } = group;
  const { item } = seen.at(-1) as (typeof seen)[number];
  const peer = item.destination ?? '';
  const where = peerStanding(view, peer, { at: last });
  const isNew = absentAt !== null;
  const severity = severityOf(view, where, isNew);
  if (severity === null) return [];
  const notes = registerNote(view, peer);
  const planned = isNew && first !== null ? plannedChange(view, [peer], { from: absentAt, to: first }) : null;
  if (planned) notes.push(plannedNote(planned));
  if (item.shutdown) notes.push('The tunnel is shut down.');
  if (gone) notes.push('The newest configuration no longer has it.');
  if (isNew) notes.push('The configuration before does not have it.');
  const words = WORDS[where as keyof typeof WORDS];
  const softer = (planned ? -2 : 0) + (item.shutdown ? -1 : 0);
  const since = isNew ? ', new between two configurations' : '';
  return [
    makeHit({
      key: `tunnel ${peer}`,
      title: `${view.device.id} has ${item.name} (${item.mode}) to ${peer}, ${words} that no register names${since}`,
      severity: shiftSeverity(severity, softer),
      confidence: isNew || view.fleet.register('tunnel-peer').length > 0 ? 'high' : 'medium',
      first,
      last,
      proof: seen.map((s) =>
        factProof(s.facts, s.item, { text: describe(s.item), shows: `tunnel to ${peer}` }),
      ),
      addresses: [peer],
      notes,
    }),
  ];
}

function commandHit(view: DeviceView, { name, peer, opener, command }: TypedTunnel): Hit[] {
  const where = peerStanding(view, peer, { at: command.at });
  const severity = severityOf(view, where, true);
  if (severity === null) return [];
  const at = command.at;
  const planned = at === null ? null : plannedChange(view, [peer], { from: at, to: at });
  const words = WORDS[where as keyof typeof WORDS];
  return [
    makeHit({
      key: `tunnel ${peer}`,
      title: `${command.account} set up ${name} on ${view.device.id} to ${peer}, ${words} that no register names`,
      severity: shiftSeverity(severity, planned ? -2 : 0),
      confidence: 'high',
      proof: [recordProof(opener, `${name} opened`), recordProof(command, `destination ${peer} set`)],
      accounts: [command.account],
      addresses: [peer, ...(command.from ? [command.from] : [])],
      notes: [...registerNote(view, peer), ...(planned ? [plannedNote(planned)] : [])],
    }),
  ];
}

function evaluate(view: DeviceView): Hit[] {
  const groups = standing(view, ({ tunnels }) =>
    tunnels
      .filter((t) => t.destination !== null && !isTrafficEngineering(t))
      .map((item) => ({ key: `tunnel ${item.destination}`, item })),
  );
  return [
    ...groups.flatMap((group) => configHit(view, group)),
    ...typedTunnels(view).flatMap((typed) => commandHit(view, typed)),
  ];
}

function limitsOf(view: DeviceView): ReturnType<NonNullable<Check['limits']>> {
  const tunnels = view.configs.flatMap((facts) => facts.tunnels).filter((t) => !isTrafficEngineering(t));
  const out: ReturnType<typeof limit>[] = [];
  const open = tunnels.filter((t) => t.destination === null && t.mode.includes('multipoint') && !t.shutdown);
  if (open.length > 0) {
    const overlay = open.every((t) => t.mode.startsWith('vxlan'));
    const text = `${open[0]?.name} is a multipoint tunnel: its peers stand in no configuration.`;
    const cheapest = `Run ${overlay ? '`show nve peers`' : '`show dmvpn` and `show ip nhrp`'} on the device.`;
    out.push(limit('no-evidence', ['state'], { text, cheapest }));
  }
  const unknown = tunnels.filter(
    (t) => t.destination !== null && peerStanding(view, t.destination, { at: null }) === 'inside',
  );
  if (unknown.length > 0 && view.fleet.register('tunnel-peer').length === 0) {
    const text = `Nothing says who ${unknown[0]?.destination}, the far end of ${unknown[0]?.name}, is.`;
    out.push(limit('needs-register', ['inventory'], { text }));
  }
  return out;
}

/** Tunnels to strangers: how traffic and access leave a router unseen (AA25-239A; facts B11, check 11). */
export const check: Check = {
  id: 'tunnel-unknown-peer',
  asks: 'Does this device have, or was it given, a tunnel to somebody whom no register names?',
  title: 'tunnel to an unknown peer',
  class: 'compromise',
  severity: 'high',
  attack: ['T1572', 'T1095'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['tunnels', 'crypto', 'interfaces'], over: 'snapshot' }],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'A partner, a customer or a cloud provider whose tunnel is missing from the register.',
    'A device of the carrier whose configuration was not given, so that its address is not known.',
    'A tunnel of an old project that nobody removed.',
  ],
  next: [
    'Run `show interfaces tunnel` and `show ip route | include Tunnel` on the device; do not shut the tunnel before the scope is known.',
    'Look in the flows for protocol 47, 50 and UDP 500 or 4500 with that address on all devices, and since when.',
    'Ask the team that owns interconnects whose address it is.',
  ],
  sources: [
    AA25_239A,
    technique('T1572', 'Protocol Tunneling'),
    technique('T1095', 'Non-Application Layer Protocol'),
  ],
  fleet: true,
};
