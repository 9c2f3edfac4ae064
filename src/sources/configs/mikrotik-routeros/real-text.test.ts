// Over exports of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { routerosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const there = existsSync(DATA);
const files = (pattern: string): string[] => (there ? globSync(join(DATA, pattern)).toSorted() : []);
const EXPORTS =
  'networktocode+netutils/tests/unit/mock/config/**/mikrotik_routeros/*_{sent,backup,intended}.txt';
const PRINTED =
  'networktocode+ntc-templates/tests/mikrotik_routeros/system_{resource,routerboard}_print/*.raw';

describe('laboratory exports', () => {
  it.skipIf(!there)('are recognised and read or knowingly set aside to 99 %', () => {
    const all = files(EXPORTS);
    for (const file of all) {
      const bytes = readFileSync(file);
      const sink = readWith(routerosConfig, bytes);
      expect(routerosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.4);
      expect(sink.bytes()).toBe(bytes.length);
      expect(sink.bytes('not-understood') / bytes.length).toBeLessThan(0.01);
      expect(sink.snapshots).toMatchObject([{ hostname: 'ag1.123site.nwk.nj' }]);
    }
    expect(all.length).toBe(4);
  });

  it.skipIf(!there)('of other makes are left to others', () => {
    const others = files('batfish+lab-validation/snapshots/*/{configs,source}/**/*').filter((file) =>
      /\.txt$|\/pa$/.test(file),
    );
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((file) => routerosConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual([]);
  });
});

describe('ntc-templates', () => {
  it.skipIf(!there)('agree on version, model and serial number', () => {
    const all = files(PRINTED);
    for (const file of all) {
      const said = readFileSync(file.replace('.raw', '.yml'), 'utf8');
      const value = (name: string): string | undefined =>
        new RegExp(`^ +(?:- )?${name}: "?([^"\n]*)"?$`, 'm').exec(said)?.[1];
      const [facts] = readWith(routerosConfig, readFileSync(file)).snapshots;
      const version = value('version');
      if (version) expect(facts?.version?.text).toBe(version.split(' ')[0]);
      if (value('model')) expect(facts?.model).toBe(value('model'));
      if (value('serial_number')) expect(facts?.serials).toEqual([value('serial_number')]);
    }
    expect(all.length).toBe(7);
  });
});
