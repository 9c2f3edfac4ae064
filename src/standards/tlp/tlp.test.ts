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
  ])('%s is %s', (text, label) => {
    expect(parseTlp(text)).toBe(label);
  });

  it.each(['', 'TLP:', 'purple', 'TLP:AMBER+', 'RED'.repeat(1000)])('refuses %j', (text) => {
    expect(parseTlp(text)).toBeNull();
  });
});

describe('STIX marking objects', () => {
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
