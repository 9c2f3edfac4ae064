import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { batchOf } from '../store/flows/contract-suite.ts';
import { Case } from './case.ts';

const root = mkdtempSync(join(tmpdir(), 'seawall-case-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const FLOW = { src: '192.0.2.1', dst: '203.0.113.9', protocol: 47, first: 1e12 };

async function open(name: string): Promise<Case> {
  const folder = join(root, name);
  const content = new Map<string, string>();
  return await Case.open({ folder, now: 1e12, key: new Uint8Array(32), content, builtinIntel: false });
}

async function exporters(opened: Case): Promise<string[]> {
  return (await (await opened.flows()).exporters()).map((e) => e.exporter);
}

describe('the flows of a case', () => {
  it('are all kept when the first ones come from two files at the same moment', async () => {
    const opened = await open('side by side');
    const { arrivals } = opened;
    const both = await Promise.all([arrivals.begin(), arrivals.begin()]);
    await Promise.all(
      both.map(async (handle, i) => arrivals.flows(handle, batchOf(`10.0.0.${i + 1}`, [FLOW]))),
    );
    await opened.seal();
    expect(await exporters(opened)).toEqual(['10.0.0.1', '10.0.0.2']);
    await opened.close();
  }, 60_000);

  it('of evidence that was never finished are gone when the case is opened again', async () => {
    const cut = await open('cut');
    await cut.arrivals.flows(await cut.arrivals.begin(), batchOf('10.0.0.1', [FLOW]));
    await cut.seal();
    await cut.close();
    const again = await open('cut');
    expect(await exporters(again)).toEqual([]);
    await again.close();
  }, 60_000);
});
