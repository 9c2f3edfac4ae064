import type { Mirror } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import {
  type Collector,
  collectorOf,
  isReceiver,
  mirrorKey,
  type TypedMirror,
  typedMirrors,
} from './collector.ts';

/**
 * An outside collector is a hit by itself. Copies to the inside, or out of an interface, are a probe in most networks: they
 * are a hit when they are new, or when a register names collectors and this is none of them.
 */
function severityOf(view: DeviceView, collector: Collector, isNew: boolean): Severity | null {
  if (collector === 'approved') return null;
  if (collector === 'external') return isNew ? 'critical' : 'high';
  const listed = view.fleet.register('mirror-collector').length > 0;
  if (isNew) return listed ? 'high' : 'medium';
  return listed ? 'medium' : null;
}

const WORDS: Readonly<Record<Exclude<Collector, 'approved'>, string>> = {
  external: ', an outside address',
  inside: '',
  port: '',
  unknown: '',
};

const target = (to: string | null): string => to ?? 'a place that no line names';

function describe({ name, type, source, destination }: Mirror): string {
  return `mirror ${name} (${type}) from ${source ?? 'not set'} to ${destination ?? 'not set'}`;
}

function registerNote(view: DeviceView, device: string): string {
  const entries = view.fleet.register('mirror-collector');
  if (entries.length === 0) return 'No register of mirror collectors was given.';
  const here = entries.filter((e) => e.device?.toLowerCase() === device).map((e) => e.value);
  return here.length > 0
    ? `The register approves other collectors for this device: ${here.sort().join(', ')}.`
    : 'The register approves no collector for this device.';
}

function configHit(view: DeviceView, group: Standing<Mirror>): Hit[] {
  const { key, seen, first, last, absentAt, gone } = group;
  const { item } = seen.at(-1) as (typeof seen)[number];
  const collector = collectorOf(view, item.destination, { at: last });
  const severity = severityOf(view, collector, absentAt !== null);
  if (severity === null || collector === 'approved') return [];
  const planned =
    absentAt !== null && first !== null
      ? plannedChange(view, ['mirror', 'monitor session', 'span'], { from: absentAt, to: first })
      : null;
  const notes = [registerNote(view, view.device.id)];
  if (absentAt !== null) notes.push('The configuration before does not have it.');
  if (gone) notes.push('The newest configuration no longer has it.');
  if (planned) notes.push(plannedNote(planned));
  return [
    makeHit({
      key,
      title: `${view.device.id} copies traffic of ${item.source ?? 'an unnamed source'} to ${target(item.destination)}${WORDS[collector]} (mirror ${item.name}, ${item.type})`,
      severity: shiftSeverity(severity, planned ? -2 : 0),
      confidence: collector === 'external' || absentAt !== null ? 'high' : 'medium',
      first,
      last,
      proof: seen.map(({ facts, item: each }) =>
        factProof(facts, each, { text: describe(each), shows: 'a copy of traffic that nobody approved' }),
      ),
      addresses: collector === 'external' || collector === 'inside' ? [target(item.destination)] : [],
      notes,
    }),
  ];
}

function commandHit(view: DeviceView, { name, to, opener, command }: TypedMirror): Hit[] {
  const collector = collectorOf(view, to, { at: command.at });
  const severity = severityOf(view, collector, true);
  if (severity === null || collector === 'approved') return [];
  const at = command.at;
  const planned =
    at === null ? null : plannedChange(view, ['mirror', 'monitor session', 'span'], { from: at, to: at });
  const proof = [recordProof(command, `copies go to ${target(to)}`)];
  if (opener) proof.unshift(recordProof(opener, `mirror ${name} opened`));
  const address = collector === 'external' || collector === 'inside' ? [target(to)] : [];
  return [
    makeHit({
      key: mirrorKey(name, to),
      title: `${command.account} made ${view.device.id} copy traffic to ${target(to)}${WORDS[collector]} (mirror ${name})`,
      severity: shiftSeverity(severity, planned ? -2 : 0),
      confidence: 'high',
      proof,
      accounts: [command.account],
      addresses: [...address, ...(command.from ? [command.from] : [])],
      notes: [registerNote(view, view.device.id), ...(planned ? [plannedNote(planned)] : [])],
    }),
  ];
}

function mirrors(view: DeviceView): Standing<Mirror>[] {
  return standing(view, (facts) =>
    facts.mirrors
      .filter((mirror) => !isReceiver(mirror))
      .map((item) => ({ key: mirrorKey(item.name, item.destination), item })),
  );
}

/** Copies of traffic that nobody approved: SPAN, RSPAN, ERSPAN, traffic export (AA25-239A; facts B09, check 13). */
export const check: Check = {
  id: 'mirror-unapproved',
  asks: 'Does this device copy traffic to a place that nobody approved?',
  title: 'traffic mirror that nobody approved',
  class: 'compromise',
  severity: 'high',
  attack: ['T1040'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['mirrors'], over: 'snapshot' }],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate: (view) => [
    ...mirrors(view).flatMap((group) => configHit(view, group)),
    ...typedMirrors(view).flatMap((typed) => commandHit(view, typed)),
  ],
  limits: (view) => {
    const item = mirrors(view)
      .map(({ seen, last }) => ({ mirror: seen.at(-1)?.item, last }))
      .find(
        ({ mirror, last }) => mirror && collectorOf(view, mirror.destination, { at: last }) !== 'approved',
      );
    if (!item?.mirror || view.fleet.register('mirror-collector').length > 0) return [];
    const text = `Nothing says whether mirror ${item.mirror.name} to ${target(item.mirror.destination)} is approved.`;
    return [limit('needs-register', ['inventory'], { text })];
  },
  otherExplanations: [
    'A quality probe, an intrusion sensor or a lawful-intercept mediation device that the register does not name.',
    'A mirror that somebody set up while looking for a fault, and forgot.',
  ],
  next: [
    'Run `show monitor session all` and `show ip traffic-export` on the device.',
    'Find out what the mirrored interface carries: AAA, signalling or calls make it worse.',
    'Look in the flows for protocol 47 towards the collector, and ask who owns it.',
  ],
  sources: [AA25_239A, technique('T1040', 'Network Sniffing')],
  fleet: true,
};
