import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, inNetwork, parseIp, parseNetwork } from '../base/ip.ts';
import { unusable } from './unusable.ts';
import { readValue } from './value.ts';
import { NO_WARNINGS, warningLists } from './warning-lists.ts';

const why = (text: string): string | null => {
  const value = readValue(text);
  if (!value) throw new Error(text);
  return unusable(value);
};

describe('values that every carrier has inside', () => {
  it.each([
    ['10.1.2.3', 'reserved-address'],
    ['100.64.0.1', 'reserved-address'],
    ['172.31.255.255', 'reserved-address'],
    ['192.168.0.1', 'reserved-address'],
    ['169.254.1.1', 'reserved-address'],
    ['127.0.0.1', 'reserved-address'],
    ['0.0.0.0', 'reserved-address'],
    ['255.255.255.255', 'reserved-address'],
    ['224.0.0.5', 'reserved-address'],
    ['fe80::1', 'reserved-address'],
    ['fd00::1', 'reserved-address'],
    ['::1', 'reserved-address'],
    ['http://10.0.0.1/x', 'reserved-address'],
    ['http://[fe80::1]/x', 'reserved-address'],
    ['10.0.0.0/8', 'reserved-address'],
    ['fe80::/64', 'reserved-address'],
  ])('%s is not looked for', (text, code) => {
    expect(why(text)).toBe(code);
  });

  it.each([
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '192.0.2.1',
    '2001:db8::1',
    'http://11.0.0.1/x',
    'evil.example',
  ])('%s, just outside of them, is', (text) => {
    expect(why(text)).toBeNull();
  });
});

describe('networks', () => {
  it.each([
    ['11.0.0.0/7', 'too-wide'],
    ['11.0.0.0/8', null],
    ['2001:db8::/19', 'too-wide'],
    ['2600::/20', null],
    ['0.0.0.0/0', 'too-wide'],
    ['::/0', 'too-wide'],
  ])('%s: %s', (text, code) => {
    expect(why(text)).toBe(code);
  });

  it.each(['172.0.0.0/8', '192.0.0.0/8', '192.160.0.0/11', '100.0.0.0/9', '169.254.0.0/15', '172.16.0.0/11'])(
    '%s holds private space and is not looked for, though its first address is public',
    (text) => {
      expect(why(text)).not.toBeNull();
    },
  );

  it('that are looked for never hold an address that alone would not be', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const base = fc.tuple(fc.constantFrom(100, 169, 172, 192, 11, 203), octet, octet, octet);
    const inside = [
      '100.64.0.1',
      '100.127.255.254',
      '169.254.9.9',
      '172.20.1.1',
      '172.31.0.1',
      '192.168.77.1',
    ];
    fc.assert(
      fc.property(base, fc.integer({ min: 8, max: 30 }), ([a, b, c, d], bits) => {
        const text = `${a}.${b}.${c}.${d}/${bits}`;
        fc.pre(why(text) === null);
        const network = parseNetwork(text)!;
        expect(inside.filter((one) => inNetwork(parseIp(one)!, network))).toEqual([]);
      }),
    );
  });
});

describe('warning lists', () => {
  const lists = warningLists(
    new Map([
      ['content/warninglists/b.txt', 'cdn.example # a content network\n198.51.100.0/24 # a resolver\n'],
      ['content/warninglists/a.txt', '# heading\n\nHTTP://Shared.example/x # a shared page\n203.0.113.5\n'],
      ['content/other/a.txt', 'not.example\n'],
      ['content/warninglists/deep/a.txt', 'not.example\n'],
    ]),
  );
  const reason = (text: string): string | null => lists.why(readValue(text)!);

  it.each([
    ['the value itself', 'cdn.example', 'a content network'],
    ['in capitals', 'CDN.example', 'a content network'],
    ['an address of a network', '198.51.100.77', 'a resolver'],
    ['the network', '198.51.100.0/24', 'a resolver'],
    ['a part of the network', '198.51.100.128/25', 'a resolver'],
    ['a URL', 'http://shared.example/x', 'a shared page'],
    ['a value without a reason', '203.0.113.5', ''],
  ])('warn of %s', (_name, text, expected) => {
    expect(reason(text)).toBe(expected);
  });

  it.each([
    ['a name below', 'a.cdn.example'],
    ['a name that only ends so', 'notcdn.example'],
    ['the address next to the network', '198.51.101.0'],
    ['a network around the one that is listed', '198.51.0.0/16'],
    ['another page', 'http://shared.example/y'],
    ['files of other folders', 'not.example'],
  ])('do not warn of %s', (_name, text) => {
    expect(reason(text)).toBeNull();
  });

  it('know exactly the members of a network', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        const inside = value >>> 8 === ((198 << 16) | (51 << 8) | 100) >>> 0;
        const listed = formatIp4(value) === '203.0.113.5';
        expect(reason(formatIp4(value)) !== null).toBe(inside || listed);
      }),
    );
  });

  it('may be missing', () => {
    expect(NO_WARNINGS.why({ type: 'domain', value: 'cdn.example' })).toBeNull();
    expect(warningLists(new Map()).size).toBe(0);
  });
});
