import { assert, json, oneof, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStix, STIX_LIMITS, type StixReading } from './index.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const object = (n: number, more: object = {}): object => ({
  type: 'malware',
  id: `malware--${uuid(n)}`,
  ...more,
});
const bundle = (...objects: unknown[]): object => ({ type: 'bundle', id: `bundle--${uuid(0)}`, objects });
const read = (value: unknown, limits = STIX_LIMITS): StixReading =>
  readStix(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), limits);
const codes = (reading: StixReading): string[] => reading.problems.map((p) => p.code);

describe('what counts as STIX', () => {
  it.each([
    ['a bundle', bundle(object(1))],
    ['a TAXII envelope', { more: false, objects: [object(1)] }],
    ['an array', [object(1)]],
    ['a single object', object(1)],
    ['one object a line', `${JSON.stringify(object(1))}\n\n`],
  ])('reads %s', (_name, value) => {
    const reading = read(value);
    expect(reading.objects).toHaveLength(1);
    expect(reading.problems).toEqual([]);
  });

  it.each([
    ['text', 'hello', 'not-json'],
    ['an empty file', '', 'not-json'],
    ['other JSON', { a: 1 }, 'not-stix'],
    ['a number', '7', 'not-stix'],
    ['null', 'null', 'not-stix'],
    ['STIX 1', { stix_header: {}, version: '1.1.1' }, 'stix-1'],
    ['cut off JSON', '{"type":"bundle","objects":[{"type":"malw', 'not-json'],
    ['an open string', '{"type":"bun', 'not-json'],
  ])('refuses %s with a reason', (_name, value, code) => {
    expect(codes(read(value))).toEqual([code]);
  });

  it('tells 2.0 from 2.1', () => {
    expect(read({ ...bundle(object(1)), spec_version: '2.0' }).version).toBe('2.0');
    expect(read(bundle(object(1, { spec_version: '2.1' }))).version).toBe('2.1');
    expect(read(bundle(object(1))).version).toBe('2.0');
    expect(read(bundle()).version).toBeNull();
  });
});

describe('objects that cannot be used', () => {
  it('counts each by its reason and keeps the rest', () => {
    const reading = read(
      bundle(7, { type: 'malware' }, { type: 'Mal ware', id: 'x' }, object(1), {
        type: 'tool',
        id: `malware--${uuid(2)}`,
      }),
    );
    expect(reading.objects.map((o) => o.id)).toEqual([`malware--${uuid(1)}`]);
    expect(codes(reading)).toEqual(['bad-id', 'bad-type', 'id-of-other-type', 'not-an-object']);
  });

  it('keeps the newest version of an id, whatever the order', () => {
    const older = object(1, { modified: '2025-01-01T00:00:00Z', name: 'old' });
    const newer = object(1, { modified: '2025-02-01T00:00:00Z', name: 'new' });
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const reading = read(bundle(...order));
      expect(reading.objects.map((o) => o['name'])).toEqual(['new']);
      expect(codes(reading)).toEqual(['older-version']);
    }
  });

  it('says when one version of an id comes twice', () => {
    expect(codes(read(bundle(object(1), object(1, { name: 'other' }))))).toEqual(['same-version-twice']);
  });

  it('lets no key reach the prototype', () => {
    const text = `{"type":"bundle","objects":[{"type":"malware","id":"malware--${uuid(1)}","__proto__":{"polluted":1}},{"type":"__proto__","id":"__proto__--${uuid(1)}"}]}`;
    const reading = read(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(codes(reading)).toEqual(['bad-type']);
  });
});

describe('limits', () => {
  const limits = { bytes: 4096, objects: 3, depth: 8, string: 100 };

  it('refuses what is too large, too deep or has too long a string, before parsing', () => {
    expect(codes(read(' '.repeat(5000), limits))).toEqual(['too-large']);
    expect(codes(read('['.repeat(1000), limits))).toEqual(['too-deep']);
    expect(codes(read(bundle({ name: 'x'.repeat(101) }), limits))).toEqual(['string-too-long']);
  });

  it('is not fooled by brackets and quotes inside strings', () => {
    const reading = read(bundle(object(1, { name: `"\\[[[[[[[[[[[[{{{{{{"` })), limits);
    expect(reading.objects).toHaveLength(1);
  });

  it('reads as many objects as allowed and counts the others', () => {
    const reading = read(bundle(object(1), object(2), object(3), object(4), object(5)), limits);
    expect(reading.objects).toHaveLength(3);
    expect(reading.problems).toEqual([{ code: 'too-many-objects', count: 2 }]);
  });

  it('survives nesting that would overflow a recursive reader', () => {
    expect(codes(read('{"a":'.repeat(3_000_000)))).toEqual(['too-deep']);
  });
});

it('never throws, whatever the bytes', () => {
  assert(
    property(
      oneof(
        uint8Array({ maxLength: 300 }),
        json().map((j) => new TextEncoder().encode(j)),
      ),
      (bytes) => {
        const reading = readStix(bytes);
        expect(reading.objects.length > 0 || reading.problems.length > 0 || reading.version === null).toBe(
          true,
        );
      },
    ),
  );
});
