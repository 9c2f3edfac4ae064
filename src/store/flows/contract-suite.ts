import { deepEqual } from 'node:assert/strict';
import { parseIp } from '../../base/ip.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { FlowStore } from './contract.ts';

/** One flow in words, for tests; what is left out is 0. */
export interface PlainFlow {
  readonly src: string;
  readonly dst: string;
  readonly protocol?: number;
  readonly srcPort?: number;
  readonly dstPort?: number;
  readonly first?: number;
  readonly last?: number;
  readonly packets?: number;
  readonly bytes?: number;
  readonly offset?: number;
}

/** Packs plain flows into a batch. */
export function batchOf(exporter: string, flows: readonly PlainFlow[]): FlowBatch {
  const sides = flows.map((f) => [parseIp(f.src), parseIp(f.dst)] as const);
  const of = (pick: (f: PlainFlow) => number | undefined, missing = 0): number[] =>
    flows.map((f) => pick(f) ?? missing);
  const four = (side: 0 | 1): Uint32Array =>
    Uint32Array.from(sides, (s) => (s[side]?.version === 4 ? s[side].value : 0));
  const halves = (side: 0 | 1): BigUint64Array =>
    BigUint64Array.from(
      sides.flatMap((s) => {
        const value = s[side]?.version === 6 ? s[side].value : 0n;
        return [value >> 64n, value & 0xffffffffffffffffn];
      }),
    );
  return {
    length: flows.length,
    exporter,
    v6: Uint8Array.from(sides, (s) => (s[0]?.version === 6 ? 1 : 0)),
    src4: four(0),
    dst4: four(1),
    src6: halves(0),
    dst6: halves(1),
    srcPort: Uint16Array.from(of((f) => f.srcPort)),
    dstPort: Uint16Array.from(of((f) => f.dstPort)),
    protocol: Uint8Array.from(of((f) => f.protocol, 6)),
    tcpFlags: new Uint8Array(flows.length),
    first: Float64Array.from(of((f) => f.first)),
    last: Float64Array.from(of((f) => f.last ?? f.first)),
    packets: Float64Array.from(of((f) => f.packets, 1)),
    bytes: Float64Array.from(of((f) => f.bytes, 100)),
    inIf: new Uint32Array(flows.length),
    outIf: new Uint32Array(flows.length),
    offset: Float64Array.from(of((f) => f.offset)),
    line: new Uint32Array(flows.length),
  };
}

/** One demand of the contract; `run` throws when the engine does not meet it. */
export interface FlowStoreCase {
  readonly title: string;
  readonly run: (open: () => Promise<FlowStore>) => Promise<void>;
}

const ROUTER = '192.0.2.1';
const T = Date.UTC(2026, 9, 20, 2, 13);

async function filled(open: () => Promise<FlowStore>): Promise<FlowStore> {
  const store = await open();
  await store.append(
    'a',
    batchOf('10.0.0.1', [
      { src: '198.51.100.7', dst: ROUTER, srcPort: 51_000, dstPort: 22, first: T, last: T + 9, offset: 24 },
      { src: '198.51.100.7', dst: ROUTER, srcPort: 51_001, dstPort: 22, first: T - 5, last: T, offset: 72 },
      { src: ROUTER, dst: '203.0.113.9', protocol: 47, first: T + 1, bytes: 5000, offset: 120 },
      { src: '10.9.9.9', dst: '10.8.8.8', srcPort: 1, dstPort: 2, first: T, offset: 168 },
    ]),
  );
  await store.append(
    'b',
    batchOf('10.0.0.2', [
      {
        src: '2001:db8::7',
        dst: '2001:db8:1::1',
        srcPort: 40_000,
        dstPort: 57_722,
        first: T + 3,
        offset: 16,
      },
      { src: '203.0.113.77', dst: ROUTER, srcPort: 60_000, dstPort: 61_000, first: Number.NaN, offset: 64 },
    ]),
  );
  return store;
}

const conversations: readonly FlowStoreCase[] = [
  {
    title: 'adds flows of one conversation up and folds the port of the client',
    run: async (open) => {
      const store = await filled(open);
      const { conversations } = await store.conversations({
        addresses: [ROUTER],
        select: { ports: [[22, 22]] },
      });
      deepEqual(conversations, [
        {
          exporter: '10.0.0.1',
          src: '198.51.100.7',
          dst: ROUTER,
          protocol: 6,
          srcPort: 0,
          dstPort: 22,
          first: T - 5,
          last: T + 9,
          flows: 2,
          packets: 2,
          bytes: 200,
          ref: { evidence: 'a', line: 0, lineEnd: 0, byte: 72, length: 0 },
        },
      ]);
      await store.close();
    },
  },

  {
    title: 'selects by protocol, and by a high port on either side that the select names',
    run: async (open) => {
      const store = await filled(open);
      const gre = await store.conversations({ addresses: [ROUTER], select: { protocols: [47] } });
      deepEqual(
        gre.conversations.map((c) => [c.dst, c.bytes]),
        [['203.0.113.9', 5000]],
      );
      const query = { addresses: ['2001:db8:1::1'], select: { ports: [[57_722, 57_722]] as const } };
      const xr = await store.conversations(query);
      deepEqual(
        xr.conversations.map((c) => [c.src, c.srcPort, c.dstPort]),
        [['2001:db8::7', 0, 57_722]],
      );
      await store.close();
    },
  },

  {
    title: 'asks for nothing when the select is empty or no address is its own',
    run: async (open) => {
      const store = await filled(open);
      deepEqual((await store.conversations({ addresses: [ROUTER], select: {} })).conversations, []);
      const other = await store.conversations({ addresses: ['192.0.2.99'], select: { protocols: [6, 47] } });
      deepEqual(other.conversations, []);
      await store.close();
    },
  },

  {
    title: 'says when the limit cut the list, and keeps the first ones',
    run: async (open) => {
      const store = await filled(open);
      const query = { addresses: [ROUTER], select: { protocols: [6, 47] } };
      const all = await store.conversations(query);
      const cut = await store.conversations({ ...query, limit: 2 });
      deepEqual(all.truncated, false);
      deepEqual(cut.truncated, true);
      deepEqual(cut.conversations, all.conversations.slice(0, 2));
      await store.close();
    },
  },

  {
    title: 'gives 0 as the time of a conversation whose flows have none',
    run: async (open) => {
      const store = await filled(open);
      const { conversations } = await store.conversations({
        addresses: ['203.0.113.77'],
        select: { protocols: [6] },
      });
      deepEqual(
        conversations.map((c) => [c.first, c.last, c.srcPort, c.dstPort]),
        [[0, 0, 60_000, 61_000]],
      );
      await store.close();
    },
  },
];

const sightings: readonly FlowStoreCase[] = [
  {
    title: 'finds exact addresses of both versions and networks',
    run: async (open) => {
      const store = await filled(open);
      const { sightings } = await store.sightings({
        addresses: ['203.0.113.9', '2001:db8::7', 'no address'],
        networks: ['198.51.100.0/24', '2001:db8:1::/48'],
        near: false,
      });
      deepEqual(
        sightings.map((s) => [s.conversation.src, s.conversation.dst, s.value, s.near]),
        [
          ['198.51.100.7', ROUTER, '198.51.100.0/24', false],
          [ROUTER, '203.0.113.9', '203.0.113.9', false],
          ['2001:db8::7', '2001:db8:1::1', '2001:db8:1::/48', false],
          ['2001:db8::7', '2001:db8:1::1', '2001:db8::7', false],
        ],
      );
      await store.close();
    },
  },

  {
    title: 'tells neighbours in the same /24 from the address itself',
    run: async (open) => {
      const store = await filled(open);
      const query = { addresses: ['203.0.113.9', '203.0.113.200'], networks: [], near: true };
      const { sightings } = await store.sightings(query);
      deepEqual(
        sightings.map((s) => [s.conversation.src, s.conversation.dst, s.value, s.near]),
        [
          ['203.0.113.77', ROUTER, '203.0.113.9', true],
          [ROUTER, '203.0.113.9', '203.0.113.9', false],
        ],
      );
      await store.close();
    },
  },
];

const keeping: readonly FlowStoreCase[] = [
  {
    title: 'forgets one piece of evidence, sealed or not, and keeps the others',
    run: async (open) => {
      for (const sealed of [true, false]) {
        const store = await filled(open);
        if (sealed) await store.seal();
        await store.forget('a');
        deepEqual(
          (await store.exporters()).map((e) => [e.exporter, e.flows]),
          [['10.0.0.2', 2]],
        );
        await store.forget('b');
        deepEqual(await store.exporters(), []);
        await store.close();
      }
    },
  },

  {
    title: 'takes further flows of the same evidence after a seal',
    run: async (open) => {
      const store = await filled(open);
      await store.seal();
      await store.append(
        'a',
        batchOf('10.0.0.1', [{ src: ROUTER, dst: '203.0.113.9', protocol: 47, first: T + 2 }]),
      );
      const { conversations } = await store.conversations({
        addresses: [ROUTER],
        select: { protocols: [47] },
      });
      deepEqual(
        conversations.map((c) => [c.flows, c.first]),
        [[2, T + 1]],
      );
      await store.close();
    },
  },

  {
    title: 'tells what each exporter spans',
    run: async (open) => {
      const store = await filled(open);
      deepEqual(await store.exporters(), [
        { exporter: '10.0.0.1', first: T - 5, last: T + 9, flows: 4 },
        { exporter: '10.0.0.2', first: T + 3, last: T + 3, flows: 2 },
      ]);
      await store.close();
    },
  },
];

/** What every engine of the flow store must do; `run` gets a function that gives a fresh, empty store each time. */
export const FLOW_STORE_CASES: readonly FlowStoreCase[] = [...conversations, ...sightings, ...keeping];
