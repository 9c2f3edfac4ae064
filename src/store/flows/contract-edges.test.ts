// Edges of the contract that both engines must meet: ports, order, references, neighbours.
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../model/flow.ts';
import type { FlowStore, SightingQuery } from './contract.ts';
import { batchOf, type PlainFlow } from './contract-suite.ts';
import { engines } from './fixture-engines.ts';

const { scratch, rows } = engines();
// DuckDB is slow to open on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const OWN = '192.0.2.1';
const PEER = '203.0.113.9';
const EXPORTER = '10.0.0.1';
const T = Date.UTC(2026, 9, 20, 2, 13);
const ports = (c: Conversation): number[] => [c.srcPort, c.dstPort];
const ends = (c: Conversation): string => `${c.src} > ${c.dst}`;

describe.each(rows)('flow store %s', (_engine, open) => {
  async function using<T>(flows: readonly PlainFlow[], ask: (store: FlowStore) => Promise<T>): Promise<T> {
    const store = await open();
    await store.append('a', batchOf(EXPORTER, flows));
    const answer = await ask(store);
    await store.close();
    return answer;
  }
  const between = async (flows: readonly PlainFlow[], limit?: number): Promise<Conversation[]> => {
    const query = { addresses: [OWN], select: { protocols: [1, 6, 17, 47, 58, 132] } };
    const more = limit === undefined ? {} : { limit };
    return [...(await using(flows, (s) => s.conversations({ ...query, ...more }))).conversations];
  };
  const sighted = async (flows: readonly PlainFlow[], query: Partial<SightingQuery>): Promise<string[]> => {
    const whole = { addresses: [], networks: [], near: false, ...query };
    const { sightings } = await using(flows, (s) => s.sightings(whole));
    return sightings.map((s) => `${ends(s.conversation)} ${s.value}${s.near ? ' near' : ''}`);
  };

  describe('the port from which the client speaks', () => {
    it.each([
      ['9,999 is a service and 10,000 is not', 10_000, 9_999, [0, 9_999]],
      ['the same the other way round', 9_999, 10_000, [9_999, 0]],
      ['both are services', 9_999, 9_998, [9_999, 9_998]],
      ['neither is', 10_000, 10_001, [10_000, 10_001]],
      ['port 0 is a service', 0, 65_535, [0, 0]],
      ['the highest port is a client', 65_535, 22, [0, 22]],
    ])('%s', async (_name, srcPort, dstPort, expected) => {
      const [found] = await between([{ src: PEER, dst: OWN, srcPort, dstPort, first: T }]);
      expect(ports(found!)).toEqual(expected);
    });

    it.each([
      [6, [0, 22]],
      [17, [0, 22]],
      [132, [0, 22]],
      [1, [51_000, 22]],
      [58, [51_000, 22]],
    ])('protocol %d: %j', async (protocol, expected) => {
      const [found] = await between([
        { src: PEER, dst: OWN, protocol, srcPort: 51_000, dstPort: 22, first: T },
      ]);
      expect(ports(found!)).toEqual(expected);
    });

    it('is folded by a range of the select for conversations, never for sightings', async () => {
      const flow = { src: PEER, dst: OWN, srcPort: 51_000, dstPort: 57_722, first: T };
      const select = { ports: [[57_720, 57_722]] as const };
      const asked = await using([flow], (s) => s.conversations({ addresses: [OWN], select }));
      expect(asked.conversations.map(ports)).toEqual([[0, 57_722]]);
      const seen = await using([flow], (s) => s.sightings({ addresses: [PEER], networks: [], near: false }));
      expect(seen.sightings.map((s) => ports(s.conversation))).toEqual([[51_000, 57_722]]);
    });

    it('is wanted at both ends of an inclusive range and not outside it', async () => {
      const flows = [57_719, 57_720, 57_722, 57_723].map((dstPort) => ({
        src: PEER,
        dst: OWN,
        srcPort: 40_000,
        dstPort,
        first: T,
      }));
      const select = { ports: [[57_720, 57_722]] as const };
      const { conversations } = await using(flows, (s) => s.conversations({ addresses: [OWN], select }));
      expect(conversations.map((c) => c.dstPort)).toEqual([57_720, 57_722]);
    });
  });

  describe('order', () => {
    it('is by time, then IPv4 before IPv6, each by number and not by text', async () => {
      const flows = [
        '2001:db8::10',
        '2001:db8::9',
        '203.0.113.100',
        '203.0.113.20',
        '2001:db8:a::',
        '::ff',
      ].map((dst) => ({ src: dst.includes(':') ? '2001:db8::1' : OWN, dst, protocol: 47, first: T }));
      const query = { addresses: [OWN, '2001:db8::1'], select: { protocols: [47] } };
      const found = await using(flows, (s) => s.conversations(query));
      expect(found.conversations.map((c) => c.dst)).toEqual([
        '203.0.113.20',
        '203.0.113.100',
        '::ff',
        '2001:db8::9',
        '2001:db8::10',
        '2001:db8:a::',
      ]);
    });

    it('puts addresses of the upper half of the space last, as unsigned numbers', async () => {
      const flows = ['255.255.255.255', '128.0.0.1', '127.255.255.255', '1.0.0.1'].map((dst) => ({
        src: OWN,
        dst,
        protocol: 47,
        first: T,
      }));
      expect((await between(flows)).map((c) => c.dst)).toEqual(flows.map((f) => f.dst).toReversed());
    });

    it('puts conversations without a time first and keeps their own first flow by offset', async () => {
      const flow = { src: OWN, dst: PEER, protocol: 47 };
      const found = await between([
        { ...flow, first: T, offset: 5 },
        { ...flow, dst: '203.0.113.8', first: Number.NaN, offset: 30 },
        { ...flow, dst: '203.0.113.8', first: Number.NaN, offset: 10 },
      ]);
      expect(found.map((c) => [c.dst, c.first, c.ref.byte])).toEqual([
        ['203.0.113.8', 0, 10],
        [PEER, T, 5],
      ]);
    });
  });

  describe('the reference of a conversation', () => {
    const flow = { src: OWN, dst: PEER, protocol: 47 };
    it.each<[string, [string, PlainFlow][], [string, number]]>([
      [
        'the earliest flow',
        [
          ['b', { ...flow, first: 2, offset: 1 }],
          ['c', { ...flow, first: 1, offset: 9 }],
        ],
        ['c', 9],
      ],
      [
        'a flow with a time before one without',
        [
          ['a', { ...flow, first: Number.NaN }],
          ['b', { ...flow, first: 7, offset: 3 }],
        ],
        ['b', 3],
      ],
      [
        'the lower key at the same time',
        [
          ['b', { ...flow, first: 1 }],
          ['a', { ...flow, first: 1, offset: 4 }],
        ],
        ['a', 4],
      ],
      [
        'the lower offset in the same file',
        [
          ['a', { ...flow, first: 1, offset: 8 }],
          ['a', { ...flow, first: 1, offset: 2 }],
        ],
        ['a', 2],
      ],
    ])('is %s, sealed or not', async (_name, batches, expected) => {
      for (const sealed of [false, true]) {
        const store = await open();
        for (const [key, one] of batches) {
          await store.append(key, batchOf(EXPORTER, [one]));
          if (sealed) await store.seal();
        }
        const { conversations } = await store.conversations({
          addresses: [OWN],
          select: { protocols: [47] },
        });
        expect(conversations.map((c) => [c.ref.evidence, c.ref.byte])).toEqual([expected]);
        await store.close();
      }
    });
  });

  describe('sightings', () => {
    const to = (...peers: string[]): PlainFlow[] =>
      peers.map((dst, i) => ({ src: OWN, dst, protocol: 47, first: T + i }));

    it('have neighbours up to both edges of a /24 and not beyond', async () => {
      const flows = to('203.0.112.255', '203.0.113.0', '203.0.113.255', '203.0.114.0');
      expect(await sighted(flows, { addresses: [PEER], near: true })).toEqual([
        `${OWN} > 203.0.113.0 ${PEER} near`,
        `${OWN} > 203.0.113.255 ${PEER} near`,
      ]);
    });

    it('name the lowest address of the query among several neighbours', async () => {
      const addresses = ['203.0.113.200', PEER, '203.0.113.100'];
      expect(await sighted(to('203.0.113.150'), { addresses, near: true })).toEqual([
        `${OWN} > 203.0.113.150 ${PEER} near`,
      ]);
    });

    it.each([
      ['203.0.113.0/25', ['203.0.113.0', '203.0.113.127']],
      ['203.0.113.128/25', ['203.0.113.128', '203.0.113.255']],
      ['203.0.113.127/32', ['203.0.113.127']],
      ['203.0.0.0/16', ['203.0.113.0', '203.0.113.127', '203.0.113.128', '203.0.113.255']],
      ['203.0.113.77/24', ['203.0.113.0', '203.0.113.127', '203.0.113.128', '203.0.113.255']],
      ['203.1.0.0/16', []],
    ])('of %s hold its first and last address and no other', async (network, expected) => {
      const flows = to('203.0.113.0', '203.0.113.127', '203.0.113.128', '203.0.113.255', '204.0.0.0');
      const found = await sighted(flows, { networks: [network] });
      expect(found.map((text) => text.split(' ')[2])).toEqual(expected);
    });

    it('of an IPv6 network hold its first and last address', async () => {
      const flows = [
        '2001:db8:4:ffff:ffff:ffff:ffff:ffff',
        '2001:db8:5::',
        '2001:db8:5:ffff:ffff:ffff:ffff:ffff',
        '2001:db8:6::',
      ].map((dst, i) => ({ src: '2001:db8:ff::1', dst, protocol: 47, first: T + i }));
      const found = await sighted(flows, { networks: ['2001:db8:5::/48'] });
      expect(found.map((text) => text.split(' ')[2])).toEqual([flows[1]!.dst, flows[2]!.dst]);
    });

    it('take an IPv4 address that the query writes as IPv6', async () => {
      expect(await sighted(to(PEER), { addresses: [`::ffff:${PEER}`] })).toEqual([
        `${OWN} > ${PEER} ${PEER}`,
      ]);
    });

    it('come once for each value, though both sides match', async () => {
      const flow = { src: '203.0.113.1', dst: '203.0.113.2', protocol: 47, first: T };
      expect(await sighted([flow], { networks: ['203.0.113.0/24', '203.0.113.9/24'] })).toEqual([
        '203.0.113.1 > 203.0.113.2 203.0.113.0/24',
      ]);
    });

    it('are not slowed down by one network written in thousands of ways', async () => {
      const networks = Array.from({ length: 20_000 }, (_, i) => `11.${i >> 8}.${i & 255}.1/8`);
      expect(await sighted(to('11.9.9.9'), { networks })).toEqual([`${OWN} > 11.9.9.9 11.0.0.0/8`]);
    });

    it.each<[string, Partial<SightingQuery>]>([
      ['nothing is asked for', {}],
      ['neighbours of nothing are asked for', { near: true }],
      [
        'only text that is no address is asked for',
        { addresses: ['evil.example', ''], networks: ['x/8', '/'] },
      ],
    ])('are none when %s', async (_name, query) => {
      expect(await sighted(to(PEER), query)).toEqual([]);
    });
  });
});
