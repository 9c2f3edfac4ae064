// Synthetic: cases at the edges of size, for the tests of reports. Not part of the product.
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from './fixture.ts';
import {
  blind,
  cannotTell,
  covered,
  device,
  finding,
  kind,
  proof,
  snapshots,
  verdict,
} from './fixture-parts.ts';

/** A case of many devices, checks and findings: 500 × 35 and 1,200 unless told otherwise. */
export function largeAnswers(size: { devices?: number; checks?: number; findings?: number } = {}): Answers {
  const { devices: count = 500, checks: asked = 35, findings: hits = 1200 } = size;
  const rich = richAnswers();
  const names = Array.from({ length: count }, (_, i) => `pe-site${String(i % 40).padStart(2, '0')}-rtr-${i}`);
  const checks = Array.from({ length: asked }, (_, i) => ({
    ...(rich.checks[i % 5] as Answers['checks'][number]),
    id: `check-${String(i).padStart(2, '0')}`,
    title: `synthetic question number ${i}`,
  }));
  const file = rich.files[0] as Answers['files'][number];
  return {
    ...rich,
    devices: names.map((name) => device(name)),
    checks,
    verdicts: checks.flatMap((c, k) =>
      names.map((name, i) => ((i + k) % 3 === 0 ? cannotTell(c.id, name) : verdict(c.id, name))),
    ),
    coverage: names.map((name, i) =>
      covered(name, [
        snapshots([i % 100, 120]),
        kind('accounting', [blind(i % 50, (i % 50) + 2), blind(90, 91, 'sequence-gap')]),
        kind(
          'syslog',
          Array.from({ length: 60 }, (_, j) => blind(j * 3, j * 3 + 1)),
        ),
        kind('flow', []),
      ]),
    ),
    findings: Array.from({ length: hits }, (_, i) =>
      finding({
        check: `check-${String(i % asked).padStart(2, '0')}`,
        subject: names[i % count] as string,
        key: String(i),
        title: `Synthetic finding ${i} on ${names[i % count]}: something was seen that ought not to be there.`,
        severity: i < 100 ? 'critical' : 'medium',
        proof: Array.from({ length: 50 }, (_, line) => proof(file, line + 1)),
      }),
    ),
    files: Array.from({ length: 1500 }, (_, i) => ({ ...file, name: `exports/part-${i}.log` })),
  };
}

/** A case in which there was nothing to read. */
export function emptyAnswers(): Answers {
  const rich = richAnswers();

  return {
    ...rich,
    marking: null,
    intelligence: { items: 0, latest: null, packs: [], carried: {}, matched: [] },
    evidence: {
      files: 0,
      bytes: 0,
      kinds: [],
      readBytes: 0,
      setAsideBytes: 0,
      notUnderstoodBytes: 0,
      failedBytes: 0,
      unknownFiles: 0,
      partlyUnderstoodFiles: 0,
      duplicates: [],
    },
    files: [],
    ledger: [],
    devices: [],
    ambiguous: [],
    coverage: [],
    checks: [],
    verdicts: [],
    findings: [],
    incidents: [],
    scope: {
      blast: {
        hitDevices: [],
        exposedDevices: [],
        accounts: [],
        edges: [],
        secretGroups: 0,
        unseenDevices: [],
      },
      data: [],
      window: { from: null, earliest: null, to: null },
    },
    duties: [],
    hit: {
      answer: 'cannot-tell',
      confidence: null,
      devices: [],
      systems: [],
      playbook: null,
      sentence: 'No evidence could be read.',
      cells: { hit: 0, clear: 0, cannotTell: 0 },
    },
    since: { atTheLatest: null, earliestPossible: null, sentence: 'Nothing was seen.', finding: null },
    depthSentence: 'Nothing was seen.',
    whoSentence: 'Nothing was seen.',
    tellSentence: 'No duty was found.',
    limits: ['No evidence could be read.'],
  };
}
