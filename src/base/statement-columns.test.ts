import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN, FATE, StatementColumns } from './statement-columns.ts';

const ABOVE = { indent: 0, depth: 0, parent: -1 };

describe('StatementColumns', () => {
  it('keeps what each statement was given, however many there are', () => {
    const row = fc.record({ indent: fc.nat(9), depth: fc.nat(9), parent: fc.integer({ min: -1, max: 99 }) });
    const place = fc.record({
      line: fc.nat(2_000_000_000),
      byte: fc.nat(Number.MAX_SAFE_INTEGER),
      size: fc.nat(65_538),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), row, place), { maxLength: 300 }), (rows) => {
        const columns = new StatementColumns();
        for (const [text, above, at] of rows) columns.add(text, above, at);
        expect(columns.count).toBe(rows.length);
        for (const [i, [text, above, at]] of rows.entries()) {
          expect(columns.texts[i]).toBe(text);
          expect([columns.get(i, COLUMN.indent), columns.get(i, COLUMN.depth)]).toEqual([
            above.indent,
            above.depth,
          ]);
          expect(columns.get(i, COLUMN.parent)).toBe(above.parent);
          expect([columns.get(i, COLUMN.line), columns.byte(i), columns.get(i, COLUMN.size)]).toEqual([
            at.line,
            at.byte,
            at.size,
          ]);
          expect([columns.get(i, COLUMN.end), columns.fate(i)]).toEqual([0, null]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('sets a stretch aside but for what was read, and tells one reason from another', () => {
    const columns = new StatementColumns();
    for (const text of ['a', 'b', 'c', 'd']) columns.add(text, ABOVE, { line: 1, byte: 0, size: 10 });
    columns.set(1, COLUMN.fate, FATE.read);
    columns.setAside(0, 3, 'first');
    columns.setAside(2, 4, 'second');
    expect([0, 1, 2, 3].map((i) => columns.fate(i))).toEqual(['first', '', 'first', 'second']);
    expect(columns.code('second')).toBe(columns.code('second'));
    expect(columns.totals()).toEqual([
      { fate: '', units: 1, bytes: 10 },
      { fate: 'first', units: 2, bytes: 20 },
      { fate: 'second', units: 1, bytes: 10 },
    ]);
  });
});
