// Over configurations and show output of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { missedPaths } from '../kit/trial.ts';
import { aristaEosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const LABS = join(DATA, 'batfish+lab-validation/snapshots');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/arista_eos');
const TEMPLATES = join(DATA, 'networktocode+ntc-templates/tests/arista_eos');

const configs = (): string[] => {
  const all = globSync(join(LABS, '*/configs/*/show_running-config.txt')).toSorted();
  return all.filter((file) => /^! device: \S+ \(/m.test(readFileSync(file, 'utf8')));
};

describe('laboratory configurations', () => {
  it.skipIf(!existsSync(LABS))(
    'are recognised, and 97 % of their lines and more read or set aside by name',
    () => {
      let [missed, all] = [0, 0];
      for (const file of configs()) {
        const bytes = readFileSync(file);
        expect(aristaEosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.8);
        const sink = readWith(aristaEosConfig, bytes);
        expect(sink.bytes()).toBe(bytes.length);
        expect(sink.snapshots).toMatchObject([{ complete: true, hostname: expect.any(String) as string }]);
        for (const { state, units } of sink.accounts) {
          all += units;
          if (state === 'not-understood' || state === 'failed') missed += units;
        }
      }
      console.log(`EOS: ${((1 - missed / all) * 100).toFixed(2)} % of ${all} lines read or set aside`);
      expect(configs().length).toBeGreaterThan(20);
      expect(missed / all).toBeLessThan(0.03);
    },
  );

  it.skipIf(!existsSync(LABS))('of other systems are left to others', () => {
    const mine = new Set(configs());
    const others = globSync(join(LABS, '*/configs/**/show_running-config.txt')).filter((f) => !mine.has(f));
    const taken = others.filter((file) => aristaEosConfig.recognise(headOf(readFileSync(file))) >= 0.3);
    expect(others.length).toBeGreaterThan(20);
    expect(taken).toEqual([]);
  });
});

/** The first value of one key in the templates' own reading of an output. */
function value(file: string, key: string): string {
  const text = readFileSync(file.replace('.raw', '.yml'), 'utf8');
  return new RegExp(`^ *-? *${key}: "?(.*?)"?$`, 'm').exec(text)?.[1] ?? '';
}

describe('ntc-templates', () => {
  it.skipIf(!existsSync(TEMPLATES))('agree on version, model and serial number', () => {
    const differences: string[] = [];
    let agreed = 0;
    for (const file of globSync(join(TEMPLATES, 'show_version/*.raw'))) {
      const [facts] = readWith(aristaEosConfig, `x#show version\n${readFileSync(file, 'utf8')}`).snapshots;
      const pairs = [
        [value(file, 'image'), facts?.version?.text],
        [value(file, 'model'), facts?.model],
        [value(file, 'serial_number'), facts?.serials[0] ?? ''],
      ];
      for (const [theirs, ours] of pairs) {
        if (theirs === ours) agreed += 1;
        else differences.push(`${file.split('/').at(-1)}: ${theirs} ${ours}`);
      }
    }
    console.log(`ntc-templates show version: ${agreed} of ${agreed + differences.length} values agree`);
    expect(differences).toEqual([]);
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
