import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factValue, knownFact, knownFactNames, timeFact } from './facts.ts';

const at = (value: string | number): unknown => timeFact({ 'awareness.at': value }, 'awareness.at');

describe('time facts', () => {
  it('reads epoch milliseconds and ISO 8601 with a zone', () => {
    const instant = Date.UTC(2026, 10, 24, 4, 30);
    expect(at(instant)).toBe(instant);
    expect(at('2026-11-24T04:30:00Z')).toBe(instant);
    expect(at('2026-11-23T23:30-05:00')).toBe(instant);
  });

  it('calls a time without a zone bad instead of guessing one', () => {
    expect(at('2026-11-23T23:30:00')).toBe('bad');
    expect(at('2026-11-23')).toBe('bad');
    expect(at('23 November 2026')).toBe('bad');
  });

  it('calls times outside 1970 to 2200 bad', () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, 8e15]) expect(at(wrong)).toBe('bad');
    expect(at('2026-13-45T99:99:99Z')).toBe('bad');
  });

  it('tells missing from bad', () => {
    expect(timeFact({}, 'awareness.at')).toBe('missing');
    expect(at('unknown')).toBe('missing');
  });
});

describe('the list of facts', () => {
  it('asks a question for each, in plain words', () => {
    for (const name of knownFactNames()) expect(knownFact(name)?.question).toMatch(/\?/);
  });

  it('does not know inherited names', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(knownFact(name)).toBeUndefined();
    expect(factValue({}, 'constructor')).toBeUndefined();
  });
});

describe('the table of facts for people', () => {
  it('stands in the README of the rows, complete and up to date', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../content/duties/README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    const expected = knownFactNames().map(
      (name) => `| \`${name}\` | ${knownFact(name)?.settledBy} | ${knownFact(name)?.question} |`,
    );
    expect(rows).toEqual(expected);
  });
});
