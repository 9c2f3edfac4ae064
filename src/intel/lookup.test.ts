import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inNetwork, parseIp, parseNetwork } from '../base/ip.ts';
import type { Indicator } from '../model/indicator.ts';
import { draftIndicator } from './draft.ts';
import { buildIndex, type IntelIndex } from './index.ts';
import { keyOf, withParents } from './keys.ts';
import { type IntelValue, readValue } from './value.ts';

const NOW = Date.UTC(2026, 9, 20);

function indexOf(indicators: readonly Indicator[], now: number = NOW): IntelIndex {
  const pack = { id: 'p', name: 'p', indicators, latest: null, marking: null, problems: [], carried: {} };
  return buildIndex([pack], { now });
}
const draft = (text: string, more: Partial<Indicator> = {}): Indicator =>
  draftIndicator(more.id ?? `id:${text}`, readValue(text)!, more);
const found = (index: IntelIndex, text: string): string[] => index.lookup(text).map((one) => one.value);

describe('names and the names above them', () => {
  const index = indexOf(['evil.example', 'deep.under.evil.example', 'co.uk'].map((text) => draft(text)));

  it.each([
    ['evil.example', ['evil.example']],
    ['a.evil.example', ['evil.example']],
    ['a.deep.under.evil.example', ['deep.under.evil.example', 'evil.example']],
    ['under.evil.example', ['evil.example']],
    ['evil.example.org', []],
    ['xevil.example', []],
    ['example', []],
    ['x@a.evil.example', ['evil.example']],
    ['https://a.evil.example:8443/x', ['evil.example']],
    ['a.evil.example.', ['evil.example']],
  ])('%s', (text, expected) => {
    expect(found(index, text).toSorted()).toEqual(expected.toSorted());
  });

  it('are as many as the name has dots, longest first, and each ends the one before', () => {
    const label = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 12 }), (labels) => {
        const names = withParents(labels.join('.'));
        expect(names).toHaveLength(labels.length - 1);
        for (const [i, name] of names.entries()) expect(name).toBe(labels.slice(i).join('.'));
      }),
    );
  });
});

describe('networks around an address', () => {
  const networks = [
    '203.0.113.0/24',
    '203.0.113.64/26',
    '203.0.113.77/32',
    '2001:db8::/32',
    '2001:db8:5::/48',
  ];
  const index = indexOf(networks.map((text) => draft(text)));

  it.each([
    '203.0.113.77',
    '203.0.113.64',
    '203.0.113.127',
    '203.0.113.128',
    '203.0.112.255',
    '2001:db8:5::1',
    '2001:db8:6::1',
    '2001:db9::',
  ])('%s is in just those that hold it', (text) => {
    const expected = networks.filter((one) => inNetwork(parseIp(text)!, parseNetwork(one)!));
    const names = expected.map((one) => one.replace('/32', one.includes(':') ? '/32' : ''));
    expect(found(index, text).toSorted()).toEqual(names.toSorted());
  });

  it('hold an IPv4 address that is written as IPv6', () => {
    expect(found(index, '::ffff:203.0.113.200')).toEqual(['203.0.113.0/24']);
  });

  it('of one version never hold addresses of the other', () => {
    expect(found(indexOf([draft('2001:db8::/32')]), '32.1.13.184')).toEqual([]);
  });
});

describe('when an indicator counts', () => {
  const at = (more: Partial<Indicator>): number => indexOf([draft('203.0.113.9', more)]).size;

  it.each<[string, Partial<Indicator>, number]>([
    ['without a validity', {}, 1],
    ['valid from a day to come', { validFrom: NOW + 1 }, 1],
    ['valid until a moment ago', { validUntil: NOW - 1 }, 0],
    ['valid until later', { validUntil: NOW + 1 }, 1],
    ['revoked', { revoked: true }, 0],
    ['revoked and still valid', { revoked: true, validUntil: NOW + 1 }, 0],
    ['with no confidence at all', { confidence: 0 }, 1],
  ])('%s: %d', (_name, more, size) => {
    expect(at(more)).toBe(size);
  });

  it('is judged at the moment that is asked for, so that history can be run again', () => {
    const expired = draft('203.0.113.9', { validUntil: NOW });
    expect(indexOf([expired], NOW - 1).size).toBe(1);
    expect(indexOf([expired], NOW + 1).size).toBe(0);
  });

  it('one that is revoked does not take the same value of another sharer with it', () => {
    const index = indexOf([
      draft('203.0.113.9', { id: 'a', revoked: true }),
      draft('203.0.113.9', { id: 'b' }),
    ]);
    expect(index.lookup('203.0.113.9').map((one) => one.id)).toEqual(['b']);
    expect(index.problems.map((p) => [p.code, p.count])).toEqual([['revoked', 1]]);
  });

  it('two with one id are both kept', () => {
    const index = indexOf([draft('203.0.113.9', { id: 'x' }), draft('203.0.113.10', { id: 'x' })]);
    expect(index.size).toBe(2);
    expect(found(index, '203.0.113.10')).toEqual(['203.0.113.10']);
  });
});

describe('text that is no value', () => {
  const index = indexOf([draft('evil.example'), draft('203.0.113.9')]);

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    '\0',
    '\0evil.example',
    '.',
    '/',
    ':',
    '[]',
    '@',
    'x'.repeat(9000),
  ])('%j finds nothing', (text) => {
    expect(index.lookup(text)).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(index.lookup(text))).toBe(true);
      }),
    );
  });
});

describe('keys', () => {
  const cases: readonly [string, IntelValue, IntelValue][] = [
    [
      'schemes do not matter',
      { type: 'url', value: 'http://a.example/x' },
      { type: 'url', value: 'https://a.example/x' },
    ],
    [
      'capitals do not matter',
      { type: 'domain', value: 'A.example' },
      { type: 'domain', value: 'a.EXAMPLE' },
    ],
  ];
  it.each(cases)('%s', (_name, a, b) => {
    expect(keyOf(a)).toBe(keyOf(b));
  });

  it('a file is never taken for a name', () => {
    expect(keyOf({ type: 'filename', value: 'evil.example' })).not.toBe(
      keyOf({ type: 'domain', value: 'evil.example' }),
    );
  });

  it('are bytes, and differ for different names of files but for ASCII capitals', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [a, b].map((value) => keyOf({ type: 'filename', value }));
        expect(x).toMatch(/^[\0-\u00ff]*$/);
        const plain = (text: string): string => text.replaceAll(/[A-Z]/g, (c) => c.toLowerCase());
        expect(x === y).toBe(plain(a) === plain(b));
      }),
    );
  });
});
