import { type Hit, type Reason, SEVERITIES, type Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { weigh } from '../kit/indicator-weight.ts';
import { intelligenceLimits } from '../kit/intelligence.ts';
import { limit } from '../kit/limits.ts';
import { flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { DIRECTION_SAYS, DIRECTION_SEVERITY, directionOf, lineSeverity } from '../kit/sighted.ts';
import { AA25_239A } from '../kit/sources.ts';
import { subjectName } from '../kit/who.ts';
import { type Near, nearOf } from './neighbours.ts';

const MOST = 12;

/** One step below a match of the value itself, and never above medium. */
function capped(severity: Severity): Severity {
  return shiftSeverity(severity, -1);
}

function worst(severities: readonly Severity[]): Severity {
  return SEVERITIES[Math.max(0, ...severities.map((s) => SEVERITIES.indexOf(s)))] ?? 'info';
}

function nearHit(view: DeviceView, near: Near): Hit {
  const talks = near.flows.map((f) => f.conversation);
  const directions = talks.map((talk) => directionOf(view, talk, talks));
  const severity = worst([
    ...near.lines.map(lineSeverity),
    ...directions.map((direction) => DIRECTION_SEVERITY[direction]),
  ]);
  const beside = [...new Set(near.neighbours.map((i) => i.value))].sort().slice(0, 4);
  const { lower, notes } = weigh(near.neighbours, null);
  return makeHit({
    key: near.address,
    title: `${near.address} stands in the evidence of ${subjectName(view)}, in the same /24 as the shared ${beside.join(', ')}`,
    severity: capped(shiftSeverity(severity, -lower)),
    confidence: 'low',
    last: Math.max(0, ...talks.map((t) => t.last), ...near.lines.map((l) => l.last ?? l.at ?? 0)) || null,
    count: talks.reduce((sum, t) => sum + t.flows, 0) + near.lines.reduce((sum, l) => sum + l.count, 0),
    proof: [
      ...near.lines.slice(0, MOST).map((l) => recordProof(l, `${l.value} stands in the ${l.where}`)),
      ...talks.slice(0, MOST).map((t, i) => flowProof(t, DIRECTION_SAYS[directions[i] ?? 'through'])),
    ],
    addresses: [near.address],
    indicators: near.neighbours.map((i) => i.id).slice(0, 20),
    notes: [
      ...notes,
      'Nobody shared this address: only its neighbours. Intruders often rent several addresses of one network.',
    ],
  });
}

function limitsOf(view: DeviceView): readonly Reason[] {
  if (view.fleet.tellsNear !== false) return intelligenceLimits(view);
  const text = 'There are so many shared addresses that their neighbours were not looked for.';
  const cheapest = 'Make a case with the intelligence of this campaign only.';
  return [...intelligenceLimits(view), limit('too-many', [], { text, cheapest })];
}

/** Addresses beside shared ones: intruders rent several addresses of one hosting network (AA25-239A; facts 1.3, check 3). */
export const check: Check = {
  id: 'indicator-near-match',
  asks: 'Did this device deal with an address right beside one that somebody shared?',
  title: 'neighbour of a shared address',
  class: 'indicator',
  severity: 'low',
  attack: ['T1583.003'],
  subjects: ['router', 'host', 'system'],
  needs: [
    { kinds: ['flow'], over: 'period' },
    { kinds: ['syslog'], over: 'period' },
    { kinds: ['accounting'], over: 'period' },
    { kinds: ['http'], over: 'period' },
    { kinds: ['access'], over: 'period' },
  ],
  selects: [],
  flows: null,
  evaluate: (view) => nearOf(view).map((near) => nearHit(view, near)),
  applies: ({ device }) => !['system:evidence', 'system:register', 'system:files'].includes(device.id),
  limits: limitsOf,
  otherExplanations: [
    'Another customer of the same hosting company: 255 other addresses share the network.',
    'A peer, a vendor or a scanner that happens to rent there.',
  ],
  next: [
    'Find out who has the address: its reverse name, its certificate, the time it was first seen in your flows.',
    'Look at what the device did at that time. A tunnel, a login or a copy of a configuration makes it more than a neighbour.',
    'Share the address with your group only when something else agrees.',
  ],
  sources: [AA25_239A],
  fleet: true,
};
