// Over configurations of public test suites, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { ciscoAsaConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const absent = !existsSync(DATA);
const files = (...patterns: string[]): string[] =>
  absent ? [] : patterns.flatMap((pattern) => globSync(join(DATA, pattern))).toSorted();

const CONFIGS = [
  'networktocode+netutils/tests/unit/mock/config/parser/base/cisco_asa/asa_full_sent.txt',
  'networktocode+netutils/tests/unit/mock/config/compliance/compliance/cisco_asa/asa_basic_backup.txt',
  'batfish+batfish/projects/batfish/src/test/resources/org/batfish/grammar/cisco_asa/testconfigs/*',
  'batfish+batfish/tests/parsing-tests/networks/unit-tests/configs/asa_*',
  'batfish+batfish/tests/parsing-tests/networks/unit-tests/configs/cisco_asa/*',
];

describe('configurations', () => {
  it.skipIf(absent)('are recognised, and read or knowingly set aside to 98 % of their lines and more', () => {
    let [lines, bad, aside] = [0, 0, 0];
    const all = files(...CONFIGS);
    for (const file of all) {
      const bytes = readFileSync(file);
      expect(ciscoAsaConfig.recognise(headOf(bytes))).toBeGreaterThan(0.5);
      const sink = readWith(ciscoAsaConfig, bytes);
      expect(sink.bytes()).toBe(bytes.length);
      expect(sink.snapshots[0]).toMatchObject({ hasConfig: true, platform: 'asa' });
      for (const { state, units } of sink.accounts) {
        lines += units;
        if (state === 'set-aside') aside += units;
        else if (state !== 'read') bad += units;
      }
    }
    expect(all.length).toBeGreaterThan(20);
    console.log(`ASA: ${all.length} files, ${lines} lines, ${aside} set aside, ${bad} not understood`);
    expect(bad / lines).toBeLessThan(0.02);
  });

  it.skipIf(absent)('of other systems are left to others', () => {
    const others = files('batfish+lab-validation/snapshots/*/{configs,source}/**/show_running-config.txt');
    expect(others.length).toBeGreaterThan(60);
    expect(others.filter((file) => ciscoAsaConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual([]);
  });
});

/** The first value of a name in a yml. */
const valueOf = (yml: string, name: string): string | undefined =>
  [...yml.matchAll(/^ +(?:- )?(\w+): "(.*)"$/gm)].find((found) => found[1] === name)?.[2];

describe('ntc-templates', () => {
  it.skipIf(absent)('agree on version, name, model and serial', () => {
    const differences: string[] = [];
    const raws = files('networktocode+ntc-templates/tests/cisco_asa/show_version/*.raw');
    for (const file of raws) {
      const yml = readFileSync(file.replace('.raw', '.yml'), 'utf8');
      const [facts] = readWith(ciscoAsaConfig, readFileSync(file)).snapshots;
      if (facts?.version?.text !== valueOf(yml, 'version')) differences.push(`${file} version`);
      if (facts?.hostname !== valueOf(yml, 'hostname')) differences.push(`${file} name`);
      const model = valueOf(yml, 'model');
      if (model && facts?.model !== model) differences.push(`${file} model`);
      for (const serial of facts?.serials ?? [])
        if (!yml.includes(`"${serial}"`)) differences.push(`${file} serial`);
    }
    expect(raws.length).toBe(4);
    expect(differences).toEqual([]);
  });

  it.skipIf(absent)('agree on the peers of crypto maps', () => {
    for (const file of files(
      'networktocode+ntc-templates/tests/cisco_asa/show_running-config_crypto_map/*.raw',
    )) {
      const [facts] = readWith(ciscoAsaConfig, readFileSync(file)).snapshots;
      const yml = readFileSync(file.replace('.raw', '.yml'), 'utf8');
      expect(facts!.tunnels.length).toBeGreaterThan(1);
      expect(facts!.tunnels.filter(({ destination }) => !yml.includes(`"${destination}"`))).toEqual([]);
    }
  });
});

interface Expected {
  readonly config_line: string | null;
  readonly parents: readonly string[];
}

describe('netutils parse trees', () => {
  it.skipIf(absent)('agree with ours', () => {
    const sent = files('networktocode+netutils/tests/unit/mock/config/parser/base/cisco_asa/*_sent.txt');
    const differences: string[] = [];
    for (const file of sent) {
      const tree = new StatementTree();
      for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries())
        if (line.trim() !== '' && !line.startsWith('!'))
          tree.add(line.trim(), line.search(/\S/), { line: i + 1, byte: 0, size: 1 });
      const ours = new Set<string>();
      for (let i = 0; i < tree.size; i += 1) {
        const { text, parent } = tree.at(i);
        ours.add(parent ? `${parent.text} / ${text}` : text);
      }
      const theirs = JSON.parse(
        readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
      ) as Expected[];
      for (const { config_line: line, parents } of theirs) {
        const path = [...parents.slice(-1), line ?? ''].map((part) => part.trim()).join(' / ');
        if (line !== null && !ours.has(path)) differences.push(path);
      }
    }
    console.log(`netutils: ${differences.length} differences`, differences.slice(0, 3));
    expect(differences.filter((path) => !path.includes('banner '))).toEqual([]);
  });
});
