import { describe, expect, it } from 'vitest';
import { LedgerBook } from './ledger-book.ts';
import type { Line } from './lines.ts';
import { RecordingSink } from './recording-sink.ts';

function lineOf(text: string, number = 1): Line {
  const bytes = Buffer.from(text);
  return { bytes, start: 0, end: bytes.length, number, offset: number * 1000, size: bytes.length + 1 };
}

describe('LedgerBook', () => {
  it('gives samples of the first twenty places of each reason and counts the rest, to the last byte', () => {
    const sink = new RecordingSink();
    const book = new LedgerBook(sink);
    for (let i = 1; i <= 50; i += 1) book.line(lineOf('strange', i), 'not-understood', 'one');
    for (let i = 1; i <= 5; i += 1) book.line(lineOf('broken', i), 'failed', 'two');
    book.close();
    expect(sink.accounts.filter((a) => a.sample)).toHaveLength(25);
    expect(sink.bytes('not-understood')).toBe(50 * 8);
    expect(sink.bytes('failed')).toBe(5 * 7);
    expect(sink.accounts.reduce((sum, a) => sum + a.units, 0)).toBe(55);
  });

  it('shows neither secrets nor what moves a terminal, and not more than a line of it', () => {
    const sink = new RecordingSink();
    const book = new LedgerBook(sink);
    book.line(lineOf('username x password 0 Xq7synth \u001b[2J'), 'not-understood', 'r');
    book.line(lineOf(`enable secret ${'Xq7synth'.repeat(200)}`), 'not-understood', 'r');
    book.line(lineOf('x'.repeat(5000)), 'failed', 'r');
    const shown = sink.accounts.map((a) => a.sample!.text);
    expect(shown.join('')).not.toContain('Xq7synth');
    expect(shown.join('')).not.toContain('\u001b');
    for (const text of shown) expect(text.length).toBeLessThanOrEqual(160);
  });

  it('keeps sums of one reason apart by state, and says nothing of what never came', () => {
    const sink = new RecordingSink();
    const book = new LedgerBook(sink);
    book.tally('read', 'x').bytes += 3;
    book.tally('set-aside', 'x').bytes += 4;
    book.tally('read', 'nothing');
    book.close();
    book.close();
    expect(sink.accounts).toMatchObject([
      { state: 'read', reason: 'x', bytes: 3 },
      { state: 'set-aside', reason: 'x', bytes: 4 },
    ]);
  });
});
