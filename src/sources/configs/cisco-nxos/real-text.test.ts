// Over configurations and show output of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { missedPaths } from '../kit/trial.ts';
import { ciscoNxosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const LABS = join(DATA, 'batfish+lab-validation/snapshots');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/cisco_nxos');
const TEMPLATES = join(DATA, 'networktocode+ntc-templates/tests/cisco_nxos');

const configs = (): string[] => {
  const all = globSync(join(LABS, '*/configs/*/show_running-config.txt')).toSorted();
  return all.filter((file) => /^vdc \S+ id \d/m.test(readFileSync(file, 'utf8')));
};

describe('laboratory configurations', () => {
  it.skipIf(!existsSync(LABS))(
    'are recognised, and 97 % of their lines and more read or set aside by name',
    () => {
      let [missed, all] = [0, 0];
      for (const file of configs()) {
        const bytes = readFileSync(file);
        expect(ciscoNxosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.8);
        const sink = readWith(ciscoNxosConfig, bytes);
        expect(sink.bytes()).toBe(bytes.length);
        expect(sink.snapshots).toMatchObject([{ hasConfig: true, hostname: expect.any(String) as string }]);
        for (const { state, units } of sink.accounts) {
          all += units;
          if (state === 'not-understood' || state === 'failed') missed += units;
        }
      }
      console.log(`NX-OS: ${((1 - missed / all) * 100).toFixed(2)} % of ${all} lines read or set aside`);
      expect(configs().length).toBeGreaterThan(20);
      expect(missed / all).toBeLessThan(0.03);
    },
  );

  it.skipIf(!existsSync(LABS))('of other systems are left to others', () => {
    const mine = new Set(configs());
    const others = globSync(join(LABS, '*/{configs,source}/**/show_running-config.txt')).filter(
      (f) => !mine.has(f),
    );
    const taken = others.filter((file) => ciscoNxosConfig.recognise(headOf(readFileSync(file))) >= 0.3);
    expect(others.length).toBeGreaterThan(20);
    expect(taken).toEqual([]);
  });
});

/** The values of one key in the templates' own reading of an output. */
function values(file: string, key: string): string[] {
  const text = readFileSync(file.replace('.raw', '.yml'), 'utf8');
  return [...text.matchAll(new RegExp(`^ *-? *${key}: "?(.*?)"?$`, 'gm'))].map((found) => found[1] as string);
}

describe('ntc-templates', () => {
  it.skipIf(!existsSync(TEMPLATES))('agree on version, name and serial number', () => {
    const differences: string[] = [];
    let agreed = 0;
    for (const file of globSync(join(TEMPLATES, 'show_version/*.raw'))) {
      const [facts] = readWith(ciscoNxosConfig, `x# show version\n${readFileSync(file, 'utf8')}`).snapshots;
      const pairs = [
        [values(file, 'os')[0]?.split(' ')[0], facts?.version?.text],
        [values(file, 'hostname')[0], facts?.hostname],
        [values(file, 'serial')[0], facts?.serials[0]],
      ];
      for (const [theirs, ours] of pairs) {
        if (theirs === ours || theirs === '') agreed += 1;
        else differences.push(`${file.split('/').at(-1)}: ${theirs} ${ours}`);
      }
    }
    console.log(`ntc-templates show version: ${agreed} of ${agreed + differences.length} values agree`);
    expect(differences).toEqual([]);
  });

  it.skipIf(!existsSync(TEMPLATES))('agree on the chassis', () => {
    for (const file of globSync(join(TEMPLATES, 'show_inventory/*.raw'))) {
      const [facts] = readWith(ciscoNxosConfig, `x# show inventory\n${readFileSync(file, 'utf8')}`).snapshots;
      const i = values(file, 'name').findIndex((name) => /^chassis$/i.test(name));
      const [model, serial] =
        i < 0 ? [undefined, undefined] : [values(file, 'pid')[i], values(file, 'sn')[i]];
      expect([facts?.model ?? undefined, facts?.serials[0]]).toEqual([model, serial]);
    }
  });
});

describe('netutils parse trees', () => {
  it.skipIf(!existsSync(TREES))('agree with ours but for banners', () => {
    const files = globSync(join(TREES, '*_sent.txt'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const received = readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8');
      expect(missedPaths(readFileSync(file, 'utf8'), received)).toEqual([]);
    }
  });
});
