import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../src/sources/index.ts';
import { problemOf } from './check-source.ts';
import { mutate, randomOf } from './mutate.ts';
import { SEEDS, samplesOf } from './samples.ts';

const ROUNDS = 25;

describe.each(SOURCES.map((s) => [s.id, s] as const))('%s', (id, source) => {
  const folder = join(SEEDS, id);
  const kept = existsSync(folder) ? readdirSync(folder).sort() : [];

  it.each(kept)('no longer breaks on kept input %s', (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    for (const chunk of [1 + (bytes.length % 7), 4096, 1 << 20])
      expect(problemOf(source, bytes, chunk)).toBeNull();
  });

  it('stands a short round of mutated samples', () => {
    const samples = samplesOf(source);
    expect(samples.length).toBeGreaterThanOrEqual(3);
    const random = randomOf(20261122);
    for (let i = 0; i < ROUNDS; i += 1) {
      const sample = samples[Math.floor(random() * samples.length)] as (typeof samples)[number];
      expect(problemOf(source, mutate(sample.bytes, random), 1 + Math.floor(random() * 70_000))).toBeNull();
    }
  });
});
