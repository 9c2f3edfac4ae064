// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { panosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const there = existsSync(DATA);
const files = (pattern: string): string[] => (there ? globSync(join(DATA, pattern)).toSorted() : []);
const LABS = 'batfish+lab-validation/snapshots/{palo*/configs/pa,panos*/configs/*/show.txt}';
const INFO = 'networktocode+ntc-templates/tests/paloalto_panos/show_system_info/*.raw';

describe('laboratory configurations', () => {
  it.skipIf(!there)('are recognised, whole, and read or knowingly set aside to 99 %', () => {
    const all = files(LABS);
    for (const file of all) {
      const bytes = readFileSync(file);
      const sink = readWith(panosConfig, bytes);
      expect(panosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.9);
      expect(sink.bytes()).toBe(bytes.length);
      expect(sink.bytes('not-understood') / bytes.length).toBeLessThan(0.01);
      expect(sink.snapshots).toMatchObject([{ complete: true, hostname: expect.any(String) as string }]);
      expect(sink.snapshots[0]?.users.length).toBeGreaterThan(0);
    }
    expect(all.length).toBe(18);
  });

  it.skipIf(!there)('of other makes are left to others', () => {
    const others = files(
      'batfish+lab-validation/snapshots/{ios,nxos,junos,eos,fortios,sros}*/configs/**/*.txt',
    );
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((file) => panosConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual([]);
  });
});

describe('ntc-templates', () => {
  it.skipIf(!there)('agree on name, model and version', () => {
    for (const file of files(INFO)) {
      const said = readFileSync(file.replace('.raw', '.yml'), 'utf8');
      const value = (name: string): string | undefined =>
        new RegExp(`^ +(?:- )?${name}: "?([^"\n]*)"?$`, 'm').exec(said)?.[1];
      const [facts] = readWith(panosConfig, readFileSync(file)).snapshots;
      expect([facts?.hostname, facts?.model, facts?.version?.text]).toEqual([
        value('hostname'),
        value('model'),
        value('os'),
      ]);
    }
  });
});
