import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildIndex, builtinPacks, NO_WARNINGS, warningLists } from './index.ts';

const root = new URL('../../content/', import.meta.url);

function content(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(new URL(`${folder}/`, root));
  return new Map(
    names.map((name) => [
      `content/${folder}/${name}`,
      readFileSync(new URL(`${folder}/${name}`, root), 'utf8'),
    ]),
  );
}

describe('the packs that come with Seawall', () => {
  const packs = builtinPacks(content('intel'));
  const advisory = packs.find((pack) => pack.id === 'builtin:aa25-239a');

  it('hold the 87 and 2 addresses and the 7 hashes of 4 files of the advisory', () => {
    const count = (type: string): number =>
      advisory?.indicators.filter((one) => one.type === type).length ?? 0;
    expect([count('ipv4'), count('ipv6'), count('hash')]).toEqual([87, 2, 7]);
    const names = advisory?.indicators.flatMap((one) => one.together.map((other) => other.value));
    expect([...new Set(names)].sort()).toEqual(['cmd1', 'cmd3', 'new2', 'sft']);
  });

  it('are marked, sourced and clean', () => {
    for (const pack of packs) {
      expect(pack.marking).toBe('CLEAR');
      expect(pack.problems).toEqual([]);
      expect(pack.latest).not.toBeNull();
      expect(new Set(pack.indicators.map((one) => one.id)).size).toBe(pack.indicators.length);
    }
  });

  it('claim no time of activity, and weigh ordinary carriers low', () => {
    expect(advisory?.indicators.every((one) => one.validFrom === null && one.validUntil === null)).toBe(true);
    const carriers = advisory?.indicators.filter((one) => one.title.includes('ordinary carrier')) ?? [];
    expect(carriers.length).toBeGreaterThan(0);
    expect(carriers.every((one) => (one.confidence ?? 100) <= 40)).toBe(true);
  });

  it('are all looked for: no warning list names one', () => {
    const warnings = warningLists(content('warninglists'));
    const index = buildIndex(packs, { now: Date.UTC(2026, 10, 22), warnings });
    expect(index.problems).toEqual([]);
    expect(index.lookup('45.125.67.144').flatMap((one) => one.labels)).toContain('Demodex');
  });

  it('refuse a file that lacks its source or holds a value that is not canonical', () => {
    const head = "title: 't'\nsource: 's'\nlatest: '2025-01-01'\nmarking: 'TLP:CLEAR'\nindicators:\n";
    const load = (text: string) => (): unknown => builtinPacks(new Map([['content/intel/x.yaml', text]]));
    expect(load(`${head}  - value: '198.51.100.7'\n`)).not.toThrow();
    expect(load(`${head}  - value: 'EVIL.example'\n`)).toThrow('canonical');
    expect(load(head.replace("source: 's'\n", ''))).toThrow('source');
  });
});

describe('warning lists', () => {
  it('give the reason, and are read whole', () => {
    const lists = warningLists(content('warninglists'));
    expect(lists.why({ type: 'ipv4', value: '8.8.8.8' })).toContain('resolver');
    expect(lists.why({ type: 'hash', value: 'd41d8cd98f00b204e9800998ecf8427e' })).toContain('empty');
    expect(lists.why({ type: 'ipv4', value: '198.51.100.7' })).toBeNull();
    const lines = [...content('warninglists')]
      .filter(([name]) => name.endsWith('.txt'))
      .flatMap(([, text]) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
    expect(lists.size).toBe(lines.length);
  });

  it('never warn of documentation addresses, which examples use', () => {
    const lists = warningLists(content('warninglists'));
    for (const value of ['192.0.2.1', '198.51.100.1', '203.0.113.1'])
      expect(lists.why({ type: 'ipv4', value })).toBeNull();
    expect(NO_WARNINGS.why({ type: 'ipv4', value: '8.8.8.8' })).toBeNull();
  });
});
