// Over display output of public parser tests, where it lies beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { huaweiVrpConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const VERSIONS = join(DATA, 'networktocode+ntc-templates/tests/huawei_vrp/display_version');
const COMWARE = join(DATA, 'networktocode+netutils/tests/unit/mock/config');

/** The value of a key in the expected output of a template: it stands in quotes on a line of its own. */
function valueOf(yml: string, key: string): string {
  return new RegExp(`${key}: "([^"]*)"`).exec(yml)?.[1] ?? '';
}

describe('display output', () => {
  it.skipIf(!existsSync(VERSIONS))('of all versions agrees with what the templates give', () => {
    const files = globSync(join(VERSIONS, '*.raw')).toSorted();
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const bytes = readFileSync(file);
      const yml = readFileSync(file.replace(/raw$/, 'yml'), 'utf8');
      const sink = readWith(huaweiVrpConfig, bytes);
      expect(huaweiVrpConfig.recognise(headOf(bytes))).toBeGreaterThan(0.8);
      expect(sink.bytes()).toBe(bytes.length);
      const [facts] = sink.snapshots;
      const release = valueOf(yml, 'product_version').split(' ').at(-1) ?? '';
      const text = [release, valueOf(yml, 'patch_version')].filter(Boolean).join(' ');
      expect(facts).toMatchObject({
        version: { text },
        // Their pattern keeps the class of one switch as part of its model.
        model: valueOf(yml, 'model').replace(' Terabit Routing Switch', ''),
      });
      expect(facts!.uptimeSeconds).toBeGreaterThan(0);
    }
    console.log(
      `ntc-templates display_version: version, model and uptime agree in ${files.length} of ${files.length}`,
    );
  });

  it.skipIf(!existsSync(COMWARE))('of Comware is left to others', () => {
    const files = globSync(join(COMWARE, '**/hp_comware/*.txt'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => huaweiVrpConfig.recognise(headOf(readFileSync(file))) >= 0.3)).toEqual([]);
  });
});
