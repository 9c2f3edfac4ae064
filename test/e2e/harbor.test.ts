import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../src/model/answers.ts';
import { addPaths, concludeHarbor, HARBOR_PATHS, openHarbor, readKey, subjectOf } from './harbor.ts';

const KEY = readKey();
let answers: Answers;

function verdict(check: string, device: string): string {
  const subject = subjectOf(device, answers);
  const found = answers.verdicts.find((v) => v.check === check && v.subject === subject);
  if (!found) return 'none';
  return found.answer === 'cannot-tell'
    ? `cannot-tell (${found.reasons.map((r) => r.code).join(', ')})`
    : found.answer;
}

describe('the example carrier against its answer key', () => {
  beforeAll(async () => {
    const opened = await openHarbor(null);
    await addPaths(opened, HARBOR_PATHS);
    answers = await concludeHarbor(opened);
    await opened.close();
  }, 120_000);

  for (const entry of KEY.hit.filter((e) => e.optional !== true)) {
    it(`hit: ${entry.check} on ${entry.device}: ${entry.why}`, () => {
      expect(verdict(entry.check, entry.device)).toBe('hit');
      if (entry.at && answers.findings.length > 0) {
        const subject = subjectOf(entry.device, answers);
        const own = answers.findings.filter((f) => f.check === entry.check && f.subject === subject);
        const at = Date.parse(entry.at);
        const near = own.some(
          (f) =>
            f.first === null || (f.first <= at + 86_400_000 * 20 && (f.last ?? f.first) >= at - 86_400_000),
        );
        expect(near, own.map((f) => `${f.title} ${f.first}`).join('\n')).toBe(true);
      }
    });
  }

  for (const entry of KEY.quiet) {
    it(`quiet: ${entry.check} on ${entry.device}: ${entry.why}`, () => {
      expect(verdict(entry.check, entry.device)).not.toBe('hit');
    });
  }

  for (const entry of KEY.cannotTell) {
    it(`cannot tell: ${entry.check} on ${entry.device}: ${entry.why}`, () => {
      expect(verdict(entry.check, entry.device)).toMatch(/^cannot-tell/);
    });
  }

  it('finds compromise nowhere else than where it was planted', () => {
    const planted = new Set([...KEY.hit.map((e) => subjectOf(e.device, answers)), 'system:files']);
    const strays = answers.findings
      .filter((f) => (f.class === 'compromise' || f.class === 'contradiction') && !planted.has(f.subject))
      .map((f) => `${f.check} ${f.subject}: ${f.title}`);
    expect(strays).toEqual([]);
  });

  it('answers the first two questions', () => {
    expect(answers.hit.answer).toBe('yes');
    expect(answers.hit.devices).toEqual(expect.arrayContaining([...KEY.scope.devicesTouched]));
    // The key is written to the second.
    expect(Math.floor((answers.since.atTheLatest ?? 0) / 1000) * 1000).toBe(Date.parse(KEY.scope.since));
  });

  it('bounds what was taken: the planted rows lie between the bounds', () => {
    const records = answers.scope.data.find(
      (d) => d.system.includes('cdr-warehouse') && d.dataClass === 'call-metadata',
    );
    expect(records?.records.lower).toBeGreaterThanOrEqual(KEY.scope.callRecords.lower.bulkRows);
    const upper = records?.records.upper ?? Number.POSITIVE_INFINITY;
    expect(upper).toBeGreaterThanOrEqual(KEY.scope.callRecords.lower.bulkRows);
    expect(records?.unknown.length).toBeGreaterThan(0);
    const targets = answers.scope.data.find((d) => d.dataClass === 'intercept-target');
    expect(targets?.records.lower).toBeGreaterThanOrEqual(KEY.scope.intercept.lower.targetsListed);
  });

  it('accounts for every byte, and for what it did not understand', () => {
    const sum = answers.ledger.reduce((total, row) => total + row.bytes, 0);
    expect(sum).toBe(answers.evidence.bytes);
    expect(answers.evidence.failedBytes).toBe(0);
    for (const { path } of KEY.notUnderstood) {
      const file = answers.files.find((f) => f.name.endsWith(path));
      const rows = answers.ledger.filter((r) => r.evidence === file?.id && r.state === 'not-understood');
      expect(rows.length, path).toBeGreaterThan(0);
    }
  });
});
