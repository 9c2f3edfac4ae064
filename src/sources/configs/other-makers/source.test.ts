import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { makerOf } from './makers.ts';
import { otherMakersConfig } from './source.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const names = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.cfg'))
  .toSorted();

function expected(name: string, kind: string, value: unknown): unknown {
  const file = join(SAMPLES, name.replace('.cfg', `.${kind}.json`));
  // Written once, read by a person, then kept: SEAWALL_WRITE=1 writes those that are missing.
  if (!existsSync(file) && process.env.SEAWALL_WRITE === '1')
    writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe.each(names)('sample %s', (name) => {
  const bytes = readFileSync(join(SAMPLES, name));
  const sink = readWith(otherMakersConfig, bytes, { chunk: 17 });

  it('is recognised and named', () => {
    expect(otherMakersConfig.recognise(headOf(bytes))).toBeGreaterThan(0.5);
    expect(JSON.parse(JSON.stringify(sink.snapshots))).toEqual(expected(name, 'facts', sink.snapshots));
  });

  it('has not one byte that counts as read', () => {
    const ledger = sink.accounts.map(({ state, reason, bytes: size }) => ({ state, reason, size }));
    expect(sink.bytes()).toBe(bytes.length);
    expect(ledger.filter((row) => row.state !== 'not-understood')).toEqual([]);
    expect(ledger).toEqual(expected(name, 'ledger', ledger));
  });

  it('answers for no area', () => {
    expect(sink.snapshots.map((facts) => [facts.areas, facts.complete])).toEqual([[[], false]]);
  });

  it('hands over no secret', () => {
    const out = JSON.stringify([sink.snapshots, sink.accounts]);
    for (const secret of ['AQBaSynthetic0', '$h$6$synthetic0000']) expect(out).not.toContain(secret);
  });
});

describe('makerOf', () => {
  it.each([
    ['!\n! ADTRAN OS version 14.3\nhostname "ta-01"\n', 'aos'],
    ['frr version 8.1\nhostname r1\n', 'frr'],
    ['; J9150A Configuration Editor; Created on release #W.15.14\nhostname "sw"\n', 'procurve'],
    ['{\n  "DEVICE_METADATA": {\n    "localhost": { "hostname": "leaf" }\n', 'sonic'],
  ])('knows %j', (text, platform) => {
    expect(makerOf(text)?.platform).toBe(platform);
  });

  it.each(['version 15.2\nhostname r1\nend\n', 'system {\n  host-name r1;\n}\n', 'hello'])(
    'does not claim %j',
    (text) => {
      expect(makerOf(text)).toBeNull();
    },
  );
});
