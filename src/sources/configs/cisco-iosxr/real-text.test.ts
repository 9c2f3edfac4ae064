// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { ciscoIosxrConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/cisco_iosxr');
const TEMPLATES = join(DATA, 'networktocode+ntc-templates/tests/cisco_xr');
const absent = !existsSync(DATA);
const files = (...patterns: string[]): string[] =>
  absent ? [] : patterns.flatMap((pattern) => globSync(join(DATA, pattern))).toSorted();

const FULL = files(
  'batfish+lab-validation/snapshots/iosxr_*/configs/*/show_running-config.txt',
  'batfish+lab-validation/snapshots/cisco_xr_ios_vpnv4/configs/{PE,RR}*/show_running-config.txt',
  'networktocode+netutils/tests/unit/mock/config/parser/base/cisco_iosxr/*_sent.txt',
);

describe('full configurations', () => {
  it.skipIf(absent)('are read or knowingly set aside to 99 % of their lines and more', () => {
    let [lines, bad, aside] = [0, 0, 0];
    for (const file of FULL) {
      const bytes = readFileSync(file);
      expect(ciscoIosxrConfig.recognise(headOf(bytes))).toBeGreaterThan(0.8);
      const sink = readWith(ciscoIosxrConfig, bytes);
      expect(sink.bytes()).toBe(bytes.length);
      expect(sink.snapshots[0]).toMatchObject({ hasConfig: true, complete: true, platform: 'ios-xr' });
      for (const { state, units } of sink.accounts) {
        lines += units;
        if (state === 'set-aside') aside += units;
        else if (state !== 'read') bad += units;
      }
    }
    expect(FULL.length).toBeGreaterThan(8);
    console.log(`IOS XR: ${lines} lines, ${aside} set aside, ${bad} not understood`);
    expect(bad / lines).toBeLessThan(0.01);
  });

  it.skipIf(absent)('of grammar tests are recognised but for those without a sign', () => {
    const all = files(
      'batfish+batfish/projects/batfish/src/test/resources/org/batfish/grammar/cisco_xr/testconfigs/**/*',
    ).filter((file) => !file.endsWith('ospf-router-id'));
    const missed = all.filter((file) => ciscoIosxrConfig.recognise(headOf(readFileSync(file))) < 0.3);
    expect(missed.map((file) => file.split('/').at(-1))).toEqual(['gh10062']);
  });

  it.skipIf(absent)('of other systems are left to others', () => {
    const others = files(
      'batfish+lab-validation/snapshots/{nxos,junos,eos,sros,ios,iosxe}_*/{configs,source}/**/show_running-config.txt',
    );
    expect(others.length).toBeGreaterThan(40);
    expect(others.filter((file) => ciscoIosxrConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual(
      [],
    );
  });
});

/** Values of a yml of one row, by name. */
function valuesOf(file: string): Map<string, string> {
  const rows = readFileSync(file, 'utf8').matchAll(/^ {2,4}(?:- )?(\w+): "(.*)"$/gm);
  return new Map([...rows].map(([, name, value]) => [name ?? '', value ?? '']));
}

describe('ntc-templates', () => {
  const at = (pattern: string): string[] => files(`networktocode+ntc-templates/tests/cisco_xr/${pattern}`);

  it.skipIf(absent)('agree on version, model and name', () => {
    const differences: string[] = [];
    const raws = at('show_version*/*.raw');
    for (const file of raws) {
      const said = valuesOf(file.replace('.raw', '.yml'));
      const [facts] = readWith(ciscoIosxrConfig, readFileSync(file)).snapshots;
      const model = said.get('model') ?? said.get('hardware');
      if (facts?.version?.text !== said.get('version')) differences.push(`${file} version`);
      if (facts?.model !== model) differences.push(`${file} model ${facts?.model}`);
      if (said.has('hostname') && facts?.hostname !== said.get('hostname')) differences.push(`${file} name`);
    }
    expect(raws.length).toBe(6);
    expect(differences).toEqual([]);
  });

  it.skipIf(absent)('agree on the serial of the chassis and on names', () => {
    const serials = at('*show_inventory/*.raw').flatMap(
      (file) => readWith(ciscoIosxrConfig, readFileSync(file)).snapshots[0]?.serials ?? [],
    );
    const yml = at('*show_inventory/*.yml')
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
    expect(serials.length).toBeGreaterThan(3);
    expect(serials.filter((serial) => !yml.includes(`"${serial}"`))).toEqual([]);
    for (const file of at('show_running-config_hostname/*.raw'))
      expect(readWith(ciscoIosxrConfig, readFileSync(file)).snapshots[0]?.hostname).toBe(
        valuesOf(file.replace('.raw', '.yml')).get('hostname'),
      );
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
    tree.add(body, line.search(/[^ ]/), { line: i + 1, byte: 0, size: line.length + 1 });
  }
  const byIndex: string[] = [];
  for (const s of tree.roots.flatMap((root) => tree.block(root)))
    byIndex.push(s.parent ? `${byIndex[s.parent.index]} / ${s.text}` : s.text);
  return new Set(byIndex);
}

describe('netutils parse trees', () => {
  it.skipIf(!existsSync(TREES) || !existsSync(TEMPLATES))('agree with ours but for banners', () => {
    const differences: string[] = [];
    let all = 0;
    for (const file of globSync(join(TREES, '*_sent.txt'))) {
      const ours = paths(readFileSync(file, 'utf8'));
      const theirs = JSON.parse(
        readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
      ) as Expected[];
      all += theirs.length;
      for (const { config_line: line, parents } of theirs) {
        const path = [...parents, line ?? ''].map((part) => part.trim()).join(' / ');
        if (line !== null && !ours.has(path)) differences.push(path);
      }
    }
    console.log(`netutils: ${all - differences.length} of ${all} statements agree`);
    expect(differences.filter((path) => !path.startsWith('banner '))).toEqual([]);
  });
});
