// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { fortiosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const there = existsSync(DATA);
const files = (pattern: string): string[] => (there ? globSync(join(DATA, pattern)).toSorted() : []);
const LAB = 'batfish+lab-validation/snapshots/fortios_first_basic/configs/d2_fw/show.txt';
const STATUS = 'networktocode+ntc-templates/tests/fortinet/get_system_status/*.raw';
const TREE = 'networktocode+netutils/tests/unit/mock/config/parser/base/fortinet_fortios/*_sent.txt';

describe('laboratory configurations', () => {
  it.skipIf(!there)('are read or knowingly set aside to 99 % of their lines', () => {
    for (const file of files(LAB)) {
      const bytes = readFileSync(file);
      const sink = readWith(fortiosConfig, bytes);
      expect(fortiosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.9);
      expect(sink.bytes()).toBe(bytes.length);
      expect(sink.bytes('not-understood') / bytes.length).toBeLessThan(0.01);
      expect(sink.snapshots).toMatchObject([
        { complete: true, hostname: 'd2_fw', version: { text: '6.4.4' } },
      ]);
    }
  });

  it.skipIf(!there)('of other makes are left to others', () => {
    const others = files(
      'batfish+lab-validation/snapshots/{ios,nxos,junos,eos,palo,panos,sros}*/configs/**/*',
    ).filter((file) => /\.txt$|\/pa$/.test(file));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((file) => fortiosConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual([]);
  });
});

describe('ntc-templates', () => {
  it.skipIf(!there)('agree on version, host name and serial number', () => {
    const found = files(STATUS);
    for (const file of found) {
      const said = readFileSync(file.replace('.raw', '.yml'), 'utf8');
      const value = (name: string): string =>
        new RegExp(`^ +(?:- )?${name}: "?([^"\n]*)"?$`, 'm').exec(said)?.[1] ?? '';
      const [facts] = readWith(fortiosConfig, readFileSync(file)).snapshots;
      expect(facts?.hostname).toBe(value('hostname'));
      expect(value('version')).toContain(` v${facts?.version?.text},`);
      expect(facts?.model === undefined || value('version').startsWith(`${facts.model} `)).toBe(true);
      if (/^\w+$/.test(value('serial_number')))
        expect(facts?.serials).toEqual([value('serial_number').toUpperCase()]);
    }
    expect(found.length).toBe(there ? 8 : 0);
  });
});

interface Expected {
  readonly config_line: string;
  readonly parents: readonly string[];
}

describe('netutils parse trees', () => {
  it.skipIf(!there)('name the same blocks', () => {
    for (const file of files(TREE)) {
      const theirs = JSON.parse(
        readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
      ) as Expected[];
      const [facts] = readWith(fortiosConfig, readFileSync(file)).snapshots;
      const faces = theirs
        .filter((each) => each.parents.length === 1 && each.parents[0] === 'config system interface')
        .map((each) => each.config_line.replace(/ *edit |"/g, ''));
      expect(facts?.interfaces.map((face) => face.name)).toEqual([...new Set(faces)]);
    }
  });
});
