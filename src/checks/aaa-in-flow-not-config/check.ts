import { canonicalIp } from '../../base/ip.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Conversation } from '../../model/flow.ts';
import type { Hit, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { absenceProof, flowProof } from '../kit/proof.ts';
import { wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { asked } from './asked.ts';

/** The servers that any configuration of the device names, whole or not. */
function named(view: DeviceView): ReadonlySet<string> {
  const own = view.configs.flatMap((facts) => facts.aaaServers.map((server) => server.address));
  return new Set([...own, ...view.fleet.aaaServers(view.device.id)].map((a) => canonicalIp(a) ?? a));
}

/** Conversations with AAA servers that no configuration names and no register approves, by server. */
function strangers(view: DeviceView): ReadonlyMap<string, readonly Conversation[]> {
  const known = named(view);
  const groups = Map.groupBy(asked(view), ({ server }) => server);
  const out = new Map<string, readonly Conversation[]>();
  for (const [server, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const talks = list.map(({ talk }) => talk);
    const at = talks[0]?.first ?? null;
    if (known.has(server) || view.fleet.approved('aaa-server', server, { device: view.device.id, at }))
      continue;
    out.set(server, talks);
  }
  return out;
}

const readable = (view: DeviceView): readonly DeviceFacts[] =>
  wholeConfigs(view).filter((facts) => facts.areas.includes('aaa'));

function hitOf(view: DeviceView, server: string, talks: readonly Conversation[]): Hit[] {
  const whole = readable(view);
  const external = isExternalText(server);
  if (whole.length === 0 && !external) return [];
  const owner = view.fleet.ownerOf(server);
  const whose = owner ? `an address of ${owner}` : external ? 'an outside address' : 'an inside address';
  const absent = whole.length > 0 ? 'no configuration of it names' : 'no register approves';
  const notes: string[] = [];
  if (whole.length === 0) notes.push('No whole configuration of this device was given.');
  if (view.fleet.register('aaa-server').length === 0) notes.push('No register of AAA servers was given.');
  return [
    makeHit({
      key: `server ${server}`,
      title: `${view.device.id} asks ${server}, ${whose}, as AAA server, and ${absent} it`,
      severity: external ? 'critical' : 'high',
      confidence: whole.length > 0 && (external || view.fleet.hasRegister) ? 'high' : 'medium',
      count: talks.reduce((sum, t) => sum + t.flows, 0),
      first: talks[0]?.first ?? null,
      last: talks.reduce((most, t) => Math.max(most, t.last), 0),
      proof: [
        ...talks.slice(0, 10).map((t) => flowProof(t, `AAA traffic with ${server}`)),
        ...whole.slice(-2).map((facts) => absenceProof(facts, `no AAA server ${server}`)),
      ],
      addresses: [server],
      notes,
    }),
  ];
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const byName = view.configs.flatMap((f) => f.aaaServers).find((s) => canonicalIp(s.address) === null);
  if (!byName || strangers(view).size === 0) return [];
  const text = `The configuration names the AAA server ${byName.name} by a host name, so its address is not known.`;
  const cheapest = 'Run `show tacacs` and `show radius statistics` on the device.';
  return [limit('no-evidence', ['state'], { text, cheapest })];
}

/** AAA traffic to a server that the device should not know (AA25-239A; facts 9): who answers there learns and grants logins. */
export const check: Check = {
  id: 'aaa-in-flow-not-config',
  asks: 'Does this device talk TACACS+ or RADIUS to an address that no configuration of it names and no register approves?',
  title: 'AAA server in flows but not in the configuration',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1556', 'T1040'],
  subjects: ['router'],
  needs: [{ kinds: ['flow', 'config'], areas: ['aaa'], over: 'period' }],
  selects: [],
  flows: {
    ports: [
      [49, 49],
      [1645, 1646],
      [1812, 1813],
    ],
  },
  evaluate: (view) => [...strangers(view)].flatMap(([server, talks]) => hitOf(view, server, talks)),
  limits: limitsOf,
  otherExplanations: [
    'A server that was configured and removed again between two configurations, as planned work.',
    'A new server whose address is missing from the register.',
    'RADIUS of subscribers that the device relays, configured by host name.',
  ],
  next: [
    'Run `show tacacs`, `show aaa servers` and `show running-config | section aaa` on the device.',
    'Look for the address in the flows of all devices. Whoever answers there has seen passwords: plan to change them.',
    'Compare the running configuration with the startup configuration and the last backup.',
  ],
  sources: [
    AA25_239A,
    technique('T1556', 'Modify Authentication Process'),
    technique('T1040', 'Network Sniffing'),
  ],
  fleet: true,
};
