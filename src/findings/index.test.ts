import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortLabel } from '../base/hash.ts';
import { DAY } from '../base/time.ts';
import type { CheckClass, Confidence, Hit, Proof, Severity } from '../model/verdict.ts';
import { type CheckMeta, type CheckResult, toFindings } from './index.ts';

const NOW = Date.UTC(2026, 10, 14);

function meta(id: string, of: CheckClass = 'compromise'): CheckMeta {
  return { id, class: of, attack: ['T1040'], otherExplanations: ['maintenance'], next: ['look'] };
}

function hit(with_: Partial<Hit> = {}): Hit {
  return {
    key: 'k',
    title: 'capture started',
    severity: 'high',
    confidence: 'medium',
    first: NOW - DAY,
    last: NOW - DAY,
    count: 1,
    proof: [],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    ...with_,
  };
}

function line(n: number): Proof {
  const ref = { evidence: 'e', line: n, lineEnd: n, byte: n * 10, length: 9 };
  return { ref, text: `line ${n}`, at: NOW - DAY + n * 1000, shows: 'x' };
}

function result(check: CheckMeta, hits: readonly Hit[], subject = 'pe-1'): CheckResult {
  return { check, subject, hits };
}

function findings(results: readonly CheckResult[], more: Partial<Parameters<typeof toFindings>[0]> = {}) {
  return toFindings({ results, suppressions: [], asOf: NOW, ...more });
}

describe('one finding for each check, subject and key', () => {
  it('joins hits of one key and keeps all that any of them says', () => {
    const early = hit({
      first: NOW - 3 * DAY,
      accounts: ['b'],
      count: 2,
      severity: 'low',
      title: 'weak words',
    });
    const late = hit({
      last: NOW,
      accounts: ['a'],
      addresses: ['203.0.113.9'],
      notes: ['n'],
      severity: 'critical',
    });
    const [found, ...others] = findings([
      result(meta('packet-capture'), [early]),
      result(meta('packet-capture'), [late]),
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      title: late.title,
      severity: 'critical',
      first: early.first,
      last: NOW,
      count: 3,
      accounts: ['a', 'b'],
      addresses: ['203.0.113.9'],
      notes: ['n'],
    });
  });

  it('keeps hits of two keys, two subjects or two checks apart', () => {
    const found = findings([
      result(meta('a'), [hit(), hit({ key: 'l' })]),
      result(meta('a'), [hit()], 'pe-2'),
      result(meta('b'), [hit()]),
    ]);
    expect(new Set(found.map((f) => f.id)).size).toBe(4);
  });

  it('keeps its id when times, counts, proof and severity change, since people write ids into tickets', () => {
    const [before] = findings([result(meta('a'), [hit()])]);
    const [after] = findings([
      result(meta('a'), [hit({ count: 9, last: NOW, severity: 'low', proof: [line(1)], title: 'other' })]),
    ]);
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toMatch(/^F-[2-9A-HJ-NP-Z]{6}$/);
  });

  it('gives two findings two ids even where their short labels are the same', () => {
    const seen = new Map<string, number>();
    let pair: [number, number] | null = null;
    for (let i = 0; pair === null; i += 1) {
      const label = shortLabel(`a|pe-1|${i}`, 6);
      const other = seen.get(label);
      if (other !== undefined) pair = [other, i];
      seen.set(label, i);
    }
    const hits = pair.map((n) => hit({ key: String(n) }));
    const found = findings([result(meta('a'), hits)]);
    expect(new Set(found.map((f) => f.id)).size).toBe(2);
    const alone = findings([result(meta('a'), hits.slice(0, 1))]);
    expect(alone[0]?.id).toHaveLength('F-'.length + 6);
  });

  it('keeps the first and the last lines of a long proof, each once', () => {
    const lines = Array.from({ length: 120 }, (_, n) => line(n));
    const [found] = findings([
      result(meta('a'), [hit({ proof: lines.slice(30) }), hit({ proof: lines.slice(0, 90) })]),
    ]);
    expect(found?.proof).toHaveLength(50);
    expect(found?.proof.slice(0, 25)).toEqual(lines.slice(0, 25));
    expect(found?.proof.slice(25)).toEqual(lines.slice(95));
  });
});

describe('what a match of a shared value may claim', () => {
  const match = hit({ severity: 'critical', confidence: 'high' });
  const indicator = meta('indicator-match', 'indicator');

  it('is never critical alone', () => {
    expect(findings([result(indicator, [match])])[0]?.severity).toBe('high');
  });

  it('may be critical where the same device shows a sign of compromise', () => {
    const found = findings([result(indicator, [match]), result(meta('packet-capture'), [hit({ key: 'c' })])]);
    expect(found.find((f) => f.check === 'indicator-match')?.severity).toBe('critical');
  });

  it('does not rise because of a sign elsewhere, a set-aside sign, or a weakness', () => {
    const other = result(meta('packet-capture'), [hit()], 'pe-2');
    const weak = result(meta('vty-exposed', 'weakness'), [hit()]);
    const aside = result(meta('packet-capture'), [hit()]);
    const id = findings([aside])[0]?.id as string;
    const suppressions = [{ finding: id, by: 'm.okafor', why: 'drill', until: null }];
    const found = findings([result(indicator, [match]), other, weak, aside], { suppressions });
    expect(found.find((f) => f.check === 'indicator-match')?.severity).toBe('high');
  });

  it('of a neighbouring address is never above medium, whatever stands beside it', () => {
    const found = findings([
      result(meta('indicator-near-match', 'indicator'), [match]),
      result(meta('packet-capture'), [hit({ severity: 'critical' })]),
    ]);
    expect(found.find((f) => f.check === 'indicator-near-match')?.severity).toBe('medium');
  });

  it('is less sure on a border router, and says why', () => {
    const roles = new Map([['pe-1', 'Peering border']]);
    const [found] = findings([result(indicator, [match])], { roles });
    expect(found?.confidence).toBe('medium');
    expect(found?.notes.join(' ')).toContain('Peering border');
  });

  it('leaves what a check of compromise says as it is', () => {
    const [found] = findings([result(meta('packet-capture'), [match])], {
      roles: new Map([['pe-1', 'border']]),
    });
    expect(found).toMatchObject({ severity: 'critical', confidence: 'high' });
  });
});

describe('findings that a person set aside', () => {
  const results = [
    result(meta('a'), [hit({ severity: 'critical' })]),
    result(meta('b'), [hit({ severity: 'info' })]),
  ];
  const id = findings(results)[0]?.id as string;

  it('are kept, marked with who and why, and read last', () => {
    const suppressions = [{ finding: id, by: 'm.okafor', why: 'our own test', until: NOW + DAY }];
    const found = findings(results, { suppressions });
    expect(found.map((f) => f.check)).toEqual(['b', 'a']);
    expect(found[1]?.suppressed).toEqual({ by: 'm.okafor', why: 'our own test', until: NOW + DAY });
  });

  it('count again from the moment the time is over', () => {
    const suppressions = [{ finding: id, by: 'm.okafor', why: 'our own test', until: NOW }];
    expect(findings(results, { suppressions })[0]).toMatchObject({ check: 'a', suppressed: null });
  });

  it('follow the decision that holds longest', () => {
    const decisions = [
      { finding: id, by: 'a', why: 'forever', until: null },
      { finding: id, by: 'b', why: 'a while', until: NOW + DAY },
    ];
    for (const suppressions of [decisions, decisions.toReversed()]) {
      expect(findings(results, { suppressions }).at(-1)?.suppressed?.by).toBe('a');
    }
  });
});

const severities: Severity[] = ['info', 'low', 'medium', 'high', 'critical'];
const confidences: Confidence[] = ['low', 'medium', 'high'];
const classes: CheckClass[] = ['compromise', 'contradiction', 'weakness', 'indicator'];
const time = fc.option(fc.integer({ min: 0, max: 5 }).map((n) => NOW - n * DAY));
const anyHit = fc
  .record({
    key: fc.constantFrom('k', 'l', 'm'),
    title: fc.constantFrom('x', 'y'),
    severity: fc.constantFrom(...severities),
    confidence: fc.constantFrom(...confidences),
    first: time,
    last: time,
    proof: fc.array(fc.integer({ min: 0, max: 99 }).map(line), { maxLength: 40 }),
    accounts: fc.subarray(['rancid', 'svc']),
  })
  .map((with_) => hit(with_));
const anyResult = fc
  .record({
    check: fc.integer({ min: 0, max: 3 }).map((n) => meta(`check-${n}`, classes[n])),
    subject: fc.constantFrom('pe-1', 'pe-2'),
    hits: fc.array(anyHit, { maxLength: 4 }),
  })
  .map((r): CheckResult => r);

/** The same results, hits of one check and subject taken apart, in any order. */
function shuffled(results: readonly CheckResult[]): fc.Arbitrary<CheckResult[]> {
  const parts = results.flatMap((r) => r.hits.map((one) => ({ ...r, hits: [one] })));
  return fc.shuffledSubarray(parts, { minLength: parts.length });
}

describe('any hits', () => {
  it('give the same findings in any order of arrival, worst first, none lost', () => {
    const worlds = fc
      .array(anyResult, { maxLength: 8 })
      .chain((results) => fc.tuple(fc.constant(results), shuffled(results)));
    fc.assert(
      fc.property(worlds, ([results, other]) => {
        const found = findings(results);
        expect(findings(other)).toEqual(found);
        const keys = new Set(
          results.flatMap((r) => r.hits.map((h) => `${r.check.id}|${r.subject}|${h.key}`)),
        );
        expect(found).toHaveLength(keys.size);
        const ranks = found.map((f) => severities.indexOf(f.severity));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      }),
    );
  });
});
