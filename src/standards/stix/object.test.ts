import { describe, expect, it } from 'vitest';
import { isStixId, memberOf, parseTimestamp, textOf, textsOf, timeOf } from './index.ts';

describe('timestamps', () => {
  it.each([
    ['2025-08-26T17:35:58.134Z', '2025-08-26T17:35:58.134Z'],
    ['2021-12-01T16:19:51.601791Z', '2021-12-01T16:19:51.601Z'],
    ['2025-08-26T17:35:58Z', '2025-08-26T17:35:58.000Z'],
    ['2025-08-26T17:35:58.1+02:00', '2025-08-26T15:35:58.100Z'],
    ['2024-02-23', '2024-02-23T00:00:00.000Z'],
    ['2024-02-29T23:59:59.999999999Z', '2024-02-29T23:59:59.999Z'],
    ['2025-01-01T00:30:00+01:00', '2024-12-31T23:30:00.000Z'],
    ['1969-12-31 23:59:59', '1969-12-31T23:59:59.000Z'],
    [' 2025-01-01 ', '2025-01-01T00:00:00.000Z'],
  ])('%s', (text, iso) => {
    expect(new Date(parseTimestamp(text) as number).toISOString()).toBe(iso);
  });

  it.each([
    '',
    'today',
    '2025-13-01T00:00:00Z',
    '2025-02-01T25:00:00Z',
    '2025-02-30T00:00:00Z',
    '2025-02-29',
    '2025-04-31T10:00:00+02:00',
    '2025-00-10',
    '2025-04-30T10:00:00+25:00',
    '2025-4-3',
    '+002025-04-30',
    '1692000000',
    '2025-08-26T17:35:58.134Z'.repeat(9),
  ])('refuses %j', (text) => {
    expect(parseTimestamp(text)).toBeNull();
  });
});

describe('members', () => {
  const value: unknown = JSON.parse(
    '{"a":"x","list":["p",1,null,"q"],"at":"2025-01-01T00:00:00Z","__proto__":{"b":"y"}}',
  );

  it('reads own members of the right type only', () => {
    expect(textOf(value, 'a')).toBe('x');
    expect(textsOf(value, 'list')).toEqual(['p', 'q']);
    expect(timeOf(value, 'at')).toBe(Date.UTC(2025, 0, 1));
    expect(textOf(value, 'list')).toBeUndefined();
    expect(timeOf(value, 'a')).toBeNull();
  });

  it('does not read inherited members', () => {
    expect(memberOf(value, 'b')).toBeUndefined();
    expect(memberOf(value, 'toString')).toBeUndefined();
    expect(memberOf('text', 'length')).toBeUndefined();
  });
});

it('knows the ids of STIX', () => {
  expect(isStixId('indicator--02b75f3e-57a5-4d2c-89aa-89ecd70fadda')).toBe(true);
  for (const bad of [
    'indicator--1',
    '__proto__',
    'indicator--02B75F3E-57A5-4D2C-89AA-89ECD70FADDA',
    `${'a'.repeat(999)}--x`,
  ])
    expect(isStixId(bad)).toBe(false);
});
