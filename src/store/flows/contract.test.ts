import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { FlowStore } from './contract.ts';
import { batchOf, FLOW_STORE_CASES, type PlainFlow } from './contract-suite.ts';
import { FLOW_ENGINES } from './index.ts';

const scratch = mkdtempSync(join(tmpdir(), 'seawall-flows-'));
// DuckDB is slow to open on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;
function folder(): string {
  folders += 1;
  return join(scratch, String(folders));
}
async function memory(): Promise<FlowStore> {
  return await (await FLOW_ENGINES.memory())('');
}
async function parquet(at = folder()): Promise<FlowStore> {
  return await (await FLOW_ENGINES.parquet())(at);
}

describe.each([
  ['memory', memory],
  ['parquet', () => parquet()],
])('flow store %s', (_name, open) => {
  it.each(FLOW_STORE_CASES.map((c) => [c.title, c] as const))('%s', async (_title, demand) => {
    expect.hasAssertions();
    await expect(demand.run(open)).resolves.toBeUndefined();
  });
});

describe('parquet segments', () => {
  const flow: PlainFlow = { src: '192.0.2.1', dst: '203.0.113.9', protocol: 47, first: 1e12, offset: 7 };

  it('are there after the store was closed and opened again', async () => {
    const at = folder();
    const store = await parquet(at);
    await store.append('a', batchOf("10.0.0.1 o'clock", [flow]));
    const segments = await store.seal();
    expect(segments.map((s) => [s.evidence, s.rows])).toEqual([[['a'], 1]]);
    await store.close();
    const again = await parquet(at);
    expect(await again.exporters()).toEqual([
      { exporter: "10.0.0.1 o'clock", first: 1e12, last: 1e12, flows: 1 },
    ]);
    expect(await again.seal()).toEqual(segments);
    await again.close();
  });

  it('lose what was not sealed, and clear away half-written files', async () => {
    const at = folder();
    const store = await parquet(at);
    await store.append('a', batchOf('10.0.0.1', [flow]));
    await store.seal();
    await store.append('b', batchOf('10.0.0.1', [flow]));
    await store.close();
    writeFileSync(join(at, 'writing-1-1.tmp'), 'PAR1 half');
    const again = await parquet(at);
    expect((await again.seal()).map((s) => s.evidence)).toEqual([['a']]);
    expect(readdirSync(at).filter((n) => n.endsWith('.tmp'))).toEqual([]);
    await again.close();
  });

  it('finish a forgetting that was cut off between writing the new file and removing the old', async () => {
    const at = folder();
    const store = await parquet(at);
    await store.append('a', batchOf('10.0.0.1', [flow]));
    await store.append('b', batchOf('10.0.0.1', [flow]));
    const [old] = await store.seal();
    const bytes = readFileSync(join(at, old!.name));
    await store.forget('a');
    await store.close();
    writeFileSync(join(at, old!.name), bytes);
    const again = await parquet(at);
    expect((await again.exporters()).map((e) => e.flows)).toEqual([1]);
    await again.close();
  });
});

const address = fc.constantFrom(
  '192.0.2.1',
  '192.0.2.2',
  '198.51.100.7',
  '203.0.113.9',
  '203.0.113.10',
  '255.255.255.255',
);
const address6 = fc.constantFrom('2001:db8::1', '2001:db8::2', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
const rest = {
  protocol: fc.constantFrom(1, 6, 17, 47, 132),
  srcPort: fc.constantFrom(0, 22, 9999, 10_000, 57_722, 65_535),
  dstPort: fc.constantFrom(0, 22, 9999, 10_000, 57_722, 65_535),
  first: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.NaN)),
  last: fc.integer({ min: 0, max: 9 }),
  packets: fc.integer({ min: 0, max: 1e9 }),
  bytes: fc.integer({ min: 0, max: 1e12 }),
  offset: fc.nat(1000),
};
const flows = fc.array(
  fc.oneof(
    fc.record({ src: address, dst: address, ...rest }),
    fc.record({ src: address6, dst: address6, ...rest }),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('both engines', () => {
  it('give the same answers in the same order for any flows', async () => {
    const batches = fc.array(
      fc.tuple(fc.constantFrom('e1', 'e2'), fc.constantFrom('10.0.0.1', 'sensor:z'), flows),
      {
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(batches, async (list) => {
        const stores = [await memory(), await parquet()];
        const answers = [];
        for (const store of stores) {
          for (const [evidence, exporter, rows] of list)
            await store.append(evidence, batchOf(exporter, rows));
          const own = ['192.0.2.1', '2001:db8::1'];
          answers.push([
            await store.conversations({
              addresses: own,
              select: { protocols: [47], ports: [[57_000, 58_000]] },
            }),
            await store.conversations({ addresses: own, select: { ports: [[22, 22]] }, limit: 3 }),
            await store.sightings({
              addresses: ['203.0.113.9', '2001:db8::2'],
              networks: ['198.51.100.0/25', 'ffff::/16', '0.0.0.0/0'],
              near: true,
            }),
            await store.exporters(),
          ]);
          await store.close();
        }
        expect(answers[1]).toEqual(answers[0]);
      }),
      { numRuns: 12 },
    );
  });
});
