import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import type { Answers } from '../../src/model/answers.ts';
import { makeTar } from '../../src/sources/kit/archive/make-archives.ts';
import { addPaths, concludeHarbor, HARBOR, openHarbor } from './harbor.ts';

const CHILD = join(import.meta.dirname, 'killed-child.ts');
const LIMIT = 120_000;
/** Further points, evenly between the first and the last step. */
const SPREAD = 2;

let root = '';
let evidence = '';
let intel = '';
let steps: string[] = [];
let whole = '';
let count = 0;

/** Runs the child in a case of its own; without a number it lives. */
function assessIn(folder: string, dieBefore = -1): { signal: string | null; steps: string[] } {
  const file = `${folder}.steps`;
  const args = ['--no-warnings', CHILD, folder, file, String(dieBefore), evidence, intel];
  const { signal, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT });
  if (status !== 0 && signal === null) throw new Error(stderr);
  return { signal, steps: readFileSync(file, 'utf8').trimEnd().split('\n') };
}

function caseFolder(): string {
  return join(root, `case-${(count += 1)}`);
}

/** Assesses in this process; what was killed is gone on with. */
async function goOn(folder: string, paths: readonly string[]): Promise<Answers> {
  const opened = await openHarbor(folder);
  await addPaths(opened, paths);
  const answers = await concludeHarbor(opened);
  expect(await opened.store.awaited()).toEqual([]);
  await opened.close();
  return answers;
}

/** A little of the example: a configuration, intercept records, flows, an archive, a file under two names, intelligence. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'seawall-killed-'));
  evidence = join(root, 'evidence');
  intel = join(root, 'intel.json');
  mkdirSync(evidence);
  const from = (path: string): string => join(HARBOR, path);
  for (const path of ['logs/jump-01-auth.log', 'access/intercept-admin.jsonl'])
    copyFileSync(from(`evidence/${path}`), join(evidence, basename(path)));
  // The beginning of a capture is enough; that its last packet is cut is for the ledger to say.
  const capture = gunzipSync(readFileSync(from('evidence/flows/edge-netflow-20261108.pcap.gz')));
  writeFileSync(join(evidence, 'flows.pcap'), capture.subarray(0, 100_000));
  const config = readFileSync(from('evidence/configs/2026-11-13/pe-chi-01.cfg'));
  const sums = readFileSync(from('evidence/files/jump-02-sha256sums.txt'));
  const members = [
    { name: 'in/pe-chi-01.cfg', bytes: config },
    { name: 'in/sums.txt', bytes: sums },
  ];
  writeFileSync(join(evidence, 'bundle.tgz'), gzipSync(makeTar(members)));
  writeFileSync(join(evidence, 'a-copy.cfg'), config);
  copyFileSync(from('intel/harbor-sharing-group.json'), intel);
  const lived = assessIn(caseFolder());
  steps = lived.steps;
  whole = canonicalJson(await goOn(caseFolder(), [evidence, intel]));
}, LIMIT);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The place of a step: the n-th of its name, from the end with a negative n. */
function placeOf(name: string, n: number): number {
  const places = steps.flatMap((step, at) => (step === name ? [at] : []));
  const place = places.at(n);
  expect(place, `${name} ${n} among ${[...new Set(steps)].join(', ')}`).toBeDefined();
  return place as number;
}

/** Where two things must have happened together, or one in a known order before the other. */
const POINTS: readonly (readonly [name: string, place: () => number])[] = [
  ['before intelligence is kept', () => placeOf('insert into "pack"', 0)],
  ['with the intelligence, before its evidence is', () => placeOf('insert into "pack"', 0) + 1],
  ['with the end of the intelligence not kept yet', () => nextCommit(placeOf('insert into "pack"', 0))],
  ['after the intelligence and its evidence', () => nextCommit(placeOf('insert into "pack"', 0)) + 1],
  ['between the records of a file', () => placeOf('insert into "record"', -2)],
  ['while a second name of a file is noted', () => placeOf('insert into "duplicate"', 0)],
  ['after the members of an archive, before the archive', () => placeOf('insert into "container"', -1)],
  ['before flows have their name', () => placeOf('rename', 0)],
  ['after flows are sealed, before their evidence is', () => placeOf('rename', -1) + 1],
  ['before the hits are kept', () => placeOf('insert into "cell"', 0)],
  ['before the answers are kept', () => placeOf('insert into "answers"', 0)],
  ...Array.from(
    { length: SPREAD },
    (_, i) =>
      [
        `at a point between, ${i + 1}`,
        () => {
          const first = placeOf('insert into "awaited"', -1) + 2;
          return first + Math.floor(((steps.length - first) * (i + 1)) / (SPREAD + 1));
        },
      ] as const,
  ),
];

function nextCommit(after: number): number {
  return steps.indexOf('commit', after);
}

function addsUp(answers: Answers): void {
  const ids = answers.files.map((f) => f.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, size, name } of answers.files) {
    const rows = answers.ledger.filter((row) => row.evidence === id);
    expect(
      rows.reduce((sum, row) => sum + row.bytes, 0),
      name,
    ).toBe(size);
  }
}

describe('a run that is killed', () => {
  it.each(POINTS)(
    '%s: the next run gives the answers of one that was not',
    async (_name, place) => {
      const at = place();
      const folder = caseFolder();
      const child = assessIn(folder, at);
      expect(child.signal).toBe('SIGKILL');
      expect(child.steps).toEqual(steps.slice(0, at));
      // The next run is given everything again, or nothing at all: the case knows what it was promised.
      const answers = await goOn(folder, at % 2 === 0 ? [evidence, intel] : []);
      addsUp(answers);
      expect(canonicalJson(answers)).toBe(whole);
    },
    LIMIT,
  );

  it(
    'before anything was written leaves a case that begins anew',
    async () => {
      const folder = caseFolder();
      expect(assessIn(folder, 0).signal).toBe('SIGKILL');
      expect(canonicalJson(await goOn(folder, [evidence, intel]))).toBe(whole);
    },
    LIMIT,
  );
});
