// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { ciscoIosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const LABS = join(DATA, 'batfish+lab-validation/snapshots');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/cisco_ios');

const configs = (pattern: string): string[] =>
  existsSync(LABS) ? globSync(join(LABS, pattern)).toSorted() : [];

/** Bytes that were neither read nor set aside by name, and all bytes. */
function missed(files: readonly string[]): { missed: number; all: number } {
  let [bad, all] = [0, 0];
  for (const file of files) {
    const bytes = readFileSync(file);
    const sink = readWith(ciscoIosConfig, bytes);
    expect(sink.bytes()).toBe(bytes.length);
    bad += sink.bytes('not-understood') + sink.bytes('failed');
    all += bytes.length;
  }
  return { missed: bad, all };
}

describe('laboratory configurations', () => {
  it.skipIf(!existsSync(LABS))('of IOS and IOS XE are read or knowingly set aside to 97 % and more', () => {
    const files = configs('ios{,xe}_*/configs/*/show_running-config.txt');
    const share = missed(files);
    expect(files.length).toBeGreaterThan(20);
    console.log(
      `read or set aside: ${((1 - share.missed / share.all) * 100).toFixed(2)} % of ${share.all} bytes`,
    );
    expect(share.missed / share.all).toBeLessThan(0.03);
  });

  it.skipIf(!existsSync(LABS))('of IOS and IOS XE are recognised, whole and named', () => {
    for (const file of configs('ios{,xe}_*/configs/*/show_running-config.txt')) {
      const bytes = readFileSync(file);
      expect(ciscoIosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.8);
      const [facts] = readWith(ciscoIosConfig, bytes).snapshots;
      expect(facts).toMatchObject({
        hasConfig: true,
        complete: true,
        hostname: expect.any(String) as string,
      });
    }
  });

  it.skipIf(!existsSync(LABS))('of other systems are left to others', () => {
    const files = configs('{nxos,junos,eos,sros,iosxr}_*/{configs,source}/**/show_running-config.txt');
    const taken = files.filter((file) => ciscoIosConfig.recognise(headOf(readFileSync(file))) >= 0.3);
    expect(files.length).toBeGreaterThan(20);
    expect(taken).toEqual([]);
  });
});

interface Expected {
  readonly config_line: string | null;
  readonly parents: readonly string[];
}

/** Paths of all statements of a text, as our tree sees them. */
function paths(text: string): Set<string> {
  const tree = new StatementTree();
  for (const [i, line] of text.split('\n').entries()) {
    const body = line.trim();
    if (body === '' || body.startsWith('!')) continue;
    const indent = line.search(/[^ ]/);
    const place = { line: i + 1, byte: 0, size: line.length + 1 };
    if (body.startsWith('exit-')) tree.addEnd(body, indent, place);
    else tree.add(body, indent, place);
  }
  const byIndex: string[] = [];
  for (const s of tree.roots.flatMap((root) => tree.block(root)))
    byIndex.push(s.parent ? `${byIndex[s.parent.index]} / ${s.text}` : s.text);
  return new Set(byIndex);
}

describe('netutils parse trees', () => {
  it.skipIf(!existsSync(TREES))('agree with ours but for banners and the quit of certificates', () => {
    const differences: string[] = [];
    for (const file of globSync(join(TREES, '*_sent.txt'))) {
      const ours = paths(readFileSync(file, 'utf8'));
      const theirs = JSON.parse(
        readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
      ) as Expected[];
      for (const { config_line: line, parents } of theirs) {
        const path = [...parents, line ?? ''].map((part) => part.trim()).join(' / ');
        if (line !== null && !ours.has(path)) differences.push(path);
      }
    }
    expect(differences.filter((path) => !/^banner |\/ quit$/.test(path))).toEqual([]);
  });
});
