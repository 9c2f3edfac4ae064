// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { junosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const LABS = join(DATA, 'batfish+lab-validation/snapshots');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/juniper_junos');
const TEMPLATES = join(DATA, 'networktocode+ntc-templates/tests/juniper_junos');

const full = (): string[] =>
  [
    '{junos,juniper}_*/configs/*/show_configuration*',
    '*/source/configs/*.cfg',
    '{onug,sonic,mix,ospf_sum}*/configs/*/show_configuration*',
  ]
    .flatMap((pattern) => globSync(join(LABS, pattern)))
    .filter((file) => /^(?:set )?(?:version|system|interfaces|##)/m.test(readFileSync(file, 'latin1')))
    .toSorted();

const units = (sink: RecordingSink, state: string): number =>
  sink.accounts.reduce((sum, account) => sum + (account.state === state ? account.units : 0), 0);

describe('laboratory configurations', () => {
  it.skipIf(!existsSync(LABS))(
    'are recognised and read or knowingly set aside, line by line, to 99 % and more',
    () => {
      const files = full();
      let [read, aside, missed] = [0, 0, 0];
      for (const file of files) {
        const bytes = readFileSync(file);
        expect(junosConfig.recognise(headOf(bytes))).toBeGreaterThanOrEqual(0.5);
        const sink = readWith(junosConfig, bytes);
        expect(sink.bytes()).toBe(bytes.length);
        expect(sink.snapshots).toHaveLength(1);
        read += units(sink, 'read');
        aside += units(sink, 'set-aside');
        missed += units(sink, 'not-understood') + units(sink, 'failed');
      }
      const all = read + aside + missed;
      console.log(
        `junos: ${files.length} files, ${all} lines: ${read} read, ${aside} set aside, ${missed} not understood`,
      );
      expect(files.length).toBeGreaterThan(50);
      expect(missed / all).toBeLessThan(0.01);
    },
  );

  it.skipIf(!existsSync(LABS))('of other systems are left to others', () => {
    const others = globSync(join(LABS, '{nxos,ios,iosxe,eos,sros,iosxr,a10,f5}_*/configs/**/*')).filter(
      (file) => /\.(?:txt|cfg)$/.test(file),
    );
    const taken = others.filter((file) => junosConfig.recognise(headOf(readFileSync(file))) >= 0.3);
    expect(others.length).toBeGreaterThan(20);
    expect(taken).toEqual([]);
  });
});

interface Expected {
  readonly config_line: string;
}

describe('netutils parse trees', () => {
  it.skipIf(!existsSync(TREES))('name the lines that ours name', () => {
    for (const file of globSync(join(TREES, '*_sent.txt'))) {
      const theirs = JSON.parse(
        readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
      ) as Expected[];
      const sink = readWith(junosConfig, readFileSync(file));
      expect(theirs.length).toBeGreaterThan(30);
      expect(units(sink, 'read') + units(sink, 'set-aside') + units(sink, 'not-understood')).toBe(
        theirs.length,
      );
      expect(units(sink, 'not-understood')).toBe(0);
    }
  });
});

/** Values of one key of a list of flat records in YAML. */
const valuesOf = (file: string, key: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(new RegExp(`^ *-? *${key}: "?([^"\\n]*)"?$`, 'gm'))].map(
    (m) => m[1] as string,
  );

describe('ntc-templates', () => {
  it.skipIf(!existsSync(TEMPLATES))('agree on name, model and release of show version', () => {
    const raws = globSync(join(TEMPLATES, 'show_version/*.raw'));
    for (const raw of raws) {
      const yml = raw.replace('.raw', '.yml');
      const [facts] = readWith(junosConfig, readFileSync(raw)).snapshots;
      expect(facts?.hostname).toBe(valuesOf(yml, 'hostname')[0]);
      expect(facts?.model).toBe(valuesOf(yml, 'model')[0]);
      const [version = ''] = valuesOf(yml, 'junos_version');
      if (version !== '') expect(facts?.version?.text).toBe(version);
    }
    console.log(`junos: show version of ${raws.length} devices agrees`);
    expect(raws.length).toBeGreaterThan(3);
  });

  it.skipIf(!existsSync(TEMPLATES))('leave no line of a list of processes', () => {
    const raws = globSync(join(TEMPLATES, 'show_system_processes_*/*.raw'));
    for (const raw of raws) {
      const sink = readWith(junosConfig, readFileSync(raw));
      const rows = readFileSync(raw, 'utf8').match(/^ *\d+ +[a-z][\w+-]* /gm) ?? [];
      expect(units(sink, 'not-understood')).toBe(0);
      expect(sink.snapshots[0]?.state?.processes.length ?? 0).toBe(rows.length);
    }
    expect(raws.length).toBeGreaterThan(1);
  });
});
