// Edges of the contract that both engines must meet: limits, keys, appending again, counts.
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../model/flow.ts';
import type { FlowStore } from './contract.ts';
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
  describe('limits', () => {
    const flows = Array.from({ length: 5 }, (_, i) => ({
      src: OWN,
      dst: `203.0.113.${i}`,
      protocol: 47,
      first: T + i,
    }));

    it.each([
      [0, 0, true],
      [4, 4, true],
      [5, 5, false],
      [6, 5, false],
    ])('of %d give %d, and say truncated: %s', async (limit, count, truncated) => {
      const query = { addresses: [OWN], select: { protocols: [47] }, limit };
      const found = await using(flows, (s) => s.conversations(query));
      expect([found.conversations.length, found.truncated]).toEqual([count, truncated]);
      const seen = await using(flows, (s) =>
        s.sightings({ addresses: [], networks: ['203.0.113.0/24'], near: false, limit }),
      );
      expect([seen.sightings.length, seen.truncated]).toEqual([count, truncated]);
    });

    it('cut the latest conversations, not the earliest', async () => {
      expect((await between(flows.toReversed(), 2)).map((c) => c.dst)).toEqual([
        '203.0.113.0',
        '203.0.113.1',
      ]);
    });
  });

  describe('keys', () => {
    it.each(["o'clock", 'a"b', 'a\\b', '', 'a\nb', 'a\0b', '\u{1f600}', '"]); DROP', 'a, b', '$1', '%s'])(
      '%j is kept and forgotten like any other',
      async (key) => {
        const store = await open();
        await store.append(key, batchOf(`sensor:${key}`, [{ src: OWN, dst: PEER, protocol: 47, first: T }]));
        await store.append('other', batchOf(EXPORTER, [{ src: OWN, dst: PEER, protocol: 47, first: T }]));
        const segments = await store.seal();
        expect(segments.flatMap((s) => s.evidence).toSorted()).toEqual([key, 'other'].toSorted());
        expect((await store.exporters()).map((e) => e.exporter).toSorted()).toEqual(
          [EXPORTER, `sensor:${key}`].toSorted(),
        );
        await store.forget(key);
        expect((await store.exporters()).map((e) => e.exporter)).toEqual([EXPORTER]);
        await store.close();
      },
    );

    it('many small pieces of evidence are each forgotten alone', async () => {
      const store = await open();
      for (let i = 0; i < 60; i += 1)
        await store.append(
          `e${i}`,
          batchOf(EXPORTER, [{ src: OWN, dst: `203.0.113.${i}`, protocol: 47, first: T }]),
        );
      await store.seal();
      for (let i = 0; i < 60; i += 20) await store.forget(`e${i}`);
      const query = { addresses: [], networks: ['203.0.113.0/24'], near: false };
      const left = (await store.sightings(query)).sightings.map((s) => s.conversation.dst);
      expect(left).toHaveLength(57);
      expect(left).not.toContain('203.0.113.20');
      await store.close();
    });

    it('one that was forgotten can come again, sealed or not', async () => {
      for (const sealed of [true, false]) {
        const store = await open();
        const batch = batchOf(EXPORTER, [{ src: OWN, dst: PEER, protocol: 47, first: T }]);
        for (let round = 0; round < 3; round += 1) {
          await store.forget('a');
          await store.append('a', batch);
          if (sealed) await store.seal();
        }
        expect((await store.exporters()).map((e) => e.flows)).toEqual([1]);
        await store.close();
      }
    });

    it('one that is unknown is forgotten without harm', async () => {
      const store = await open();
      await store.forget('never');
      expect(await store.seal()).toEqual([]);
      await store.close();
    });
  });

  describe('appending', () => {
    const flow = { src: OWN, dst: PEER, protocol: 47, first: T, offset: 7 };

    it('the same rows again adds them again, whether a seal stands between or not', async () => {
      for (const sealed of [true, false]) {
        const store = await open();
        for (let round = 0; round < 3; round += 1) {
          await store.append('a', batchOf(EXPORTER, [flow]));
          if (sealed) await store.seal();
        }
        expect((await store.exporters()).map((e) => e.flows)).toEqual([3]);
        await store.close();
      }
    });

    it('leaves the batch to the caller', async () => {
      const store = await open();
      const batch = batchOf(EXPORTER, [flow, flow]);
      await store.append('a', batch);
      batch.dst4.fill(0);
      batch.protocol.fill(1);
      const { conversations } = await store.conversations({ addresses: [OWN], select: { protocols: [47] } });
      expect(conversations.map((c) => [c.dst, c.flows])).toEqual([[PEER, 2]]);
      await store.close();
    });

    it('takes only as many rows as the batch says', async () => {
      const store = await open();
      await store.append('a', { ...batchOf(EXPORTER, [flow, flow, flow]), length: 2 });
      expect((await store.exporters()).map((e) => e.flows)).toEqual([2]);
      await store.close();
    });

    it('an empty batch is nothing', async () => {
      const store = await open();
      await store.append('a', batchOf(EXPORTER, []));
      expect(await store.seal()).toEqual([]);
      expect(await store.exporters()).toEqual([]);
      await store.close();
    });
  });

  describe('counts', () => {
    it('beyond what a number holds exactly stay finite and as large', async () => {
      const huge = 2 ** 64 * 2 ** 30;
      const flows = Array.from({ length: 8 }, (_, i) => ({
        src: OWN,
        dst: PEER,
        protocol: 47,
        first: T,
        bytes: huge,
        packets: 2 ** 53,
        offset: i,
      }));
      const [found] = await between(flows);
      expect(found).toMatchObject({ flows: 8, bytes: huge * 8, packets: 2 ** 56 });
    });

    it('of nothing are nothing', async () => {
      const [found] = await between([{ src: OWN, dst: PEER, protocol: 47, first: T, bytes: 0, packets: 0 }]);
      expect(found).toMatchObject({ flows: 1, bytes: 0, packets: 0 });
    });
  });
});
