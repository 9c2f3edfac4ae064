import type { Answers } from '../../model/answers.ts';
import {
  grouping,
  identity,
  isRecord,
  isStixId,
  type StixAuthor,
  type StixObject,
  uuid5,
  writeBundle,
} from '../../standards/stix/index.ts';
import { strictest, tlpMarking, tlpMarkingId } from '../../standards/tlp/index.ts';
import type { Report } from '../kit/contract.ts';
import { plainJson } from '../kit/plain-json.ts';
import { counted } from '../kit/words.ts';
import { sightingsOf } from './sightings.ts';

// Namespace of ids that Seawall makes; made once at random and never changed.
const NAMESPACE = '6d2f4b0e-6a53-4f0a-9a58-5f5f3c1e7b21';

// An object that says the same must have the same times (STIX 2.1, 3.6: a version is known by id and `modified`), so they
// come from the evidence and never from the day of the report. What has no time there was created at this moment.
const SINCE = Date.UTC(2026, 0, 1);

function labelOf(answers: Answers, used: Answers['intelligence']['matched']): ReturnType<typeof strictest> {
  return strictest([answers.marking, ...used.map((indicator) => indicator.marking)]);
}

/** The carried objects that the ids name, and the identities that these name in turn, verbatim. */
function carriedFor(ids: readonly string[], carried: Readonly<Record<string, unknown>>): StixObject[] {
  const out = new Map<string, StixObject>();
  const wanted = [...ids];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const object = Object.hasOwn(carried, id) ? carried[id] : undefined;
    if (out.has(id) || !isRecord(object) || object['id'] !== id) continue;
    out.set(id, object as unknown as StixObject);
    const refs = [object['created_by_ref'], ...[object['object_marking_refs']].flat()];
    wanted.push(...refs.filter((ref) => typeof ref === 'string'));
  }
  return [...out.values()];
}

/** The last moment at which any of the indicators was seen. */
function lastSeen({ findings }: Answers, sighted: ReadonlySet<string>): number {
  const naming = findings.filter((f) => f.suppressed === null && f.indicators.some((id) => sighted.has(id)));
  return naming.reduce((most, f) => Math.max(most, f.last ?? f.first ?? SINCE), SINCE);
}

/** All objects of the bundle: who saw, what was seen, under which markings. */
export function bundleObjects(answers: Answers): {
  readonly objects: StixObject[];
  readonly namespace: string;
} {
  const namespace = uuid5(NAMESPACE, answers.caseId);
  const sighted = new Set(answers.findings.flatMap((finding) => finding.indicators));
  const used = answers.intelligence.matched.filter((indicator) => sighted.has(indicator.id));
  const label = labelOf(answers, used);
  const refs = [...new Set(used.flatMap((indicator) => indicator.markingRefs))].filter(isStixId).sort();
  const tlp = label === null ? [] : [tlpMarkingId(label)];
  const author: StixAuthor = { namespace, createdBy: null, at: SINCE, markings: tlp };
  const organisation = identity(author, { name: 'Unnamed organisation', class: 'organization' });
  const by = { ...author, createdBy: organisation.id };
  const seen = sightingsOf(answers, used, by);
  const sightings = seen.filter((object) => object.type === 'sighting').length;
  const group = grouping(
    { ...by, at: lastSeen(answers, sighted), markings: [...tlp, ...refs] },
    {
      name: `Seawall: ${counted(sightings, 'shared indicator')} sighted`,
      context: 'suspicious-activity',
      refs: seen.length > 0 ? [...new Set(seen.map((object) => object.id))] : [organisation.id],
    },
  );
  const marks = label === null ? [] : [{ ...tlpMarking(label) }];
  const carried = carriedFor(refs, answers.intelligence.carried);
  return { objects: [...carried, ...marks, organisation, ...seen, group], namespace };
}

/** STIX 2.1: sightings of shared indicators with the markings they came under; nothing of subscribers or accounts. */
export const stix: Report = {
  id: 'stix',
  title: 'STIX 2.1 bundle of sightings',
  extension: 'stix.json',
  mediaType: 'application/stix+json;version=2.1',
  write: function* write(answers) {
    const { objects, namespace } = bundleObjects(answers);
    yield plainJson(writeBundle(objects, namespace));
  },
};
