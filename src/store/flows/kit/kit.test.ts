import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, inNetwork, parseNetwork } from '../../../base/ip.ts';
import { splitAddresses } from './address.ts';
import { foldPorts, wants } from './folding.ts';
import { Matcher } from './matcher.ts';

describe('foldPorts', () => {
  const fold = (srcPort: number, dstPort: number, protocol = 6): number[] =>
    Object.values(foldPorts({ protocol, srcPort, dstPort }, [[57_722, 57_722]]));

  it.each([
    ['the client of a low port', [51_000, 22], [0, 22]],
    ['the client that answers are sent to', [22, 51_000], [22, 0]],
    ['the client of a high port that the select names', [51_000, 57_722], [0, 57_722]],
    ['neither of two low ports', [179, 646], [179, 646]],
    ['neither of two high ports', [51_000, 52_000], [51_000, 52_000]],
    ['neither when a low port meets a named one', [22, 57_722], [22, 57_722]],
  ])('folds %s', (_name, [src, dst], expected) => {
    expect(fold(src!, dst!)).toEqual(expected);
  });

  it('leaves ICMP type and code alone', () => {
    expect(fold(0, 51_000, 1)).toEqual([0, 51_000]);
  });
});

describe('wants', () => {
  it('looks at ports of TCP and UDP only', () => {
    const ports = { ports: [[22, 22]] as const };
    expect(wants(ports, { protocol: 17, srcPort: 22, dstPort: 1 })).toBe(true);
    expect(wants(ports, { protocol: 1, srcPort: 22, dstPort: 22 })).toBe(false);
    expect(wants({ protocols: [1] }, { protocol: 1, srcPort: 0, dstPort: 0 })).toBe(true);
  });
});

describe('Matcher', () => {
  it('agrees with the plain definition of networks for any address', () => {
    const number = fc.integer({ min: 0, max: 0xffffffff });
    const networks = fc.array(fc.tuple(number, fc.integer({ min: 0, max: 32 })), { maxLength: 8 });
    fc.assert(
      fc.property(networks, number, (list, value) => {
        const texts = list.map(([base, bits]) => `${formatIp4(base)}/${bits}`);
        const matcher = new Matcher({ addresses: [], networks: texts, near: false });
        const expected = texts.some((text) => inNetwork({ version: 4, value }, parseNetwork(text)!));
        expect(matcher.match4(value).length > 0).toBe(expected);
      }),
    );
  });

  it('matches nothing when the query holds no address', () => {
    expect(new Matcher({ addresses: ['example.org'], networks: ['x/8'], near: true }).empty).toBe(true);
  });
});

describe('splitAddresses', () => {
  it('sorts by number, joins repetitions and IPv4-mapped forms, leaves other text out', () => {
    const texts = ['198.51.100.7', '192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1', 'no'];
    const { four, six } = splitAddresses(texts);
    expect(four.map(formatIp4)).toEqual(['192.0.2.1', '198.51.100.7']);
    expect(six).toHaveLength(1);
  });
});
