import { describe, expect, it } from 'vitest';
import type { Interface } from '../../model/device-facts.ts';
import { externalInterfaces, isExternalText, onInterface } from './addresses.ts';
import { someFacts } from './fixture.ts';

const face = (addresses: string[], shutdown = false): Interface => ({
  name: 'Gi0/0',
  role: 'other',
  addresses,
  vrf: null,
  description: null,
  shutdown,
  discovery: {},
  flow: [],
  line: 1,
  lineEnd: 1,
});

describe('isExternalText', () => {
  it.each(['198.51.100.77', '203.0.113.0/24', '2001:db8::1', '2001:db8::/48'])('%s is outside', (text) => {
    expect(isExternalText(text)).toBe(true);
  });

  it.each(['10.0.0.1', '100.64.1.0/24', 'fd00::1', '0.0.0.0/0', 'any', 'host-group X', ''])(
    '%s is not',
    (text) => {
      expect(isExternalText(text)).toBe(false);
    },
  );
});

it('an interface that is shut down lets nobody in', () => {
  const open = face(['198.51.100.1/30']);
  const facts = someFacts({ interfaces: [open, face(['198.51.100.5/30'], true), face(['10.0.0.1/30'])] });
  expect(externalInterfaces(facts)).toEqual([open]);
});

it('an address is on an interface when one of its networks holds it', () => {
  expect(onInterface('10.199.0.2', face(['192.0.2.1/32', '10.199.0.1/30']))).toBe(true);
  expect(onInterface('10.199.0.6', face(['10.199.0.1/30']))).toBe(false);
  expect(onInterface('nonsense', face(['10.199.0.1/30']))).toBe(false);
});
