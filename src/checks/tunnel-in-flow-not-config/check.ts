import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { isIpTunnel, type PeerStanding, peerStanding, typedTunnels } from '../kit/peers.ts';
import { absenceProof, flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { type TunnelTalk, tunnelTalks } from './talks.ts';

const WORDS: Readonly<Record<PeerStanding, string>> = {
  approved: 'a registered peer',
  own: 'another device of the network',
  external: 'an outside address',
  inside: 'an inside address that no known device has',
  named: 'a host name',
};
const SEVERITIES: Readonly<Record<PeerStanding, Severity>> = {
  approved: 'low',
  own: 'medium',
  external: 'high',
  inside: 'high',
  named: 'medium',
};

/** The configurations that could have named a tunnel. */
const readable = (view: DeviceView): readonly DeviceFacts[] =>
  wholeConfigs(view).filter((facts) => facts.areas.includes('tunnels'));

/** A tunnel whose peers stand in no configuration: any peer may be one of them. */
function hasOpenTunnel(facts: DeviceFacts): boolean {
  return facts.tunnels.some((t) => t.destination === null && !t.shutdown && isIpTunnel(t));
}

function isConfigured(view: DeviceView, peer: string): boolean {
  return view.configs.some((facts) => facts.tunnels.some((t) => t.destination === peer && isIpTunnel(t)));
}

/** Tunnel traffic that no configuration explains. */
function strangers(view: DeviceView): readonly TunnelTalk[] {
  return tunnelTalks(view).filter((talk) => !isConfigured(view, talk.peer));
}

/** How near configurations come: on both sides of the traffic, or only on one. */
function isFramed(whole: readonly DeviceFacts[], { first, last }: TunnelTalk): boolean {
  const times = whole.map((f) => f.takenAt ?? 0);
  return (
    times.some((t) => t >= first && t <= last) ||
    (times.some((t) => t < first) && times.some((t) => t > last))
  );
}

function hitOf(view: DeviceView, whole: readonly DeviceFacts[], talk: TunnelTalk): Hit {
  const { own, peer, ways, talks, first, last } = talk;
  const standing = peerStanding(view, peer, { at: first });
  const typed = typedTunnels(view).filter((t) => t.peer === peer);
  const notes: string[] = [];
  const framed = isFramed(whole, talk);
  if (!framed) notes.push('No configuration from both before and after the traffic was given.');
  if (typed.length > 0) notes.push('Commands set the tunnel up; no configuration kept it.');
  if (standing === 'approved')
    notes.push('The register approves the peer, but no configuration has the tunnel.');
  const near = nearest(whole, first);
  return makeHit({
    key: `tunnel ${own} ${peer}`,
    title: `${view.device.id} carries ${ways.join(' and ')} between ${own} and ${peer}, ${WORDS[standing]}, and no configuration has such a tunnel`,
    severity: shiftSeverity(SEVERITIES[standing], framed && standing === 'external' ? 1 : 0),
    confidence: framed ? 'high' : 'medium',
    count: talks.reduce((sum, t) => sum + t.flows, 0),
    first,
    last,
    proof: [
      ...talks.slice(0, 10).map((t) => flowProof(t, `tunnel traffic with ${peer}`)),
      ...near.map((facts) => absenceProof(facts, `no tunnel to ${peer}`)),
      ...typed.slice(0, 5).map((t) => recordProof(t.command, `destination ${peer} set`)),
    ],
    accounts: [...new Set(typed.map((t) => t.command.account))].sort(),
    addresses: [peer],
    notes,
  });
}

/** The last configuration before the traffic and the first after it began. */
function nearest(whole: readonly DeviceFacts[], at: number): readonly DeviceFacts[] {
  const before = whole.findLast((f) => (f.takenAt ?? 0) <= at);
  const next = whole.find((f) => (f.takenAt ?? 0) > at);
  return [before, next].filter((f) => f !== undefined);
}

function evaluate(view: DeviceView): Hit[] {
  const whole = readable(view);
  if (whole.length === 0 || whole.some(hasOpenTunnel)) return [];
  return strangers(view).map((talk) => hitOf(view, whole, talk));
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const open = readable(view).some(hasOpenTunnel);
  const talk = open ? strangers(view)[0] : undefined;
  if (!talk) return [];
  const text = `The device has a multipoint tunnel, whose peers stand in no configuration, and tunnel traffic with ${talk.peer}.`;
  const cheapest = 'Run `show dmvpn`, `show ip nhrp` and `show crypto session` on the device.';
  return [limit('no-evidence', ['state'], { text, cheapest })];
}

/** Tunnels that flows show and no configuration has (AA25-239A; facts 11): the configuration shown is not the one that runs. */
export const check: Check = {
  id: 'tunnel-in-flow-not-config',
  asks: 'Do flows show a tunnel that begins at this device and that none of its configurations has?',
  title: 'tunnel in flows but not in the configuration',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1572', 'T1095'],
  subjects: ['router'],
  needs: [{ kinds: ['flow', 'config'], areas: ['tunnels'], over: 'period' }],
  selects: [{ records: ['command'] }],
  flows: {
    protocols: [4, 41, 47, 50, 51],
    ports: [
      [500, 500],
      [4500, 4500],
    ],
  },
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'The tunnel was configured and removed between two configurations, as planned work.',
    'The configuration given is the startup configuration, and the tunnel was never saved.',
    'A partner still sends into a tunnel that was taken down on this side.',
  ],
  next: [
    'Run `show ip interface brief`, `show interfaces tunnel`, `show crypto session` and `show platform software interface` on the device.',
    'Look for containers and guest shells (`show app-hosting list`): tunnels may begin there.',
    'Look for the peer in the flows of all devices, and capture some of the traffic upstream.',
  ],
  sources: [
    AA25_239A,
    technique('T1572', 'Protocol Tunneling'),
    technique('T1095', 'Non-Application Layer Protocol'),
  ],
  fleet: true,
};
