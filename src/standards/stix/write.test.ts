import { describe, expect, it } from 'vitest';
import {
  grouping,
  identity,
  indicator,
  isStixId,
  observable,
  observedData,
  readStix,
  relationship,
  report,
  type StixAuthor,
  type StixObject,
  sighting,
  statementMarking,
  uuid5,
  writeBundle,
} from './index.ts';

const NAMESPACE = '6f2a8d5e-1111-4222-8333-444455556666';
const author: StixAuthor = {
  namespace: NAMESPACE,
  createdBy: null,
  at: Date.UTC(2026, 9, 20),
  markings: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
};

function everything(): StixObject[] {
  const who = identity(author, { name: 'Example Carrier', class: 'organization' });
  const by = { ...author, createdBy: who.id };
  const address = observable('ipv4', '192.0.2.1') as StixObject;
  const seen = observedData(by, { first: 0, last: 1000, count: 3, refs: [address.id] });
  const what = indicator(by, { pattern: "[ipv4-addr:value = '192.0.2.1']", validFrom: author.at });
  const sight = sighting(by, {
    of: what.id,
    count: 3,
    first: 0,
    last: 1000,
    observed: [seen.id],
    seenBy: [who.id],
  });
  const link = relationship(by, { type: 'based-on', source: what.id, target: seen.id });
  const refs = [what.id, sight.id];
  return [
    who,
    address,
    seen,
    what,
    sight,
    link,
    report(by, { name: 'R', published: author.at, refs }),
    grouping(by, { name: 'G', context: 'suspicious-activity', refs }),
    statementMarking(by, 'Synthetic example'),
  ];
}

describe('identifiers', () => {
  it('match the published UUIDv5 vector of RFC 9562 appendix A.4', () => {
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('take the namespace and the canonical value that STIX 2.1 section 2.9 names', () => {
    const expected = uuid5('00abedb4-aa42-466c-9c01-fed23315a9b7', '{"value":"198.51.100.3"}');
    expect(observable('ipv4', '198.51.100.3')?.id).toBe(`ipv4-addr--${expected}`);
  });

  it('are the same for the same content and differ for other content', () => {
    expect(everything().map((o) => o.id)).toEqual(everything().map((o) => o.id));
    expect(new Set(everything().map((o) => o.id)).size).toBe(everything().length);
    expect(everything().every((o) => isStixId(o.id))).toBe(true);
  });

  it('keep an identity when its labels change', () => {
    const named = { name: 'Example Carrier', class: 'organization' };
    const one = identity(author, named);
    expect(identity({ ...author, at: 1 }, { ...named, labels: ['ais-consent-none'] }).id).toBe(one.id);
  });
});

describe('a bundle', () => {
  it('does not depend on the order of its objects', () => {
    const objects = everything();
    expect(writeBundle(objects, NAMESPACE)).toBe(writeBundle(objects.toReversed(), NAMESPACE));
  });

  it('reads back whole', () => {
    const reading = readStix(new TextEncoder().encode(writeBundle(everything(), NAMESPACE)));
    expect(reading.problems).toEqual([]);
    expect(reading.version).toBe('2.1');
    expect(reading.objects).toHaveLength(everything().length);
  });

  it('marks every domain object and leaves observables and statements unmarked', () => {
    const unmarked = everything().filter((object) => object['object_marking_refs'] === undefined);
    expect(unmarked.map((object) => object.type)).toEqual(['ipv4-addr', 'marking-definition']);
  });

  it('writes each id once', () => {
    const objects = everything();
    expect(writeBundle([...objects, ...objects], NAMESPACE)).toBe(writeBundle(objects, NAMESPACE));
  });
});

describe('what the standard bounds', () => {
  it('keeps a count of zero in a sighting, which says looked for in vain', () => {
    const of = `indicator--${NAMESPACE}`;
    expect(sighting(author, { of, count: 0 })['count']).toBe(0);
    expect(observedData(author, { first: 0, last: 0, count: 5e12, refs: [] })['number_observed']).toBe(
      999_999_999,
    );
  });

  it('makes no modified time for a marking', () => {
    expect(statementMarking(author, 'x')['modified']).toBeUndefined();
  });

  it('makes an observable for every type of value but a hash of odd length', () => {
    const made = (['ipv6', 'network', 'domain', 'url', 'email', 'filename'] as const).map(
      (t) => observable(t, 'v')?.type,
    );
    expect(made).toEqual(['ipv6-addr', 'ipv4-addr', 'domain-name', 'url', 'email-addr', 'file']);
    expect(observable('hash', 'ab'.repeat(32))?.['hashes']).toEqual({ 'SHA-256': 'ab'.repeat(32) });
    expect(observable('hash', 'ab')).toBeNull();
  });
});
