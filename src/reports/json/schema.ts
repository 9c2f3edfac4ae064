import { z } from 'zod';
import type { Answers, EvidenceSummary, HitAnswer, SinceAnswer } from '../../model/answers.ts';
import { exactly, type SchemaOf } from './exactly.ts';
import { confidence, count, instant, period, text, texts, time, tlp } from './schema-atoms.ts';
import { device, evidence, kindCoverage, ledgerRow } from './schema-evidence.ts';
import { checkSummary, finding, incident, playbook, verdict } from './schema-judged.ts';
import { devicePlan } from './schema-plan.ts';
import { duty, scope } from './schema-told.ts';

const hit: SchemaOf<HitAnswer> = exactly<HitAnswer>()(
  z
    .object({
      answer: z.enum(['yes', 'no', 'cannot-tell']),
      confidence: confidence.nullable(),
      devices: texts,
      systems: texts,
      playbook: playbook.nullable(),
      sentence: text,
      cells: z.object({ hit: count, clear: count, cannotTell: count }),
    })
    .meta({ id: 'HitAnswer' }),
  true,
);

const since: SchemaOf<SinceAnswer> = exactly<SinceAnswer>()(
  z
    .object({ atTheLatest: time, earliestPossible: time, sentence: text, finding: text.nullable() })
    .meta({ id: 'SinceAnswer' }),
  true,
);

const summary: SchemaOf<EvidenceSummary> = exactly<EvidenceSummary>()(
  z
    .object({
      files: count,
      bytes: count,
      kinds: z.array(z.object({ kind: text, files: count, bytes: count })),
      readBytes: count,
      setAsideBytes: count,
      notUnderstoodBytes: count,
      failedBytes: count,
      unknownFiles: count,
      partlyUnderstoodFiles: count,
      duplicates: z.array(z.object({ name: text, of: text })),
    })
    .meta({ id: 'EvidenceSummary' }),
  true,
);

const pack = z.object({
  id: text,
  name: text,
  items: count,
  marking: tlp.nullable(),
  problems: z.array(z.object({ code: text, text, count })),
});

const intelligence = z.object({
  items: count,
  latest: time,
  packs: z.array(pack),
  carried: z.record(text, z.unknown()),
  matched: z.array(
    z.object({
      id: text,
      type: text,
      value: text,
      title: text,
      marking: tlp.nullable(),
      markingRefs: texts,
    }),
  ),
});

/** The answers, all five with their proof and limits, as the JSON report holds them. */
export const answersSchema: SchemaOf<Answers> = exactly<Answers>()(
  z.object({
    schema: z.literal('seawall.answers/1'),
    version: text,
    caseId: text,
    asOf: instant,
    period,
    marking: tlp.nullable(),
    intelligence,
    evidence: summary,
    files: z.array(evidence),
    ledger: z.array(ledgerRow),
    devices: z.array(device),
    ambiguous: z.array(z.object({ origin: text, devices: texts })),
    coverage: z.array(z.object({ device: text, kinds: z.array(kindCoverage) })),
    checks: z.array(checkSummary),
    verdicts: z.array(verdict),
    findings: z.array(finding),
    incidents: z.array(incident),
    plans: z.array(devicePlan),
    scope,
    duties: z.array(duty),
    hit,
    since,
    depthSentence: text,
    whoSentence: text,
    tellSentence: text,
    limits: texts,
    settings: z.object({ since: time, until: time, jurisdictions: texts }),
  }),
  true,
);

/** The published JSON Schema (2020-12) of the JSON report; readers ignore members that it does not name. */
export function answersJsonSchema(): Record<string, unknown> {
  const body = z.toJSONSchema(answersSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    ...body,
    $id: 'seawall.answers-1.schema.json',
    title: 'Seawall answers, version 1',
    description: 'The five answers of Seawall with their proof and limits. Times are milliseconds UTC.',
  };
}
