import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deterministicId, isStixId, OBSERVABLE_NAMESPACE, observable, observableId, uuid5 } from './index.ts';

// The namespaces of RFC 9562 section 6.6.
const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const URL_SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

describe('UUID version 5', () => {
  it.each([
    // RFC 9562 appendix A.4, and the example of the Python documentation.
    [DNS, 'www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    [DNS, 'python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
  ])('%s %s', (space, name, expected) => {
    expect(uuid5(space, name)).toBe(expected);
  });

  it('takes capitals in the namespace and tells namespaces apart', () => {
    expect(uuid5(DNS.toUpperCase(), 'x')).toBe(uuid5(DNS, 'x'));
    expect(uuid5(URL_SPACE, 'x')).not.toBe(uuid5(DNS, 'x'));
  });

  it('has version 5 and the variant of the RFC for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(uuid5(DNS, name)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });
});

describe('ids of observables', () => {
  it('depend on what contributes, not on the order of members', () => {
    expect(observableId('file', { name: 'a', size: 1 })).toBe(observableId('file', { size: 1, name: 'a' }));
    expect(observableId('file', { name: 'a' })).not.toBe(observableId('file', { name: 'b' }));
  });

  it('are made in the namespace that the standard fixes', () => {
    expect(observableId('domain-name', { value: 'evil.example' })).toBe(
      `domain-name--${uuid5(OBSERVABLE_NAMESPACE, '{"value":"evil.example"}')}`,
    );
  });

  it.each([
    ['network', '192.0.2.0/24', 'ipv4-addr'],
    ['network', '2001:db8::/32', 'ipv6-addr'],
    ['hash', 'c'.repeat(40), 'file'],
    ['filename', 'cmd9', 'file'],
  ] as const)('%s %s is an observable of type %s', (type, value, expected) => {
    const made = observable(type, value)!;
    expect(made.type).toBe(expected);
    expect(isStixId(made.id)).toBe(true);
    expect(made.id.startsWith(`${expected}--`)).toBe(true);
  });
});

describe('ids that Seawall makes', () => {
  it('never meet for two types, two makers or two contents', () => {
    const made = [
      deterministicId('sighting', DNS, { a: 1 }),
      deterministicId('report', DNS, { a: 1 }),
      deterministicId('sighting', URL_SPACE, { a: 1 }),
      deterministicId('sighting', DNS, { a: 2 }),
    ];
    expect(new Set(made.map((id) => id.slice(id.indexOf('--')))).size).toBe(made.length);
    expect(made.every(isStixId)).toBe(true);
  });

  it('leave undefined members out', () => {
    expect(deterministicId('report', DNS, { a: 1, b: undefined })).toBe(
      deterministicId('report', DNS, { a: 1 }),
    );
  });
});
