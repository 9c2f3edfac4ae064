import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, settle } from './clock.ts';

const utc = (text: string, zones: [string, number][] = []): unknown => {
  const time = readClock(text);
  const settled = time && settle(time, new Map(zones));
  return settled && [new Date(settled.at).toISOString(), settled.quality];
};

describe('readClock and settle', () => {
  it('reads UTC as exact', () => {
    expect(utc('03:12:44.123 UTC Fri Oct 16 2026')).toEqual(['2026-10-16T03:12:44.123Z', 'exact']);
  });

  it('reads a zone as the configuration defines it', () => {
    const zones: [string, number][] = [['CDT', -300]];
    expect(utc('22:12:44 CDT Thu Oct 15 2026', zones)).toEqual(['2026-10-16T03:12:44.000Z', 'exact']);
  });

  it('takes an unknown zone for UTC and says so', () => {
    expect(utc('03:12:44.1 XYZ Fri Oct 16 2026')).toEqual(['2026-10-16T03:12:44.100Z', 'zone-assumed']);
  });

  it('tells a clock that was never set', () => {
    expect(utc('*00:01:02.003 UTC Mon Mar 1 1993')).toEqual(['1993-03-01T00:01:02.003Z', 'clock-unset']);
  });

  it('takes the dot of a clock that lost its server', () => {
    expect(utc('.03:12:44.123 UTC Fri Oct  6 2026')).toEqual(['2026-10-06T03:12:44.123Z', 'exact']);
  });

  it.each([
    '24:00:00 UTC Fri Oct 16 2026',
    '03:61:00 UTC Fri Oct 16 2026',
    '03:12:44 UTC Fri Foo 16 2026',
    '03:12:44 UTC Tue Feb 30 2026',
    'Fri Oct 16 03:12:44 2026',
    '',
  ])('refuses %j', (text) => {
    expect(readClock(text)).toBeNull();
  });

  it('reads what a device prints at any time', () => {
    const range = {
      min: new Date(Date.UTC(1993, 0, 1)),
      max: new Date(Date.UTC(2090, 0, 1)),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const [day, number, month, year, time] = date.toUTCString().replace(',', '').split(' ');
        const text = `${time} UTC ${day} ${month} ${Number(number)} ${year}`;
        expect(readClock(text)?.local).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
