import { BlockList, isIPv4, isIPv6 } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalIp,
  formatIp,
  formatIp4,
  formatIp6,
  formatNetwork,
  type Ip,
  inNetwork,
  isExternal,
  parseIp,
  parseIp4,
  parseIp6,
  parseNetwork,
  sortOfAddress,
} from './ip.ts';

const ip = (text: string): Ip => {
  const parsed = parseIp(text);
  if (!parsed) throw new Error(`${text} is no address`);
  return parsed;
};

const ip4 = fc.integer({ min: 0, max: 0xffffffff });
const group = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 0xffff }));
const ip6 = fc
  .array(group, { minLength: 8, maxLength: 8 })
  .map((groups) => groups.reduce((value, g) => (value << 16n) | BigInt(g), 0n));
/** Texts that look like addresses and mostly are none. */
const almost = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789.'.split('')), maxLength: 17 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF:.'.split('')), maxLength: 46 }),
  fc
    .array(fc.constantFrom('::', ':', '0', '1', 'ffff', '00', 'f', '1.2.3.4', '256', 'g', '%eth0', ' '))
    .map((p) => p.join('')),
);

/** Canonical IPv6 by the URL standard, which is RFC 5952 without its mixed notation. */
function byUrl(text: string): string {
  return new URL(`http://[${text}]/`).hostname.slice(1, -1);
}

describe('IPv4', () => {
  it('reads back what it wrote', () => {
    fc.assert(fc.property(ip4, (value) => void expect(parseIp4(formatIp4(value))).toBe(value)));
  });

  it('accepts exactly what Node accepts', () => {
    fc.assert(
      fc.property(almost, (text) => void expect(parseIp4(text) >= 0).toBe(isIPv4(text))),
      { numRuns: 2000 },
    );
  });

  it.each([
    '010.1.1.1',
    '1.1.1',
    '1.1.1.1.1',
    '256.1.1.1',
    '1..1.1',
    '.1.1.1',
    '1.1.1.',
    '0x7f.0.0.1',
    '2130706433',
    '1.1.1.1 ',
    '１.1.1.1',
    '',
  ])(
    'refuses %j, which other readers take for another address',
    (text) => void expect(parseIp(text)).toBeNull(),
  );
});

describe('IPv6', () => {
  it('writes the canonical form, and reads it back', () => {
    fc.assert(
      fc.property(ip6, (value) => {
        const text = formatIp6(value);
        expect(text).toBe(byUrl(text));
        expect(parseIp6(text)).toBe(value);
      }),
    );
  });

  it('accepts exactly what Node accepts, but no zone index', () => {
    fc.assert(
      fc.property(almost, (text) => {
        expect(parseIp6(text) !== null).toBe(isIPv6(text) && !text.includes('%'));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:C000:0201', '192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalIp(text)).toBe(canonical);
  });

  it.each([
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '12345::',
    'fe80::1%eth0',
    '::1.2.3',
    '1.2.3.4::',
    ':1::',
  ])('refuses %j', (text) => void expect(parseIp(text)).toBeNull());
});

describe('networks', () => {
  const network4 = fc.tuple(ip4, fc.integer({ min: 0, max: 32 }));
  const network6 = fc.tuple(ip6, fc.integer({ min: 0, max: 128 }));

  it('hold exactly the addresses that Node says they hold, whatever host bits were written', () => {
    fc.assert(
      fc.property(network4, ip4, fc.integer({ min: 0, max: 31 }), ([base, bits], other, flip) => {
        const list = new BlockList();
        list.addSubnet(formatIp4(base), bits);
        const network = parseNetwork(`${formatIp4(base)}/${bits}`);
        for (const value of [other, (base ^ (1 << flip)) >>> 0])
          expect(network && inNetwork({ version: 4, value }, network)).toBe(list.check(formatIp4(value)));
      }),
    );
    fc.assert(
      fc.property(network6, fc.integer({ min: 0, max: 127 }), ([base, bits], flip) => {
        const list = new BlockList();
        list.addSubnet(formatIp6(base), bits, 'ipv6');
        const value = base ^ (1n << BigInt(flip));
        const network = parseNetwork(`${formatIp6(base)}/${bits}`);
        const mapped = value >> 32n === 0xffffn || base >> 32n === 0xffffn;
        expect(mapped || (network && inNetwork({ version: 6, value }, network))).toBe(
          mapped || list.check(formatIp6(value), 'ipv6'),
        );
      }),
    );
  });

  it('never hold addresses of the other version', () => {
    expect(inNetwork(ip('::'), parseNetwork('0.0.0.0/0')!)).toBe(false);
    expect(inNetwork(ip('0.0.0.0'), parseNetwork('::/0')!)).toBe(false);
  });

  it('are written with their host bits cleared; a bare address is a network of its own', () => {
    expect(formatNetwork(parseNetwork('192.0.2.77/24')!)).toBe('192.0.2.0/24');
    expect(formatNetwork(parseNetwork('2001:db8::1')!)).toBe('2001:db8::1/128');
  });

  it.each([
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/-1',
    '192.0.2.0/8/8',
    '2001:db8::/129',
    '/8',
    '192.0.2.0/255.255.255.0',
    '192.0.2.0/1e1',
  ])('refuse %j', (text) => void expect(parseNetwork(text)).toBeNull());
});

describe('the sort of an address', () => {
  it.each([
    ['10.255.255.255', 'private'],
    ['11.0.0.0', 'public'],
    ['100.63.255.255', 'public'],
    ['100.64.0.0', 'shared'],
    ['172.15.255.255', 'public'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['169.254.1.1', 'link-local'],
    ['0.0.0.0', 'unspecified'],
    ['0.0.0.1', 'reserved'],
    ['239.1.1.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fdff::1', 'private'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'public'],
    ['2001:db8::1', 'documentation'],
    ['2606:4700::1', 'public'],
    ['::ffff:10.0.0.1', 'private'],
  ])('%s is %s', (text, sort) => {
    expect(sortOfAddress(ip(text))).toBe(sort);
  });

  it('counts documentation addresses as outside, since examples use them for strangers', () => {
    expect(
      ['203.0.113.9', '8.8.8.8', '10.0.0.1', '100.64.0.1', 'fe80::1'].map((t) => isExternal(ip(t))),
    ).toEqual([true, true, false, false, false]);
  });

  it('is told for every address', () => {
    fc.assert(
      fc.property(ip4, (value) => void expect(sortOfAddress(ip(formatIp4(value)))).toMatch(/^[a-z-]+$/)),
    );
    fc.assert(fc.property(ip6, (value) => void expect(formatIp(ip(formatIp6(value)))).not.toBe('')));
  });
});
