import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../base/time.ts';
import { RecordingSink } from '../recording-sink.ts';
import { LossBook } from './losses.ts';

const AT = Date.UTC(2026, 9, 20);
const HOUR_OF = AT / HOUR;

function told(book: LossBook): RecordingSink['losses'] {
  const sink = new RecordingSink();
  book.report(sink);
  return sink.losses;
}

describe('what exporters lost', () => {
  it('says nothing of exporters that lost nothing', () => {
    const book = new LossBook();
    book.heard('192.0.2.1', AT, 30);
    expect(told(book)).toEqual([]);
  });

  it('sets what was lost beside what came, by exporter and hour', () => {
    const book = new LossBook();
    book.heard('192.0.2.1', AT, 30);
    book.lost('192.0.2.1', { from: AT + 1000, to: AT + 2000, units: 5 });
    book.heard('192.0.2.1', AT + HOUR, 40);
    book.heard('192.0.2.2', AT, 7);
    expect(told(book)).toEqual([
      { origin: 'addr:192.0.2.1', kind: 'flow', hour: HOUR_OF, lost: 5, heard: 30 },
      { origin: 'addr:192.0.2.1', kind: 'flow', hour: HOUR_OF + 1, lost: 0, heard: 40 },
    ]);
  });

  it('takes back what came late', () => {
    const book = new LossBook();
    book.lost('192.0.2.1', { from: AT, to: AT, units: 1 });
    book.late('192.0.2.1', AT, 1);
    expect(told(book)).toEqual([]);
  });

  it('leaves out what has no time', () => {
    const book = new LossBook();
    book.undecoded('192.0.2.1', Number.NaN, 3);
    book.lost('192.0.2.1', { from: AT, to: Number.NaN, units: 3 });
    expect(told(book)).toEqual([]);
  });

  it('loses no unit of a gap, however many hours it spans', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 2000 }), (units, hours) => {
        const book = new LossBook();
        book.lost('192.0.2.1', { from: AT - hours * HOUR, to: AT, units });
        const lost = told(book);
        expect(lost.reduce((sum, t) => sum + t.lost, 0)).toBeGreaterThanOrEqual(units);
        expect(lost.every((t) => t.hour <= HOUR_OF && t.lost > 0)).toBe(true);
      }),
    );
  });
});
