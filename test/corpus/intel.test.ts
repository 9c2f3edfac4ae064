import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildIndex, readPack, recogniseIntel } from '../../src/intel/index.ts';
import type { IntelPack } from '../../src/model/indicator.ts';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const present = existsSync(DATA);
/** Time for tests that read thousands of files from a shared disk. */
const LONG = { timeout: 120_000 };
const read = (path: string): IntelPack => readPack(readFileSync(`${DATA}/${path}`), path);
const counts = (pack: IntelPack): Record<string, number> =>
  Object.fromEntries(pack.problems.map((problem) => [problem.code, problem.count]));
const column = (path: string, at: number): string[] =>
  readFileSync(`${DATA}/${path}`, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => (line.split('\t')[at] ?? '').toLowerCase())
    .filter((value) => value !== '');

describe('shared intelligence samples', () => {
  it.skipIf(!present)('every file is read as a pack, or refused with a reason', LONG, () => {
    const files = globSync(`${DATA}/{samples/intel,samples/stix,reference/intel}/**/*`, {
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
    expect(files.length).toBeGreaterThan(250);
    const silent: string[] = [];
    const seen = { packs: 0, refused: 0, indicators: 0 };
    for (const file of files) {
      const bytes = readFileSync(file);
      const pack = readPack(bytes, file);
      if (pack.indicators.length > 0) seen.packs += 1;
      else seen.refused += 1;
      seen.indicators += pack.indicators.length;
      if (pack.indicators.length + pack.problems.length === 0) silent.push(file);
      recogniseIntel(bytes.subarray(0, 4096));
    }
    console.log(
      `intelligence samples: ${seen.packs} packs, ${seen.refused} refused, ${seen.indicators} indicators`,
    );
  });

  it.skipIf(!present)('every list of samples and every bundle is recognised by its first bytes', LONG, () => {
    const lists = globSync(`${DATA}/reference/intel/eset+malware-ioc/**/samples.{md5,sha1,sha256}`);
    const bundles = globSync(`${DATA}/{samples/intel,reference/intel/cisa}/**/*.json`);
    const missed = (files: readonly string[], form: string): string[] =>
      files.filter((file) => recogniseIntel(readFileSync(file).subarray(0, 4096)) !== form);
    expect([missed(lists, 'list'), missed(bundles, 'json')]).toEqual([[], []]);
  });

  it.skipIf(!present)('logs, configurations and flows are not taken for intelligence', LONG, () => {
    const others = globSync(
      `${DATA}/samples/{configs,syslog,flows,aaa,telecom}/**/*.{cfg,txt,log,conf,csv,out}`,
    ).slice(0, 3000);
    const taken = others.filter((file) => {
      try {
        return recogniseIntel(readFileSync(file).subarray(0, 4096)) !== null;
      } catch {
        return false;
      }
    });
    expect(taken).toEqual([]);
  });
});

describe('the official bundle of AA25-239A', () => {
  it.skipIf(!present)('gives exactly the published addresses and hashes', () => {
    const pack = read('reference/intel/cisa/AA25-239A.stix_.json');
    const of = (...types: string[]): string[] =>
      pack.indicators
        .filter((one) => types.includes(one.type))
        .map((one) => one.value)
        .sort();
    expect(of('ipv4', 'ipv6')).toEqual(column('reference/intel/facts/aa25-239a-stix-ips.tsv', 0).sort());
    const files = 'reference/intel/facts/aa25-239a-stix-files.tsv';
    expect(of('hash')).toEqual([1, 2, 3].flatMap((at) => column(files, at)).sort());
    expect(pack.indicators.length).toBe(89 + of('hash').length);
  });

  it.skipIf(!present)('falls into none of its traps', () => {
    const pack = read('reference/intel/cisa/AA25-239A.stix_.json');
    expect(pack.indicators.every((one) => one.validFrom === null)).toBe(true);
    expect(counts(pack)).toMatchObject({
      'valid-from-is-record-time': 93,
      'no-tlp': 93,
      'no-name': 93,
      'hash-kind-unused': 1,
    });
    expect(counts(pack)['dangling-reference']).toBeGreaterThan(0);
    const labels = new Set(pack.indicators.flatMap((one) => one.labels));
    expect([...labels]).not.toContain('Golang');
    expect([...labels]).not.toContain('Route');
    expect(pack.indicators.find((one) => one.value === '45.125.67.144')?.labels).toHaveLength(4);
    const hashes = pack.indicators.filter((one) => one.type === 'hash');
    expect(hashes.every((one) => one.together.length === 1 && one.together[0]?.type === 'filename')).toBe(
      true,
    );
    expect(Object.keys(pack.carried)).toEqual(['marking-definition--3ba76612-0aba-414a-a75c-30eb0ec00ed8']);
    expect(pack.indicators.every((one) => one.markingRefs.length === 1)).toBe(true);
  });

  it.skipIf(!present)('says the same as our own pack of it', () => {
    const text = readFileSync(new URL('../../content/intel/aa25-239a.yaml', import.meta.url), 'utf8');
    const official = read('reference/intel/cisa/AA25-239A.stix_.json');
    const values = official.indicators.map((one) => one.value);
    expect(values.filter((value) => !text.includes(`'${value}'`))).toEqual([]);
    expect(buildIndex([official], { now: Date.UTC(2026, 10, 22) }).size).toBe(values.length);
  });
});

describe('Talos bundles', () => {
  it.skipIf(!present)('agree with the lists beside them', () => {
    const json = read('samples/intel/Cisco-Talos+IOCs/2026/02/knife-cutting-the-edge.json');
    const list = read('samples/intel/Cisco-Talos+IOCs/2026/02/knife-cutting-the-edge.txt');
    const values = (pack: IntelPack): string[] =>
      pack.indicators
        .filter((one) => one.type === 'hash')
        .map((one) => one.value)
        .sort();
    expect(values(json)).toEqual(values(list));
    expect(json.marking).toBe('CLEAR');
  });

  it.skipIf(!present)('of STIX 1 are refused by name', () => {
    expect(counts(read('samples/intel/Cisco-Talos+IOCs/2022/05/mustang-panda.json'))).toEqual({
      'stix-1': 1,
    });
  });
});
