import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  may,
  parseTlp,
  strictest,
  strictness,
  TLP_LABELS,
  type TlpAudience,
  type TlpLabel,
  tlpMarking,
  tlpOfId,
  tlpOfMarking,
} from './index.ts';

describe('order of strictness', () => {
  it('goes from CLEAR to RED without ties', () => {
    const order = TLP_LABELS.map(strictness);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(5);
    expect(strictness('AMBER+STRICT')).toBeGreaterThan(strictness('AMBER'));
  });

  it('takes the strictest and ignores what is unmarked', () => {
    expect(strictest(['GREEN', null, 'AMBER', 'CLEAR'])).toBe('AMBER');
    expect(strictest([null, null])).toBeNull();
  });
});

describe('the strictest', () => {
  it('is one of those given, and none is stricter, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TLP_LABELS, null)), (labels) => {
        const found = strictest(labels);
        const given = labels.filter((label) => label !== null);
        const level = found === null ? -1 : strictness(found);
        expect(level).toBe(Math.max(-1, ...given.map(strictness)));
        expect(strictest(labels.toReversed())).toBe(found);
      }),
    );
  });

  it('goes to no audience that one of the labels forbids', () => {
    const audiences: readonly TlpAudience[] = ['public', 'community', 'clients', 'organization', 'named'];
    for (const a of TLP_LABELS)
      for (const b of TLP_LABELS)
        for (const audience of audiences)
          expect(may(strictest([a, b])!, audience)).toBe(may(a, audience) && may(b, audience));
  });
});

describe('may', () => {
  const widest: readonly [TlpLabel, TlpAudience, TlpAudience][] = [
    ['GREEN', 'community', 'public'],
    ['AMBER', 'clients', 'community'],
    ['AMBER+STRICT', 'organization', 'clients'],
    ['RED', 'named', 'organization'],
  ];

  it.each(widest)('%s goes as far as %s and no further', (label, allowed, refused) => {
    expect(may(label, allowed)).toBe(true);
    expect(may(label, 'named')).toBe(true);
    expect(may(label, refused)).toBe(false);
  });

  it('CLEAR goes everywhere', () => {
    expect(may('CLEAR', 'public')).toBe(true);
  });
});

describe('reading labels', () => {
  it.each([
    ['TLP:AMBER+STRICT', 'AMBER+STRICT'],
    ['tlp:white', 'CLEAR'],
    [' amber ', 'AMBER'],
    ['TLP: RED', 'RED'],
    ['tlp:amber-strict', 'AMBER+STRICT'],
    ['TLP AMBER STRICT', 'AMBER+STRICT'],
    ['tlp_green', 'GREEN'],
    ['Tlp-Clear', 'CLEAR'],
  ])('%s is %s', (text, label) => {
    expect(parseTlp(text)).toBe(label);
  });

  it.each([
    '',
    'TLP:',
    'purple',
    'TLP:AMBER+',
    'TLP:TLP:RED',
    'RED GREEN',
    'AMBERSTRICT',
    'INFRARED',
    'R\u0415D',
    'RED'.repeat(1000),
  ])('refuses %j', (text) => {
    expect(parseTlp(text)).toBeNull();
  });
});

describe('STIX marking objects', () => {
  // STIX 2.1 section 7.2.1.4.
  it.each([
    ['613f2e26-407d-48c7-9eca-b8e91df99dc9', 'CLEAR'],
    ['34098fce-860f-48ae-8e50-ebd3cc5e41da', 'GREEN'],
    ['f88d31f6-486f-44da-b317-01333bde0b82', 'AMBER'],
    ['5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'RED'],
  ])('the fixed id %s of TLP 1 is %s, whatever its object says', (uuid, label) => {
    const id = `marking-definition--${uuid}`;
    expect(tlpOfMarking({ id, definition: { tlp: 'white' } })).toBe(label);
  });

  it('has an id of its own for each label', () => {
    expect(new Set(TLP_LABELS.map((label) => tlpMarking(label).id)).size).toBe(TLP_LABELS.length);
  });

  it.each(TLP_LABELS)('writes and reads back %s', (label) => {
    const marking = tlpMarking(label);
    expect(tlpOfMarking(marking)).toBe(label);
    expect(tlpOfId(marking.id)).toBe(label);
  });

  it('reads a TLP 2.0 extension under an id of its own', () => {
    const id = 'marking-definition--00000000-0000-4000-8000-000000000001';
    expect(tlpOfMarking({ ...tlpMarking('AMBER+STRICT'), id })).toBe('AMBER+STRICT');
  });

  it('reads the TLP 1.0 form that STIX 2.0 bundles carry', () => {
    expect(tlpOfMarking({ definition_type: 'tlp', definition: { tlp: 'white' } })).toBe('CLEAR');
    expect(tlpOfId('marking-definition--f88d31f6-486f-44da-b317-01333bde0b82')).toBe('AMBER');
  });

  it('says null for a statement, an ACS marking, and things that are no object', () => {
    for (const other of [{ definition: { statement: 'Copyright' } }, { extensions: {} }, null, 'TLP:RED', 7])
      expect(tlpOfMarking(other)).toBeNull();
  });

  it('does not read inherited members', () => {
    expect(tlpOfMarking(Object.create({ definition: { tlp: 'red' } }))).toBeNull();
  });
});
