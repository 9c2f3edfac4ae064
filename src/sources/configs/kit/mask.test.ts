import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, inNetwork, parseNetwork } from '../../../base/ip.ts';
import { maskBits, maskedNetwork, wildcardBits, wildcardNetwork } from './mask.ts';

describe('maskBits', () => {
  it.each([
    ['255.255.255.252', 30],
    ['0.0.0.0', 0],
    ['255.255.255.255', 32],
    ['255.0.255.0', -1],
    ['0.0.0.255', -1],
    ['300.0.0.0', -1],
  ])('reads %s as %i', (text, bits) => expect(maskBits(text)).toBe(bits));
});

describe('wildcardNetwork', () => {
  it.each([
    ['192.0.2.77', '0.0.0.255', '192.0.2.0/24'],
    ['192.0.2.7', '0.0.0.0', '192.0.2.7/32'],
    ['0.0.0.0', '255.255.255.255', 'any'],
    ['10.0.0.1', '0.255.0.255', '10.0.0.1 0.255.0.255'],
  ])('reads %s %s as %s', (address, wildcard, network) =>
    expect(wildcardNetwork(address, wildcard)).toBe(network),
  );

  it('refuses what is no address', () => {
    expect(wildcardNetwork('10.0.0', '0.0.0.255')).toBeNull();
    expect(wildcardNetwork('10.0.0.1', 'host')).toBeNull();
  });

  it('holds the address it was made from, for every prefix length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 32 }), (value, bits) => {
        const wildcard = formatIp4(bits === 32 ? 0 : 0xffffffff >>> bits);
        expect(wildcardBits(wildcard)).toBe(bits);
        const network = parseNetwork(wildcardNetwork(formatIp4(value), wildcard) ?? '');
        expect(network && inNetwork({ version: 4, value }, network)).toBe(true);
      }),
    );
  });
});

describe('maskedNetwork', () => {
  it.each([
    ['10.1.2.3', '255.255.255.0', '10.1.2.0/24'],
    ['10.1.2.0', '255.255.255.0', '10.1.2.0/24'],
    ['203.0.113.9', '0.0.0.0', '0.0.0.0/0'],
    ['203.0.113.9', '255.255.255.255', '203.0.113.9/32'],
  ])('%s %s is %s', (address, mask, network) => {
    expect(maskedNetwork(address, mask)).toBe(network);
  });

  it.each([
    ['10.1.2.3', '255.0.255.0'],
    ['10.1.2', '255.255.255.0'],
    ['2001:db8::1', '255.255.255.0'],
  ])('%s %s is none', (address, mask) => {
    expect(maskedNetwork(address, mask)).toBeNull();
  });
});
