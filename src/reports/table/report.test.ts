import { describe, expect, it } from 'vitest';
import { textColumns } from '../../base/terminal.ts';
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from '../kit/fixture.ts';
import { emptyAnswers, largeAnswers } from '../kit/fixture-large.ts';
import { HOSTILE } from '../kit/fixture-parts.ts';
import { table } from './report.ts';

function linesOf(answers: Answers, width: number, more: object = {}): string[] {
  const options = { color: false, width, reportPath: 'seawall-report.html', next: 'seawall plan', ...more };
  const text = [...table.write(answers, options)].join('');
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Every sentence long enough to fill its lines, every list longer than the screen. */
function worstCase(): Answers {
  const large = largeAnswers();
  const long = 'a sentence that does not end '.repeat(30);
  const ways = large.verdicts.map((v, i) => ({
    ...v,
    reasons: v.reasons.map((r) => ({ ...r, cheapest: `${long} way ${i % 20}.` })),
  }));
  return {
    ...large,
    verdicts: ways,
    hit: { ...large.hit, sentence: long },
    since: { ...large.since, sentence: long },
    depthSentence: long,
    whoSentence: long,
    tellSentence: long,
    limits: [long, long],
    evidence: { ...large.evidence, files: 12_345_678, bytes: 9e15 },
  };
}

describe('size', () => {
  for (const width of [80, 120])
    it(`keeps to 40 lines and ${width} columns whatever the case`, () => {
      for (const answers of [richAnswers(), largeAnswers(), emptyAnswers(), worstCase()]) {
        const lines = linesOf(answers, width, { reportPath: 'x'.repeat(300) });
        expect(lines.length).toBeLessThanOrEqual(40);
        for (const line of lines) expect(textColumns(line)).toBeLessThanOrEqual(width);
      }
    });

  it('stays readable where the terminal says that it has no width', () => {
    for (const width of [0, -1, Number.NaN, 7]) expect(linesOf(richAnswers(), width).length).toBeLessThan(41);
  });
});

describe('what it says', () => {
  it('gives the five answers in order, before anything else', () => {
    const lines = linesOf(richAnswers(), 120);
    const at = ['ARE WE HIT?', 'SINCE WHEN?', 'HOW DEEP?', 'WHO?', 'TELL WHOM?', 'CRITICAL'].map((word) =>
      lines.findIndex((line) => line.trim().startsWith(word)),
    );
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(lines[at[0] as number]).toContain('YES');
  });

  it('does not say yes twice when the sentence does', () => {
    const rich = richAnswers();
    const answers = { ...rich, hit: { ...rich.hit, sentence: 'Yes: 3 devices.' } };
    expect(linesOf(answers, 120).find((l) => l.includes('ARE WE HIT?'))).toMatch(
      /\? +YES: 3 devices\. Confidence high\./,
    );
  });

  it('keeps a sentence that only starts with the word no', () => {
    const rich = richAnswers();
    const hit = { ...rich.hit, answer: 'no', sentence: 'No device shows a sign.' } as const;
    expect(linesOf({ ...rich, hit }, 120).join('\n')).toContain('NO: No device shows a sign.');
  });

  it('never cuts the id of a finding, at any width', () => {
    const rich = richAnswers();
    const text = linesOf(rich, 80).join('\n');
    for (const finding of rich.findings.filter((f) => f.suppressed === null))
      expect(text).toContain(finding.id);
  });

  it('does not list what was set aside among the findings, but says that there is some', () => {
    const rich = richAnswers();
    const text = linesOf(rich, 120).join('\n');
    expect(text).not.toContain(rich.findings.at(-1)?.id);
    expect(text).toMatch(/SET ASIDE +1 finding/);
  });

  it('shows one line for one check on many devices and how many devices more there are', () => {
    const lines = linesOf(largeAnswers({ devices: 10, checks: 1, findings: 10 }), 120);
    expect(lines.filter((l) => l.includes('CRITICAL'))).toHaveLength(1);
    expect(lines.find((l) => l.includes('CRITICAL'))).toContain('+9');
  });

  it('counts what it leaves out', () => {
    const text = linesOf(largeAnswers(), 120).join('\n');
    expect(text).toMatch(/and +1,179 more findings/);
    expect(text).toMatch(/CLEAR +and 33 more checks/);
  });

  it('names the cheapest way to find out for what cannot be told', () => {
    const lines = linesOf(richAnswers(), 120);
    const at = lines.findIndex((l) => l.includes('CANNOT TELL'));
    expect(lines[at]).toContain('2 devices: web UI exploit markers');
    expect(lines[at + 1]?.trim()).toBe(
      'cheapest: Add one logging line on the device and export its web log.',
    );
  });

  it('ends with where the report is, why, and what to run next', () => {
    const rich = richAnswers();
    expect(linesOf(rich, 120).at(-1)).toBe(
      `  report seawall-report.html    why: seawall why ${rich.findings[0]?.id}    next: seawall plan`,
    );
  });

  it('says how many routers gave nothing', () => {
    const rich = richAnswers();
    const text = linesOf({ ...rich, coverage: rich.coverage.slice(1) }, 120).join('\n');
    expect(text).toContain('2 routers: 1 with configuration and accounting, 1 silent; 2 other devices');
  });
});

describe('hostile evidence', () => {
  it('lets no control character and no override through', () => {
    for (const line of linesOf(richAnswers(), 120)) expect(line).not.toMatch(control);
    const answers = { ...richAnswers(), caseId: HOSTILE, tellSentence: HOSTILE, limits: [HOSTILE] };
    for (const line of linesOf(answers, 100, { caseName: HOSTILE, reportPath: HOSTILE }))
      expect(line).not.toMatch(control);
  });
});

describe('colour', () => {
  it('only adds colour: the words and columns stay the same', () => {
    const plain = linesOf(richAnswers(), 100);
    const painted = linesOf(richAnswers(), 100, { color: true });
    expect(painted.join('\n')).toContain('\u001b[');
    expect(painted.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))).toEqual(plain);
  });
});
