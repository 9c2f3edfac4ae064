// Kills a writing process between the steps of a seal and looks at what the next start finds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { batchOf } from '../contract-suite.ts';
import { openParquet } from './engine.ts';

const scratch = mkdtempSync(join(tmpdir(), 'seawall-flow-crash-'));
// DuckDB is slow to open on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SUITE = new URL('../contract-suite.ts', import.meta.url).href;
const ENGINE = new URL('./engine.ts', import.meta.url).href;

/**
 * A child that seals one flow of `a`, then appends one of `b` and is killed at a step of the second seal: `rename`
 * before the file gets its name, `after` once it has it but before anybody was told, `none` before the seal begins.
 */
function child(folder: string, step: 'none' | 'rename' | 'after'): string | null {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const real = fs.renameSync;
    let armed = false;
    const die = () => process.kill(process.pid, 'SIGKILL');
    fs.renameSync = (from, to) => {
      if (armed && ${JSON.stringify(step)} === 'rename') die();
      real(from, to);
      if (armed && ${JSON.stringify(step)} === 'after') die();
    };
    syncBuiltinESMExports();
    const { openParquet } = await import(${JSON.stringify(ENGINE)});
    const { batchOf } = await import(${JSON.stringify(SUITE)});
    const store = await openParquet(${JSON.stringify(folder)});
    const flow = { src: '192.0.2.1', dst: '203.0.113.9', protocol: 47, first: 1e12 };
    await store.append('a', batchOf('10.0.0.1', [flow]));
    await store.seal();
    await store.append('b', batchOf('10.0.0.2', [flow]));
    if (${JSON.stringify(step)} === 'none') die();
    armed = true;
    await store.seal();
  `;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { timeout: 60_000 }).signal;
}

async function evidenceOf(folder: string): Promise<string[]> {
  const store = await openParquet(folder);
  const evidence = (await store.seal()).flatMap((s) => s.evidence).toSorted();
  await store.close();
  return evidence;
}

describe('a process that is killed', () => {
  it.each([
    ['before the seal loses what was not sealed', 'none', ['a']],
    ['before the rename loses what was not sealed', 'rename', ['a']],
    ['after the rename keeps the whole segment', 'after', ['a', 'b']],
  ] as const)('%s', async (_name, step, expected) => {
    const folder = join(scratch, step);
    expect(child(folder, step)).toBe('SIGKILL');
    expect(await evidenceOf(folder)).toEqual(expected);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await evidenceOf(folder)).toEqual(expected);
  });

  it('leaves a half-written file that no answer takes for a segment', async () => {
    const folder = join(scratch, 'half');
    expect(child(folder, 'rename')).toBe('SIGKILL');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    const store = await openParquet(folder);
    expect((await store.exporters()).map((e) => e.exporter)).toEqual(['10.0.0.1']);
    await store.close();
  });
});

describe('a folder with things in it that are not ours', () => {
  it('is read past them, and they are left alone', async () => {
    const folder = join(scratch, 'strange');
    const store = await openParquet(folder);
    await store.append('a', batchOf('10.0.0.1', [{ src: '192.0.2.1', dst: '203.0.113.9', first: 1e12 }]));
    await store.seal();
    await store.close();
    const strange = ['notes.txt', 'flows-short.parquet', `flows-${'g'.repeat(32)}.parquet`, 'other.parquet'];
    for (const name of strange) writeFileSync(join(folder, name), 'not parquet');
    expect(await evidenceOf(folder)).toEqual(['a']);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(strange));
  });
});

describe('segments', () => {
  const flow = { src: '192.0.2.1', dst: '203.0.113.9', protocol: 47, first: 1e12 };

  it('of the same rows have names of their own and are all there after a new start', async () => {
    const folder = join(scratch, 'same');
    const store = await openParquet(folder);
    for (let round = 0; round < 3; round += 1) {
      await store.append('a', batchOf('10.0.0.1', [flow]));
      await store.seal();
    }
    const names = (await store.seal()).map((s) => s.name);
    expect(new Set(names).size).toBe(3);
    await store.close();
    const again = await openParquet(folder);
    expect((await again.exporters()).map((e) => e.flows)).toEqual([3]);
    await again.close();
  });

  it('that were replaced and are written again are not cleared away at the next start', async () => {
    const folder = join(scratch, 'again');
    const store = await openParquet(folder);
    const both = async (): Promise<void> => {
      await store.append('a', batchOf('10.0.0.1', [flow]));
      await store.append('b', batchOf('10.0.0.2', [flow]));
      await store.seal();
    };
    await both();
    await store.forget('a');
    await both();
    const before = await store.exporters();
    await store.close();
    const again = await openParquet(folder);
    expect(await again.exporters()).toEqual(before);
    expect(before.map((e) => e.flows)).toEqual([1, 2]);
    await again.close();
  });

  it('are listed by name, with as many rows as were sealed', async () => {
    const folder = join(scratch, 'listed');
    const store = await openParquet(folder);
    for (const key of ['c', 'a', 'b']) {
      await store.append(key, batchOf('10.0.0.1', [flow, { ...flow, offset: 9 }]));
      await store.seal();
    }
    const segments = await store.seal();
    expect(segments.map((s) => s.name)).toEqual(segments.map((s) => s.name).toSorted());
    expect(segments.map((s) => s.rows)).toEqual([2, 2, 2]);
    expect(segments.every((s) => /^flows-[0-9a-f]{32}\.parquet$/.test(s.name) && s.bytes > 0)).toBe(true);
    await store.close();
  });

  it('may be opened by a second reader while the first still writes', async () => {
    const folder = join(scratch, 'two');
    const writer = await openParquet(folder);
    await writer.append('a', batchOf('10.0.0.1', [flow]));
    await writer.seal();
    expect(await evidenceOf(folder)).toEqual(['a']);
    await writer.append('b', batchOf('10.0.0.1', [flow]));
    await writer.seal();
    expect(await evidenceOf(folder)).toEqual(['a', 'b']);
    await writer.close();
  });
});
