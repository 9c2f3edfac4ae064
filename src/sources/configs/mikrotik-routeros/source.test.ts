import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { routerosConfig } from './source.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const names = readdirSync(SAMPLES)
  .filter((name) => !name.endsWith('.json'))
  .toSorted();
/** Every secret that the samples plant, in any form; none may show up in what the source hands over. */
const PLANTED = [
  'SyntheticWgPrivateKey',
  'Synthetic Gre Secret',
  'Synthetic-Community',
  'Synthetic-Snmp-Auth',
  'Synthetic-Snmp-Priv',
  'Synthetic-Ppp-Pw',
  'Synthetic-Rad-Key',
  'Synthetic-Bgp-Key',
  'Synthetic-Trap',
  'Synthetic-Token',
  'Synthetic-Script-Pw',
  'Synthetic-User-Pw',
  'Synthetic-Admin-Pw',
  'Synthetic-Cut-Pw',
];

function read(name: string, chunk = 65_536): { bytes: Uint8Array; sink: RecordingSink } {
  const bytes = readFileSync(join(SAMPLES, name));
  return { bytes, sink: readWith(routerosConfig, bytes, { chunk }) };
}

/** Sums of the ledger: samples apart, the same state and reason may come in several calls. */
function ledgerOf(sink: RecordingSink): Record<string, { bytes: number; units: number }> {
  const sums: Record<string, { bytes: number; units: number }> = {};
  for (const { state, reason, bytes, units } of sink.accounts) {
    const sum = (sums[`${state}: ${reason}`] ??= { bytes: 0, units: 0 });
    sum.bytes += bytes;
    sum.units += units;
  }
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function expected(name: string, kind: string, value: unknown): unknown {
  const file = join(SAMPLES, `${name.replace(/\.\w+$/, '')}.${kind}.json`);
  // Written once, read by a person, then kept: SEAWALL_WRITE=1 writes those that are missing.
  if (!existsSync(file) && process.env.SEAWALL_WRITE === '1')
    writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe.each(names)('sample %s', (name) => {
  const { bytes, sink } = read(name);

  it('is recognised', () => {
    expect(routerosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.5);
  });

  it('gives the facts that it states', () => {
    expect(JSON.parse(JSON.stringify(sink.snapshots))).toEqual(expected(name, 'facts', sink.snapshots));
  });

  it('accounts for every byte, as expected', () => {
    expect(sink.bytes()).toBe(bytes.length);
    expect(ledgerOf(sink)).toEqual(expected(name, 'ledger', ledgerOf(sink)));
  });

  it('gives the same however the bytes are cut', () => {
    const cut = read(name, 7).sink;
    expect(cut.snapshots).toEqual(sink.snapshots);
    expect(cut.accounts).toEqual(sink.accounts);
    expect(cut.records).toEqual(sink.records);
  });

  it('hands over no planted secret', () => {
    const out = JSON.stringify([sink.snapshots, sink.records, sink.accounts]);
    expect(PLANTED.filter((secret) => out.includes(secret))).toEqual([]);
  });

  it('says that it is synthetic', () => {
    expect(new TextDecoder().decode(bytes).slice(0, 400)).toContain('ynthetic');
  });
});

describe('planted secrets', () => {
  it('stand in the samples', () => {
    const all = names.map((name) => readFileSync(join(SAMPLES, name), 'latin1')).join('\n');
    expect(PLANTED.filter((secret) => !all.includes(secret))).toEqual([]);
  });
});
