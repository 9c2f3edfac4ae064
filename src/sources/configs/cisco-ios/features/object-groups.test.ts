import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inNetwork, parseIp, parseNetwork } from '../../../../base/ip.ts';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const ACL = [
  'ip access-list extended MGMT',
  ' 10 permit tcp object-group G any eq 22',
  ' 20 deny ip any any',
];
const sources = (...lines: string[]): string[] =>
  facts(...lines, ...ACL).acls.flatMap((acl) =>
    acl.entries.map((e) => `${e.source}${e.through ? ` ${e.through}` : ''}`),
  );

describe('object groups', () => {
  it.each([
    ['host 192.0.2.7', ['192.0.2.7/32']],
    ['192.0.2.7', ['192.0.2.7/32']],
    ['192.0.2.0 255.255.255.0', ['192.0.2.0/24']],
    ['192.0.2.0 /24', ['192.0.2.0/24']],
    ['192.0.2.0/24', ['192.0.2.0/24']],
    ['0.0.0.0 0.0.0.0', ['any']],
    ['any', ['any']],
    ['range 192.0.2.6 192.0.2.9', ['192.0.2.6/31', '192.0.2.8/31']],
    ['range 0.0.0.0 255.255.255.255', ['any']],
  ])('stand for their member %j', (member, networks) => {
    const lines = ['object-group network G', ' description synthetic', ` ${member}`];
    expect(sources(...lines)).toEqual([...networks.map((n) => `${n} G`), 'any']);
    expect(facts(...lines, ...ACL).unread).toEqual([]);
  });

  it('stand for the members of the groups that they take in, each once, in a circle too', () => {
    expect(
      sources(
        'object-group network G',
        ' host 192.0.2.7',
        ' group-object H',
        'object-group network H',
        ' group-object G',
        ' host 192.0.2.7',
        ' host 192.0.2.8',
      ),
    ).toEqual(['192.0.2.7/32 G', '192.0.2.8/32 G', 'any']);
  });

  it('are found wherever they stand, and keep the line of the entry', () => {
    const { acls } = facts(...ACL, 'object-group network G', ' host 192.0.2.7');
    expect(acls[0]?.entries[0]).toMatchObject({ source: '192.0.2.7/32', ports: 'eq 22', line: 4 });
  });

  it.each([
    [[]],
    [['object-group network G']],
    [['object-group network G', ' host 192.0.2.7', ' group-object GONE']],
    [['object-group network G', ' host 192.0.2.7', ' host nowhere.example']],
    [['object-group network G', ' range 192.0.2.9 192.0.2.1']],
    [['object-group service G', ' tcp eq 22']],
  ])('leave the entry unread when they cannot be resolved: %j', (lines) => {
    const read = facts(...lines, ...ACL);
    expect(read.acls[0]?.entries[0]?.source).toBe('host-group G');
    expect(read.unread.filter((line) => line.area === 'acls').length).toBeGreaterThan(0);
  });

  it('leave lists unread that would grow without end', () => {
    const rows = Array.from({ length: 150 }, (_, i) => ` 10.1.${i}.0 255.255.255.0`);
    const entries = Array.from({ length: 150 }, () => ' permit ip object-group G any');
    const read = facts('object-group network G', ...rows, 'ip access-list extended E', ...entries);
    expect(read.acls[0]?.entries.length).toBeLessThan(25_000);
    expect(read.acls[0]?.entries.at(-1)?.source).toBe('host-group G');
    expect(read.unread.length).toBeGreaterThan(0);
  });

  it('hold exactly the addresses of a range', () => {
    const octet = integer({ min: 0, max: 255 });
    assert(
      property(
        array(octet, { minLength: 3, maxLength: 3 }),
        integer({ min: 0, max: 65_535 }),
        ([a, b, c], extra) => {
          const low = 10 * 2 ** 24 + ((a ?? 0) << 16) + ((b ?? 0) << 8) + (c ?? 0);
          const high = low + extra;
          const text = (n: number): string =>
            [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');
          const nets = sources('object-group network G', ` range ${text(low)} ${text(high)}`)
            .slice(0, -1)
            .map((each) => parseNetwork(each.split(' ')[0] ?? '')!);
          const holds = (n: number): boolean => nets.some((net) => inNetwork(parseIp(text(n))!, net));
          expect([low - 1, low, high, high + 1].map(holds)).toEqual([false, true, true, false]);
          expect(nets.reduce((sum, net) => sum + 2 ** (32 - net.bits), 0)).toBe(extra + 1);
        },
      ),
      { numRuns: 50 },
    );
  });
});
