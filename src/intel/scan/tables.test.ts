import { array, assert, bigInt, integer, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp6, inNetwork, parseIp6 } from '../../base/ip.ts';
import { Ip4Table } from './ip4-table.ts';
import { Ip6Table, readIp6 } from './ip6-table.ts';
import { filterBits, TailFilter } from './tail-filter.ts';
import { ValueTable } from './value-table.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the table of values', () => {
  it('finds what was added, in any case, and nothing else', () => {
    const word = stringMatching(/^[a-z0-9.]{1,12}$/);
    assert(
      property(array(word, { maxLength: 400 }), array(word), (added, asked) => {
        const table = new ValueTable();
        const numbers = added.map((value) => table.add(value, 1));
        table.seal();
        expect(numbers.map((number) => table.value(number))).toEqual(added);
        expect(table.size).toBe(new Set(added).size);
        for (const value of [...asked, ...added]) {
          const upper = bytes(`<${value.toUpperCase()}>`);
          expect(table.find(upper, 1, upper.length - 1) >= 0).toBe(added.includes(value));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('adds up the flags of a value', () => {
    const table = new ValueTable();
    table.add('a.example', 1);
    expect(table.flags(table.add('a.example', 4))).toBe(5);
  });
});

describe('the filter over tails', () => {
  it('never denies a word that ends in a value', () => {
    const word = stringMatching(/^[a-z0-9.-]{4,30}$/);
    assert(
      property(array(word, { minLength: 1 }), string({ maxLength: 5 }), (values, before) => {
        const filter = new TailFilter(values.length);
        for (const value of values) filter.add(bytes(value), 0, value.length);
        for (const value of values) {
          const text = bytes(before + value.toUpperCase());
          expect(filter.mayEnd(text, 0, text.length)).toBe(true);
        }
      }),
    );
  });

  it('denies nearly all others', () => {
    const filter = new TailFilter(1000);
    for (let i = 0; i < 1000; i += 1) {
      const value = bytes(`name${i * 7919}.example`);
      filter.add(value, 0, value.length);
    }
    let passed = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const text = bytes(`other${i * 104_729}.test`);
      if (filter.mayEnd(text, 0, text.length)) passed += 1;
    }
    expect(passed).toBeLessThan(200);
  });

  it('is sized by the number of values, between bounds', () => {
    expect([filterBits(0), filterBits(100_000), filterBits(1e9)]).toEqual([2 ** 20, 2 ** 22, 2 ** 25]);
  });
});

describe('the IPv4 table', () => {
  it('answers as a walk over the list does', () => {
    const address = integer({ min: 0, max: 0xffffffff });
    const network = integer({ min: 8, max: 32 }).chain((bits) => address.map((base) => ({ base, bits })));
    const within = (ip: number, base: number, bits: number): boolean =>
      inNetwork(
        { version: 4, value: ip },
        { base: { version: 4, value: base - (base % 2 ** (32 - bits)) }, bits },
      );
    assert(
      property(array(address), array(network, { maxLength: 3 }), array(address), (added, networks, asked) => {
        const table = new Ip4Table(Uint32Array.from(added), { networks, hosts: [] });
        for (const ip of [
          ...asked,
          ...added,
          ...added.map((one) => (one ^ 1) >>> 0),
          ...networks.map((n) => n.base),
        ]) {
          const around = networks.some((n) => within(ip, n.base, n.bits));
          const near = added.some((one) => one >>> 8 === ip >>> 8);
          expect([table.has(ip), table.inNetwork(ip), table.isNear(ip)]).toEqual([
            added.includes(ip),
            around,
            near,
          ]);
          expect(table.candidate(ip) || !(around || near)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('IPv6', () => {
  const into = new Uint32Array(4);
  const big = (): bigint => into.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const read = (text: string): boolean => readIp6(bytes(text), { from: 0, to: text.length }, into);

  it('reads what the strict reader reads, and no more', () => {
    assert(
      property(stringMatching(/^[0-9a-fA-F:]{2,39}$/), (text) => {
        const strict = parseIp6(text);
        expect(read(text)).toBe(strict !== null);
        expect(strict === null || big() === strict).toBe(true);
      }),
      { numRuns: 3000 },
    );
    assert(
      property(bigInt(0n, 2n ** 128n - 1n), (value) => {
        expect(read(formatIp6(value))).toBe(true);
        expect(big()).toBe(value);
      }),
    );
  });

  it.each(['::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8'])(
    '%s is an address',
    (text) => {
      expect([read(text), big()]).toEqual([true, parseIp6(text)]);
    },
  );

  it.each([
    ':',
    ':::',
    '1:',
    ':1',
    '1:2',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
  ])('%s is none', (text) => {
    expect(read(text)).toBe(false);
  });

  it('finds the narrowest network around an address', () => {
    const table = new Ip6Table([
      { base: parseIp6('2001:db8::')!, bits: 32 },
      { base: parseIp6('2001:db8:5::')!, bits: 48 },
      { base: parseIp6('2001:db8:5::1')!, bits: 128 },
    ]);
    const longest = (text: string): number => (read(text) ? table.longest(into) : -2);
    expect(['2001:db8:5::1', '2001:db8:5::2', '2001:db8:6::1', '2001:db9::1'].map(longest)).toEqual([
      128, 48, 32, -1,
    ]);
  });
});
