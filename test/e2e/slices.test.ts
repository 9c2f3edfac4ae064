import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listInputs } from '../../src/assess/ingest/inputs.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { addPaths, concludeHarbor, HARBOR_PATHS, openHarbor } from './harbor.ts';

const SLICES = 10;
const folders: string[] = [];

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-slices-'));
  folders.push(folder);
  return join(folder, 'case');
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Mulberry32: a small generator, so that a seed that broke something can be kept. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function files(): Promise<string[]> {
  return (await listInputs(HARBOR_PATHS)).inputs.map((i) => i.name);
}

async function inOneGo(): Promise<string> {
  const opened = await openHarbor(scratch());
  await addPaths(opened, HARBOR_PATHS);
  const answers = await concludeHarbor(opened);
  await opened.close();
  return canonicalJson(answers);
}

async function inSlices(seed: number): Promise<string> {
  const next = random(seed);
  const dealt: string[][] = Array.from({ length: SLICES }, () => []);
  for (const file of await files()) (dealt[Math.floor(next() * SLICES)] as string[]).push(file);
  for (let i = dealt.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j] as string[], dealt[i] as string[]];
  }
  const folder = scratch();
  let last = '';
  for (const slice of dealt) {
    // Stop and reload: each slice comes to a case opened anew from its folder.
    const opened = await openHarbor(folder);
    await addPaths(
      opened,
      slice.sort(() => next() - 0.5),
    );
    last = canonicalJson(await concludeHarbor(opened));
    await opened.close();
  }
  return last;
}

const SEEDS = [1, 20261022];

describe('evidence in slices', () => {
  it.each(SEEDS)(
    'gives the same answers, byte for byte, as in one go (seed %i)',
    async (seed) => {
      const [whole, sliced] = [await inOneGo(), await inSlices(seed)];
      if (whole !== sliced) {
        const at = [...whole].findIndex((c, i) => c !== sliced[i]);
        expect(sliced.slice(Math.max(0, at - 200), at + 200)).toBe(
          whole.slice(Math.max(0, at - 200), at + 200),
        );
      }
      expect(sliced).toBe(whole);
    },
    300_000,
  );
});
