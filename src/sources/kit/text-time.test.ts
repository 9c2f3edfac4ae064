import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../base/time.ts';
import { type DateOrder, parseTextTime } from './text-time.ts';

const read = (text: string, order?: DateOrder): string | null => {
  const time = parseTextTime(text, order);
  return time ? `${formatInstant(time.wall)} ${time.zone} ${time.dateOnly}` : null;
};

describe('parseTextTime', () => {
  it.each([
    ['2026-10-20 02:13:07.25+00', '2026-10-20T02:13:07.250Z 0 false'],
    ['2026-10-20T02:13:07Z', '2026-10-20T02:13:07Z 0 false'],
    ['2026-10-20 02:13 -05:30', '2026-10-20T02:13:00Z -330 false'],
    ['2026/10/20 2:13:07.123456789', '2026-10-20T02:13:07.123Z null false'],
    ['2026-10-20', '2026-10-20T00:00:00Z null true'],
    ['2024-02-29', '2024-02-29T00:00:00Z null true'],
    ['2026-10-20 12:00 PM', '2026-10-20T12:00:00Z null false'],
    ['2026-10-20T02:13:07+14:00', '2026-10-20T02:13:07Z 840 false'],
    ['2026-10-20T02:13:07-1130', '2026-10-20T02:13:07Z -690 false'],
    ['2026-10-20T02:13:07-00:00', '2026-10-20T02:13:07Z 0 false'],
    ['2026-12-31 23:59:60', '2027-01-01T00:00:00Z null false'],
    ['2026-10-20 02:13:07,5 UTC', '2026-10-20T02:13:07.500Z 0 false'],
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['the furthest east', '2026-10-20 02:13+14:00', 840],
    ['the furthest west', '2026-10-20 02:13-12:00', -720],
    ['a quarter of an hour', '2026-10-20 02:13+0545', 345],
    ['hours alone', '2026-10-20 02:13-05', -300],
  ])('knows zones: %s', (_, text, minutes) => expect(parseTextTime(text)?.zone).toBe(minutes));

  it('knows leap days and leap seconds', () => {
    expect(read('2028-02-29')).toBe('2028-02-29T00:00:00Z null true');
    expect(read('2027-02-29')).toBeNull();
    expect(read('2016-12-31T23:59:60Z')).toBe('2017-01-01T00:00:00Z 0 false');
  });

  it('reads back any time that was written', () => {
    const instant = fc.date({ min: new Date(0), max: new Date(Date.UTC(2199, 0, 1)), noInvalidDate: true });
    fc.assert(
      fc.property(instant, (date) => {
        expect(parseTextTime(date.toISOString())?.wall).toBe(date.getTime());
      }),
    );
  });

  it('reads dates in the declared order only', () => {
    expect(read('20.10.2026 14:00:00', 'day-first')).toBe('2026-10-20T14:00:00Z null false');
    expect(read('10/20/2026 2:13 PM', 'month-first')).toBe('2026-10-20T14:13:00Z null false');
    expect(read('10/20/2026 12:13 AM', 'month-first')).toBe('2026-10-20T00:13:00Z null false');
    expect(read('20.10.2026')).toBeNull();
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-10-20 24:00',
    '2026-10-20T02:13:07 EST',
    '1.2.3',
    '2026-10/20',
    '2026-10-20 02:13+14:01',
    '2026-10-20 02:13-23:00',
    '2026-10-20 02:13+05:60',
    '2026-10-20 02:60',
    '2026-10-20 02:13:61',
    '1969-12-31',
    '2026-10-20 13:00 PM',
    '2026-10-20 0:30 AM',
    ' 2026-10-20',
    '2026-10-20 02:13:07.1234567890',
    '02026-10-20',
    '2026-10-20T02:13:07+99:99',
    '2026-10-20T02:13:07+15:00',
    '2026-10-20T02:13:07-12:60',
    '2025-02-29',
    '1969-12-31',
    '2026-00-10',
    '2026-10-00',
    '2026-10-20 13:00 PM',
    '2026-10-20 00:30 AM',
    '2026-10-20 02:60',
    '2026-10-20 02:13:61',
    '2026-10-20T02:13:07.1234567890Z',
    '2026-10-20T02:13:07Z; drop',
    '２０２６-10-20',
    `2026-10-20${' '.repeat(60)}`,
  ])('refuses %j', (text) => expect(read(text)).toBeNull());
});
