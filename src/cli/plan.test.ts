import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../model/answers.ts';
import { SEVERITIES } from '../model/verdict.ts';
import { emptyAnswers } from '../reports/kit/fixture-large.ts';
import { finding, verdict } from '../reports/kit/fixture-parts.ts';
import { exitCode, type Plan, planOf } from './plan.ts';
import { resolveSettings } from './settings/resolve.ts';

async function plan(flags: Record<string, unknown>): Promise<Plan> {
  const none = '/dev/null/none';
  return planOf(await resolveSettings({ flags, environment: {}, projectFile: none, userFile: none }));
}

const medium = finding({ check: 'c', subject: 'pe-01', title: 't', severity: 'medium' });
const answers = (more: Partial<Answers>): Answers => ({
  ...emptyAnswers(),
  hit: { ...emptyAnswers().hit, answer: 'no' },
  verdicts: [],
  findings: [],
  ...more,
});

describe('the exit code', () => {
  it('is 2 for a hit at or above --fail-on, and only then', () => {
    const found = answers({ findings: [medium] });
    const codes = [...SEVERITIES, 'never' as const].map((failOn) =>
      exitCode(found, { failOn, strict: false }),
    );
    expect(codes).toEqual([2, 2, 2, 0, 0, 0]);
  });

  it('does not count what a person set aside', () => {
    const suppressed = { by: 'A. Reyes', why: 'planned', until: null };
    const found = answers({ findings: [{ ...medium, suppressed }] });
    expect(exitCode(found, { failOn: 'info', strict: false })).toBe(0);
  });

  it('is 1 for what cannot be told only with --strict, and a hit goes before it', () => {
    const blind = answers({ verdicts: [verdict('c', 'pe-01', { answer: 'cannot-tell' })] });
    expect(exitCode(blind, { failOn: 'medium', strict: false })).toBe(0);
    expect(exitCode(blind, { failOn: 'medium', strict: true })).toBe(1);
    expect(exitCode({ ...blind, findings: [medium] }, { failOn: 'medium', strict: true })).toBe(2);
  });

  it('is 0 with --strict when everything is clear', () => {
    const clear = answers({ verdicts: [verdict('c', 'pe-01', { answer: 'clear', reasons: [], blind: [] })] });
    expect(exitCode(clear, { failOn: 'medium', strict: true })).toBe(0);
  });
});

describe('a plan', () => {
  it('keeps the case beside the report unless it is named', async () => {
    expect((await plan({ out: 'x' })).folder).toBe(join('x', 'case'));
    expect((await plan({ out: 'x', case: 'y' })).folder).toBe('y');
  });

  it.each([
    [{ format: 'pdf' }, /format is "pdf"; it can be table, html/],
    [{ failOn: 'worst' }, /fail-on is "worst".*never/],
    [{ color: 'blue' }, /color is "blue"/],
    [{ since: '2026-10-02', until: '2026-10-01' }, /since is not before until/],
    [{ since: '2026-10-01', until: '2026-10-01' }, /since is not before until/],
    [{ case: 'cases/a', keyFile: 'cases/a/key' }, /lies inside the case/],
    [{ case: 'cases/a', keyFile: 'cases/../cases/a/deep/key' }, /lies inside the case/],
  ])('is refused for %j', async (flags, wanted) => {
    await expect(plan(flags)).rejects.toThrow(wanted);
  });

  it('takes a key beside the case, however alike the names are', async () => {
    expect((await plan({ case: 'cases/a', keyFile: 'cases/a-key' })).folder).toBe('cases/a');
    expect((await plan({ case: 'cases/a', keyFile: 'cases/..key' })).folder).toBe('cases/a');
  });
});
