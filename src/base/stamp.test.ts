import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyStamp, isDay, StampReader } from './stamp.ts';
import { resolveNear, StampResolver } from './stamp-resolve.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): { iso: string | null; year: number; end: number } {
  const reader = new StampReader();
  const bytes = bytesOf(text);
  if (!reader.read(bytes, 0, bytes.length)) return { iso: null, year: 0, end: 0 };
  const { year, month, day, clock } = reader;
  const at = resolveNear({ ...emptyStamp(), year, month, day, clock }, Date.UTC(2026, 9, 1));
  return { iso: new Date(at).toISOString(), year, end: reader.end };
}

describe('StampReader', () => {
  it.each([
    ['Oct 15 00:01:02 host', '2026-10-15T00:01:02.000Z', 15],
    ['Oct  5 00:01:02.123: %SYS', '2026-10-05T00:01:02.123Z', 19],
    ['Oct 5 00:01:02.1', '2026-10-05T00:01:02.100Z', 16],
    ['Oct 15 2024 00:01:02.589793 UTC', '2024-10-15T00:01:02.589Z', 27],
    ['2026 Oct 15 00:01:02 CET', '2026-10-15T00:01:02.000Z', 20],
    ['Thu Oct 15 00:01:02 2020', '2020-10-15T00:01:02.000Z', 24],
    ['2026-10-15T00:01:02.003Z', '2026-10-15T00:01:02.003Z', 23],
    ['2026-10-15 00:01:02,5', '2026-10-15T00:01:02.000Z', 19],
    ['2026/10/15 00:01:02 x', '2026-10-15T00:01:02.000Z', 19],
    ['Feb 29 2024 12:00:00', '2024-02-29T12:00:00.000Z', 20],
  ])('%s', (text, iso, end) => {
    expect(read(text)).toMatchObject({ iso, end });
  });

  it.each([
    'Oct 32 00:01:02',
    'Oct 15 24:01:02',
    'Oct 15 00:60:02',
    'Feb 30 00:00:00',
    'Feb 29 2025 00:00:00',
    'Okt 15 00:01:02',
    '2026-13-01T00:00:00',
    '2026-10-15X00:01:02',
    'Oct 15 00:01',
    '1.2.3.4 - - [15/Oct/2026]',
    '',
  ])('refuses %s', (text) => {
    expect(read(text).iso).toBeNull();
  });

  it('reads back every second that it is given, in all layouts', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_799 }), (seconds) => {
        const iso = new Date(seconds * 1000).toISOString();
        const month = months[Number(iso.slice(5, 7)) - 1];
        const day = iso.slice(8, 10).replace(/^0/, ' ');
        expect(read(iso.slice(0, 19)).iso).toBe(iso);
        expect(read(`${month} ${day} ${iso.slice(0, 4)} ${iso.slice(11, 19)}`).iso).toBe(iso);
        expect(read(`Mon ${month} ${day} ${iso.slice(11, 19)} ${iso.slice(0, 4)}`).iso).toBe(iso);
      }),
    );
  });

  it('reads nothing behind its limit and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, to) => {
        const reader = new StampReader();
        const limit = Math.min(to, bytes.length);
        expect(reader.read(bytes, 0, limit) ? reader.end : 0).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('StampReader at the edges', () => {
  it.each([
    ['the last second of a day', 'Dec 31 2026 23:59:59', '2026-12-31T23:59:59.000Z'],
    ['a leap second', 'Dec 31 2016 23:59:60', '2017-01-01T00:00:00.000Z'],
    ['capitals', 'OCT 15 2026 00:01:02', '2026-10-15T00:01:02.000Z'],
    ['nine digits of a fraction', '2026-10-15T00:01:02.123456789Z', '2026-10-15T00:01:02.123Z'],
    ['a point and no digits', 'Oct 15 2026 00:01:02. x', '2026-10-15T00:01:02.000Z'],
    ['the first year', 'Jan  1 1970 00:00:00', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (_name, text, iso) => {
    expect(read(text).iso).toBe(iso);
  });

  it.each([
    ['a day of zero', 'Oct 00 2026 00:01:02'],
    ['a leap second too many', 'Oct 15 2026 00:01:61'],
    ['a year before the epoch', 'Oct 15 1969 00:01:02'],
    ['dashes that do not agree', '2026-10/15 00:01:02'],
    ['a minus in the time', 'Oct 15 2026 00:-1:02'],
    ['letters in the day', 'Oct 1x 2026 00:01:02'],
    ['a month that only begins like one', 'Octo 5 00:01:02.00'],
    ['no space after the month', 'Oct15 2026 00:01:02'],
    ['a weekday and no month', 'Thu 15 2026 00:01:02'],
  ])('refuses %s', (_name, text) => {
    expect(read(text).iso).toBeNull();
  });

  it('reads the same wherever it stands in the bytes, and whatever follows its limit', () => {
    const forms = [
      'Oct 15 2026 00:01:02.5',
      '2026-10-15T00:01:02.5',
      'Thu Oct 15 00:01:02 2026',
      'Oct 15 00:01:02',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.string(), fc.string(), (text, before, after) => {
        const start = bytesOf(before).length;
        const bytes = bytesOf(before + text + after);
        const reader = new StampReader();
        const alone = new StampReader();
        expect(alone.read(bytesOf(text), 0, text.length)).toBe(true);
        expect(reader.read(bytes, start, start + text.length)).toBe(true);
        const fields = ({ year, month, day, clock, end }: StampReader, from: number): number[] => [
          year,
          month,
          day,
          clock,
          end - from,
        ];
        expect(fields(reader, start)).toEqual(fields(alone, 0));
      }),
    );
  });
});

describe('isDay', () => {
  it('knows leap years, and lets 29 February stand where the year is unknown', () => {
    expect([isDay(2000, 2, 29), isDay(1900, 2, 29), isDay(0, 2, 29), isDay(2026, 4, 31)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('StampResolver', () => {
  const anchor = Date.UTC(2026, 10, 22);
  const resolve = (month: number, day: number, rest: { clock?: number; zone?: number } = {}): string =>
    new Date(new StampResolver(anchor).resolve({ ...emptyStamp(), month, day, ...rest })).toISOString();

  it('takes the latest year that is not after the anchor plus a day', () => {
    expect(resolve(11, 22)).toBe('2026-11-22T00:00:00.000Z');
    expect(resolve(11, 23)).toBe('2026-11-23T00:00:00.000Z');
    expect(resolve(11, 23, { clock: 1 })).toBe('2025-11-23T00:00:00.001Z');
    expect(resolve(12, 31)).toBe('2025-12-31T00:00:00.000Z');
    expect(resolve(2, 29)).toBe('2024-02-29T00:00:00.000Z');
  });

  it('counts the zone before it compares', () => {
    expect(resolve(11, 23, { clock: 3_600_000, zone: 60 })).toBe('2026-11-23T00:00:00.000Z');
    expect(resolve(11, 23, { clock: 3_600_001, zone: 60 })).toBe('2025-11-23T00:00:00.001Z');
  });

  it('gives the same answers whatever was asked before', () => {
    const stamp = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      clock: fc.integer({ min: 0, max: 86_399_999 }),
      zone: fc.integer({ min: -720, max: 840 }),
      year: fc.constantFrom(0, 0, 2025, 2026),
    });
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 1, maxLength: 12 }), (stamps) => {
        const used = new StampResolver(anchor);
        for (const one of stamps) {
          const full = { ...one, zoneState: 'known' as const };
          expect(used.resolve(full)).toBe(new StampResolver(anchor).resolve(full));
        }
      }),
    );
  });
});

describe('resolveNear', () => {
  it('is the nearest of all years', () => {
    const near = fc.integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2060, 0, 1) });
    const stamp = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 29 }),
      clock: fc.nat(86_399_999),
    });
    fc.assert(
      fc.property(stamp, near, (one, at) => {
        const years = Array.from(
          { length: 80 },
          (_, i) => Date.UTC(1990 + i, one.month - 1, one.day) + one.clock,
        );
        const real = years.filter((time) => new Date(time).getUTCDate() === one.day);
        const least = Math.min(...real.map((time) => Math.abs(time - at)));
        expect(Math.abs(resolveNear({ ...emptyStamp(), ...one }, at) - at)).toBe(least);
      }),
    );
  });

  it('crosses the turn of the year', () => {
    const stamp = { ...emptyStamp(), month: 12, day: 31, clock: 86_399_000 };
    expect(new Date(resolveNear(stamp, Date.UTC(2026, 0, 1))).toISOString()).toBe('2025-12-31T23:59:59.000Z');
  });
});
