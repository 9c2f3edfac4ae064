// What holds for every format, over cases that are empty, rich, large and hostile.
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../base/canonical-json.ts';
import { textColumns } from '../base/terminal.ts';
import type { Answers } from '../model/answers.ts';
import type { Tlp } from '../model/evidence.ts';
import { tlpMarkingId } from '../standards/tlp/index.ts';
import { REPORT_IDS, REPORTS, type Report } from './index.ts';
import { json } from './json/report.ts';
import type { ReportOptions } from './kit/contract.ts';
import { richAnswers } from './kit/fixture.ts';
import { hostileAnswers } from './kit/fixture-hostile.ts';
import { emptyAnswers, largeAnswers } from './kit/fixture-large.ts';
import { finding, HOSTILE, verdict } from './kit/fixture-parts.ts';
import { sarif } from './sarif/report.ts';
import { stix } from './stix/report.ts';
import { table } from './table/report.ts';

// Many pages are written; a busy machine needs longer than five seconds.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());

const OPTIONS: ReportOptions = { color: false, width: 80 };
const write = (report: Report, answers: Answers, more: Partial<ReportOptions> = {}): string =>
  [...report.write(answers, { ...OPTIONS, ...more })].join('');

/** C0 but for the line end, DEL, C1, marks and overrides of direction. */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const TERMINAL_TRICKS = '\u001b]0;t\u0007\u009b31m\u0085\u007f\u202e\u2066\u2028\u200f\r\n\t\b\0';

const CASES: readonly (readonly [string, () => Answers])[] = [
  ['empty', emptyAnswers],
  ['rich', richAnswers],
  ['large', () => largeAnswers({ devices: 40, findings: 150 })],
  ['hostile', () => hostileAnswers(HOSTILE + TERMINAL_TRICKS)],
];

describe.each(REPORT_IDS)('format %s', (id) => {
  it.each(CASES)(
    'of the %s case holds no character that steers a terminal, and ends its last line',
    async (_name, made) => {
      const text = write(await REPORTS[id](), made());
      expect(STEERING.exec(text)?.index).toBeUndefined();
      expect(text.endsWith('\n')).toBe(true);
    },
  );

  it.each(CASES)('of the %s case is the same a second time and on another day', async (_name, made) => {
    const report = await REPORTS[id]();
    const first = write(report, made());
    vi.useFakeTimers({ now: Date.UTC(2031, 1, 3) });
    const second = write(report, made());
    vi.useRealTimers();
    expect(second).toBe(first);
  });

  it('does not change the answers it is given', async () => {
    const answers = hostileAnswers('x');
    const before = canonicalJson(answers);
    write(await REPORTS[id](), answers);
    expect(canonicalJson(answers)).toBe(before);
  });

  it('does not depend on the order of members', async () => {
    const turn = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turn);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([k, v]) => [k, turn(v)]),
      );
    };
    const report = await REPORTS[id]();
    expect(write(report, turn(richAnswers()) as Answers)).toBe(write(report, richAnswers()));
  });

  it('says what it is and how its files end', async () => {
    const report = await REPORTS[id]();
    expect(report.id).toBe(id);
    expect(report.extension).toMatch(/^[a-z]+(?:\.[a-z]+)?$/);
    expect(report.mediaType).toMatch(/^(?:text|application)\/[a-z0-9.+-]+(?:;.*)?$/);
  });
});

describe('TLP', () => {
  const labels: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
  const marked = (marking: Tlp): Answers => ({ ...richAnswers(), marking });
  const run = (answers: Answers): { properties: { tlp: unknown } } =>
    (JSON.parse(write(sarif, answers)) as { runs: [{ properties: { tlp: unknown } }] }).runs[0];

  it.each(labels)('%s is kept by JSON and SARIF and shown first by the terminal', (label) => {
    expect((JSON.parse(write(json, marked(label))) as Answers).marking).toBe(label);
    expect(run(marked(label)).properties.tlp).toBe(label);
    expect(write(table, marked(label), { width: 120 }).split('\n')[0]).toContain(`TLP:${label} `);
  });

  it.each(labels)('%s marks all that STIX says, unless an indicator is stricter', (label) => {
    const rich = richAnswers();
    const strictest = labels[Math.max(labels.indexOf(label), labels.indexOf('AMBER'))]!;
    const { objects } = JSON.parse(write(stix, marked(label))) as {
      objects: { id: string; type: string; object_marking_refs?: string[] }[];
    };
    const own = objects.filter(
      (o) => o.type !== 'marking-definition' && !Object.hasOwn(rich.intelligence.carried, o.id),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter((o) => !o.object_marking_refs?.includes(tlpMarkingId(strictest)))).toEqual([]);
    expect(objects.map((o) => o.id)).toContain(tlpMarkingId(strictest));
  });

  it('that is not stated is not invented', () => {
    const answers = { ...richAnswers(), marking: null };
    expect((JSON.parse(write(json, answers)) as Answers).marking).toBeNull();
    expect(run(answers).properties.tlp).toBeNull();
    expect(write(table, answers)).not.toContain('TLP:');
  });
});

describe('the terminal report', () => {
  const width = fc.integer({ min: 60, max: 200 });
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      HOSTILE,
      TERMINAL_TRICKS,
      '',
      ' ',
      'x'.repeat(900),
      '\u6771\u4eac'.repeat(200),
      '\u{1f600}'.repeat(90),
    ),
  );
  const linesOf = (answers: Answers, columns: number): string[] =>
    write(table, answers, { width: columns, reportPath: 'seawall-report.html', next: 'seawall plan' })
      .split('\n')
      .slice(0, -1);

  it('keeps to 40 lines and its width for any number of findings', () => {
    const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 60 }), width, (count, checks, columns) => {
        const findings = Array.from({ length: count }, (_, i) =>
          finding({
            check: `check-${i % checks}`,
            subject: `pe-${i % 37}`,
            key: String(i),
            title: `Synthetic finding ${i}`,
            severity: severities[i % 5]!,
          }),
        );
        const lines = linesOf({ ...richAnswers(), findings }, columns);
        expect(lines.length).toBeLessThanOrEqual(40);
        expect(Math.max(...lines.map(textColumns))).toBeLessThanOrEqual(Math.min(160, columns));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to its width and shows no control character for any text', () => {
    fc.assert(
      fc.property(text, width, (words, columns) => {
        for (const line of linesOf(hostileAnswers(words), columns)) {
          expect(textColumns(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(STEERING);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the five questions and the last line for any text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const lines = linesOf(hostileAnswers(words), 120);
        const questions = ['ARE WE HIT?', 'SINCE WHEN?', 'HOW DEEP?', 'WHO?', 'TELL WHOM?'];
        for (const question of questions)
          expect(lines.filter((line) => line.startsWith(`  ${question}`))).toHaveLength(1);
        expect(lines.at(-1)).toContain('seawall plan');
      }),
      { numRuns: 30 },
    );
  });

  it('counts every finding that it does not show', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (count, checks) => {
        const findings = Array.from({ length: count }, (_, i) =>
          finding({ check: `check-${i % checks}`, subject: `pe-${i}`, key: String(i), title: 't' }),
        );
        const lines = linesOf({ ...richAnswers(), findings }, 120);
        const shown = lines.filter((line) => line.startsWith('  CRITICAL'));
        const others = shown.reduce((sum, line) => sum + Number(/ \+(\d+) +F-/.exec(line)?.[1] ?? 0), 0);
        const rest = Number(
          /and +([\d,]+) more findings?,/.exec(lines.join('\n'))?.[1]?.replace(',', '') ?? 0,
        );
        expect(shown.length + others + rest).toBe(count);
      }),
      { numRuns: 40 },
    );
  });
});

describe('JSON', () => {
  it('gives back exactly the answers, whatever they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const answers = hostileAnswers(words);
        expect(canonicalJson(JSON.parse(write(json, answers)))).toBe(canonicalJson(answers));
      }),
      { numRuns: 25 },
    );
  });

  it('is canonical JSON where nothing needs to be hidden', () => {
    expect(write(json, emptyAnswers())).toBe(`${canonicalJson(emptyAnswers())}\n`);
  });
});

describe('SARIF', () => {
  interface Result {
    readonly kind: string;
    readonly level: string;
    readonly ruleId: string;
    readonly message: { readonly text: string };
    readonly suppressions?: readonly unknown[];
  }
  const resultsOf = (answers: Answers, includeClear = true): Result[] =>
    (JSON.parse(write(sarif, answers, { includeClear })) as { runs: [{ results: Result[] }] }).runs[0]
      .results;

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
    ['info', 'note'],
  ] as const)('a finding that is %s is a failure of level %s', (severity, level) => {
    const answers = {
      ...richAnswers(),
      findings: [finding({ check: 'x', subject: 'y', title: 't', severity })],
    };
    expect(resultsOf(answers, false).filter((r) => r.kind === 'fail')).toMatchObject([{ level }]);
  });

  it('has one result for each finding, one for each open reason and one for each clear check', () => {
    const answers = richAnswers();
    const kinds = Map.groupBy(resultsOf(answers), (result) => result.kind);
    expect(kinds.get('fail')).toHaveLength(answers.findings.length);
    const clear = new Set(answers.verdicts.filter((v) => v.answer === 'clear').map((v) => v.check));
    expect(new Set(kinds.get('pass')?.map((r) => r.ruleId))).toEqual(clear);
    const open = new Set(answers.verdicts.filter((v) => v.answer === 'cannot-tell').map((v) => v.check));
    expect(new Set(kinds.get('open')?.map((r) => r.ruleId))).toEqual(open);
  });

  it('never passes what cannot be told', () => {
    const rich = richAnswers();
    const verdicts = rich.verdicts.map((v) =>
      verdict(v.check, v.subject, { answer: 'cannot-tell', clear: [] }),
    );
    expect(resultsOf({ ...rich, verdicts }).filter((r) => r.kind === 'pass')).toEqual([]);
  });

  it('is JSON with the same results whatever evidence says', () => {
    const calm = resultsOf(hostileAnswers('x')).map((r) => [r.kind, r.level, r.ruleId]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const found = resultsOf(hostileAnswers(words));
        expect(found.map((r) => [r.kind, r.level, r.ruleId])).toEqual(calm);
        expect(found.every((r) => r.message.text.length > 0)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
