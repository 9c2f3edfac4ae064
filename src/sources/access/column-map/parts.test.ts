import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../base/time.ts';
import { TEST_KEYED } from '../../kit/recording-sink.ts';
import { EventReader } from './event.ts';
import { loadColumnMaps } from './map-schema.ts';
import type { ColumnMap } from './map-type.ts';
import { holdsPersonNumber, maskQuery, maskText } from './mask.ts';
import { canonicalPerson, looksLikePerson, numberForm } from './person.ts';
import { WallClock } from './zone.ts';

describe('maskQuery', () => {
  it.each([
    ["select * from t where a='x''y' and b=5", 'select * from t where a=? and b=?'],
    ["select N'x', E'y', 0xFF, 1.5e3 from t2", 'select ?, ?, ?, ? from t2'],
    ['select "Jane" from `my table`', 'select ? from `my table`'],
    ['a /* Jane */ b -- Jane\nc # Jane', 'a b c'],
    ['select $$Jane$$, $x$Jane$x$ from t', 'select ?, ? from t'],
    ["path='C:\\' and name='Jane'", 'path=?'],
    ["select q'[it's Jane]' from t", 'select ?'],
    ["open 'Jane", 'open ?'],
    ['from cdr_20261020 p, v$session', 'from cdr_# p, v$session'],
    ['target +1 202 555 0101', 'target +? ? ? ?'],
  ])('%s', (query, masked) => expect(maskQuery(query)).toBe(masked));

  it('never shows what stands in a literal, and never more than 400 characters', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ' ', ',', '(', '=', '1', '.'), maxLength: 20 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const masked = maskQuery(`${before} 'Jane ${after}' ${before.repeat(40)}`);
        expect(masked).not.toContain('Jane');
        expect(masked.length).toBeLessThanOrEqual(400);
      }),
    );
  });

  it('does not slow down on long hostile text', () => {
    expect(maskQuery("'".repeat(200_001))).toBe('?');
    expect(maskQuery(`/*${'/'.repeat(200_000)}`)).toBe('');
  });
});

describe('maskText', () => {
  it.each([
    ['call +1 (202) 555-0101 now', 'call # now'],
    ['202-555-0101', '#'],
    ['10.60.2.41 port 57722', '10.60.2.41 port 57722'],
    ['WR-2026-0125', 'WR-2026-0125'],
    ['2001:db8::12', '2001:db8::12'],
    ['imsi 310150123456789', 'imsi #'],
  ])('%s', (text, masked) => expect(maskText(text)).toBe(masked));
});

describe('holdsPersonNumber', () => {
  it.each([
    ['asked by 12025550101', true],
    ['a_12025550101', true],
    ['202-555-0101', true],
    ['IMSI001010123456789', true],
    ['CHG0012345678', false],
    ['WR-2026-0125', false],
    ['badge 1234567', false],
  ])('%s', (text, holds) => expect(holdsPersonNumber(text)).toBe(holds));
});

describe('canonicalPerson', () => {
  const us = { digits: 10, country: '1' };

  it('knows one number in all its forms', () => {
    for (const text of [
      '+1 202 555 0101',
      '12025550101',
      '001-202-555-0101',
      '(202) 555-0101',
      'tel:+1.202.555.0101',
    ])
      expect(canonicalPerson('msisdn', text, us)).toBe('12025550101');
  });

  it.each([
    ['44', '020 7946 0018', '442079460018'],
    ['44', '+44 (0)20 7946 0018', '442079460018'],
    ['44', '+44 020 7946 0018', '442079460018'],
    ['44', '0044 20 7946 0018', '442079460018'],
    ['44', '0169 77 3000', '44169773000'],
    ['39', '06 1234 5678', '390612345678'],
    ['39', '+39 06 1234 5678', '390612345678'],
    ['7', '8 495 123-45-67', '74951234567'],
  ])('in country %s takes the trunk digit off %s', (country, text, digits) => {
    const national = country === '7' ? { country, digits: 10, trunk: '8' } : { country, digits: 10 };
    expect(canonicalPerson('msisdn', text, national)).toBe(digits);
    expect(numberForm('msisdn', text, national)).toEqual({ tail: digits.slice(-7), international: true });
  });

  it('takes national numbers of any length where no number of digits is told', () => {
    expect(canonicalPerson('msisdn', '030 123456', { country: '49' })).toBe('4930123456');
  });

  it.each([
    ['020 7946 0018', { tail: '9460018', international: false }],
    ['442079460018', { tail: '9460018', international: false }],
    ['+442079460018', { tail: '9460018', international: true }],
    ['012 3456', { tail: null, international: false }],
    ['no number', null],
  ])('says of %s how it was written when the country is not told', (text, form) => {
    expect(numberForm('msisdn', text)).toEqual(form);
    expect(numberForm('imsi', text)).toBeNull();
  });

  it('does not complete a national number without being told how', () => {
    expect(canonicalPerson('msisdn', '2025550101')).toBe('2025550101');
  });

  it('drops the end of an IMEI, and case and blanks elsewhere', () => {
    expect(canonicalPerson('imei', '35-209900-176148-1')).toBe(canonicalPerson('imei', '3520990017614823'));
    expect(canonicalPerson('imsi', ' 001010123456789 ')).toBe('001010123456789');
    expect(canonicalPerson('email', ' Jane@Example.NET ')).toBe('jane@example.net');
    expect(canonicalPerson('ip', '2001:DB8::0:1')).toBe('2001:db8::1');
    expect(canonicalPerson('msisdn', 'Unknown')).toBe('unknown');
  });
});

describe('looksLikePerson', () => {
  it.each([
    ['+12025550101', 'msisdn'],
    ['001010123456789', 'imsi'],
    ['jane@example.net', 'email'],
    ['cdr.calls', null],
    ['192.0.2.1', null],
    ['CHG0012345678', null],
    ['555-0101', null],
  ])('%s', (text, kind) => expect(looksLikePerson(text)).toBe(kind));
});

describe('WallClock', () => {
  const at = (zone: string, wall: number): string => formatInstant(new WallClock(zone).instant(wall));

  it('knows UTC, offsets and named zones with their summer time', () => {
    expect(at('UTC', Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01T12:00:00Z');
    expect(at('+05:30', Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01T06:30:00Z');
    expect(at('-03:00', Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01T15:00:00Z');
    expect(at('America/Chicago', Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01T17:00:00Z');
    expect(at('America/Chicago', Date.UTC(2026, 0, 1, 12))).toBe('2026-01-01T18:00:00Z');
  });

  it('takes the later of two when an hour repeats', () => {
    expect(at('America/Chicago', Date.UTC(2026, 10, 1, 1, 30))).toBe('2026-11-01T07:30:00Z');
    expect(at('Europe/Berlin', Date.UTC(2026, 9, 25, 2, 30))).toBe('2026-10-25T01:30:00Z');
  });
});

describe('maps of other systems', () => {
  const yaml = `
id: lcs
title: Synthetic location log
verifiedOn: 2026-11-22
form: csv
system: gmlc
class: lcs
required: [when, who, what]
time: { column: when, format: day-first, zone: Europe/Berlin }
columns: { actor: who, action: what }
object: { value: target, kind: msisdn }
constants: { actorType: service }
actions: { lookup: view }
`;
  const map = loadColumnMaps(new Map([['access-maps/lcs.yaml', yaml]])).maps[0] as ColumnMap;
  const read = (row: Record<string, string>): ReturnType<EventReader['read']> =>
    new EventReader(map, TEST_KEYED).read((column) => row[column] ?? null, {
      evidence: 'e',
      line: 1,
      lineEnd: 1,
      byte: 0,
      length: 1,
    });

  it('may name a fixed kind of person, a zone, an order of dates and constants', () => {
    const event = read({ when: '20.07.2026 14:00', who: 'svc', what: 'Lookup', target: '+12025550101' });
    expect(event).toMatchObject({
      record: {
        at: Date.UTC(2026, 6, 20, 12),
        actorType: 'service',
        action: 'view',
        objectType: 'msisdn',
        object: TEST_KEYED.person('msisdn', '12025550101'),
        rows: null,
        result: 'unknown',
      },
    });
  });

  it('hide an actor that is a telephone number', () => {
    const event = read({ when: '20.07.2026', who: '+12025550101', what: 'lookup' });
    expect(JSON.stringify(event)).not.toContain('5550101');
  });
});
