import { canonicalIp } from '../../base/ip.ts';
import type { Hit, Proof, Severity } from '../../model/verdict.ts';
import { SEVERITIES } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { weigh } from '../kit/indicator-weight.ts';
import { intelligenceLimits } from '../kit/intelligence.ts';
import { flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { DIRECTION_SAYS, DIRECTION_SEVERITY, directionOf, farEnd, lineSeverity } from '../kit/sighted.ts';
import { AA25_239A } from '../kit/sources.ts';
import { subjectName } from '../kit/who.ts';
import { type Match, matchesOf } from './matches.ts';

const MOST = 20;

interface Weighed {
  readonly proof: Proof;
  readonly severity: Severity;
  readonly count: number;
  readonly last: number | null;
}

function lineParts({ lines }: Match): Weighed[] {
  return lines.map((line) => ({
    proof: recordProof(line, `${line.value} stands in the ${line.where}`),
    severity: lineSeverity(line),
    count: line.count,
    last: line.last ?? line.at,
  }));
}

function flowParts(view: DeviceView, { flows }: Match): Weighed[] {
  const talks = flows.map((f) => f.conversation);
  return talks.map((talk) => {
    const direction = directionOf(view, talk, talks);
    return {
      proof: flowProof(talk, DIRECTION_SAYS[direction]),
      severity: DIRECTION_SEVERITY[direction],
      count: talk.flows,
      last: talk.last,
    };
  });
}

function whereText(match: Match): string {
  const places = [...new Set(match.lines.map((l) => l.where as string))].sort();
  if (match.flows.length > 0) places.push('flows');
  return places.join(', ');
}

function matchHit(view: DeviceView, match: Match): Hit {
  const parts = [...lineParts(match), ...flowParts(view, match)];
  const order = (p: Weighed): number => SEVERITIES.indexOf(p.severity);
  const strongest = [...parts].sort((a, b) => order(b) - order(a) || (a.proof.at ?? 0) - (b.proof.at ?? 0));
  const times = parts.flatMap((p) => [p.proof.at, p.last]).filter((t) => t !== null && t > 0) as number[];
  const first = times.length > 0 ? Math.min(...times) : null;
  const { confidence, lower, notes } = weigh(match.indicators, first);
  const together = match.indicators.flatMap((i) => i.together.map((t) => t.value));
  const missing = together.filter((value) => !match.lines.some((l) => l.text.toLowerCase().includes(value)));
  const ends = match.flows.map((f) => farEnd(view, f.conversation)).filter((a) => a !== null);
  const own = canonicalIp(match.value) === null ? [] : [match.value];
  const from = [...new Set(match.indicators.map((i) => i.origin))].sort().join('; ');
  return makeHit({
    key: match.value,
    title: `${match.value}, which ${from} shared, stands in the evidence of ${subjectName(view)} (${whereText(match)})`,
    severity: shiftSeverity(strongest[0]?.severity ?? 'low', -lower),
    confidence: missing.length > 0 && confidence === 'high' ? 'medium' : confidence,
    first,
    last: times.length > 0 ? Math.max(...times) : null,
    count: parts.reduce((sum, p) => sum + p.count, 0),
    proof: strongest.slice(0, MOST).map((p) => p.proof),
    addresses: [...new Set([...own, ...ends])].sort(),
    indicators: match.indicators.map((i) => i.id),
    notes: [
      ...notes,
      ...[...new Set(match.indicators.map((i) => i.title))]
        .sort()
        .map((title) => `The sharer says: ${title}.`),
      ...(missing.length > 0
        ? [`Shared together with ${missing.join(', ')}, which the evidence does not hold.`]
        : []),
    ],
  });
}

/** Shared addresses, names and hashes in everything that the evidence says of a device (AA25-239A; facts 1.3, check 3). */
export const check: Check = {
  id: 'indicator-match',
  asks: 'Does an address, name or hash that somebody shared stand in the evidence of this device?',
  title: 'shared indicator in the evidence',
  class: 'indicator',
  severity: 'high',
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
  evaluate: (view) => matchesOf(view).map((match) => matchHit(view, match)),
  applies: ({ device }) => device.id !== 'system:evidence' && device.id !== 'system:register',
  limits: intelligenceLimits,
  otherExplanations: [
    'The address changed hands: rented hosting serves many tenants one after the other.',
    'A scan of the whole internet reached the device without an answer.',
    'Somebody wrote the value down while looking into it, for example in an access list that blocks it.',
  ],
  next: [
    'Look at the strongest line of proof: is the device itself the client, or does it only pass the traffic on?',
    'Look for the same address on all other devices and systems, then for logins and changes at the same time.',
    'Do not block the address before the whole breach is known: the intruder would notice.',
  ],
  sources: [
    AA25_239A,
    {
      title: 'STIX 2.1, indicators and sightings (OASIS)',
      url: 'https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html',
    },
  ],
  fleet: true,
};
