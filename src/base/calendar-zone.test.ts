import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from './calendar-day.ts';
import { dateInWords, endOfDay, isTimeZone, localDay, startOfDay, timeInWords } from './calendar-zone.ts';
import { formatInstant, HOUR } from './time.ts';

const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;
const hoursIn = (date: string, zone: string): number =>
  (startOfDay(day(date) + 1, zone) - startOfDay(day(date), zone)) / HOUR;

describe('local days', () => {
  it('keeps 23:30 on its own date, whatever the date is in UTC', () => {
    const late = Date.parse('2026-11-23T23:30:00-05:00');
    expect(isoDate(localDay(late, 'America/New_York'))).toBe('2026-11-23');
    expect(isoDate(localDay(late, 'UTC'))).toBe('2026-11-24');
  });

  it('knows days of 23, 24 and 25 hours', () => {
    expect(hoursIn('2026-03-08', 'America/New_York')).toBe(23);
    expect(hoursIn('2026-11-01', 'America/New_York')).toBe(25);
    expect(hoursIn('2026-11-02', 'America/New_York')).toBe(24);
    expect(hoursIn('2026-03-29', 'Europe/Brussels')).toBe(23);
    expect(hoursIn('2026-11-02', 'Asia/Kolkata')).toBe(24);
  });

  it('starts a day after midnight where the clock skips midnight', () => {
    expect(formatInstant(startOfDay(day('2026-04-24'), 'Africa/Cairo'))).toBe('2026-04-23T22:00:00Z');
    expect(timeInWords(startOfDay(day('2026-04-24'), 'Africa/Cairo'), 'Africa/Cairo')).toContain(' 01:00 ');
  });

  it('ends a day one second before the next begins', () => {
    expect(timeInWords(endOfDay(day('2026-12-03'), 'America/New_York'), 'America/New_York')).toBe(
      'Thu 3 Dec 2026 23:59 (America/New_York)',
    );
  });

  it('puts both ends of every day inside that day', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 25_000 }), zones, (n, zone) => {
        expect(localDay(startOfDay(n, zone), zone)).toBe(n);
        expect(localDay(startOfDay(n, zone) - 1, zone)).toBe(n - 1);
        expect(localDay(endOfDay(n, zone), zone)).toBe(n);
      }),
      { numRuns: 40 },
    );
  });
});

describe('odd days of real zones', () => {
  it.each([
    ['a day of 24 hours and half an hour more', '2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['half an hour less', '2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['a zone without summer time', '2026-03-29', 'Asia/Tokyo', 24],
    ['the change in the south', '2026-04-05', 'Pacific/Auckland', 25],
  ])('%s', (_name, date, zone, hours) => {
    expect(hoursIn(date, zone)).toBe(hours);
  });

  it('starts a date that a zone skipped where the next one starts', () => {
    // Samoa went from 29 to 31 December 2011.
    const skipped = startOfDay(day('2011-12-30'), 'Pacific/Apia');
    expect(skipped).toBe(startOfDay(day('2011-12-31'), 'Pacific/Apia'));
    expect(isoDate(localDay(skipped - 1, 'Pacific/Apia'))).toBe('2011-12-29');
  });

  it('counts every hour of a year once, in every zone', () => {
    const zones = [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
    ];
    for (const zone of zones) {
      const from = day('2026-01-01');
      let sum = 0;
      for (let at = from; at < from + 365; at += 1) sum += startOfDay(at + 1, zone) - startOfDay(at, zone);
      expect(sum / HOUR).toBe(365 * 24);
    }
  });
});

describe('zone names', () => {
  it('takes names of the list and refuses the rest', () => {
    expect(isTimeZone('America/Argentina/Buenos_Aires')).toBe(true);
    for (const wrong of ['Mars/Olympus', '+05:00', '', 'a', '../../etc/passwd', 'x'.repeat(5000)]) {
      expect(isTimeZone(wrong)).toBe(false);
    }
  });

  it('writes dates in English', () => {
    expect(dateInWords(day('2026-11-26'))).toBe('Thu 26 Nov 2026');
  });
});
