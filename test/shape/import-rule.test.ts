import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plant } from './plant.ts';

const ROOT = join(import.meta.dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

type Cruise = {
  modules: unknown[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
};

/** Runs the very rules of `npm run lint:imports` over a planted tree. */
function cruise(files: Record<string, string>): Cruise {
  const root = plant({ 'package.json': '{"type":"module","devDependencies":{"dev":"1.0.0"}}', ...files });
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json']) {
    copyFileSync(join(ROOT, name), join(root, name));
  }
  const where = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const wanted = where.filter((folder) => folder !== 'node_modules');
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...wanted];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return JSON.parse(stdout) as Cruise;
}

function violations(files: Record<string, string>): string[] {
  const { summary } = cruise(files);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).toSorted();
}

const LEAF = 'export type Leaf = 1;\n';
const take = (path: string): string => `import type { Leaf } from '${path}';\nexport type Taken = Leaf;\n`;
const STAGES =
  'checks coverage findings identity incidents intel notify plan reports scope share sources'.split(' ');

describe('the import rule', () => {
  it('lets the arrow through, and reads the files at all', () => {
    const { modules, summary } = cruise({
      'src/base/leaf.ts': LEAF,
      'src/standards/stix/a.ts': take('../../base/leaf.ts'),
      'src/model/a.ts': LEAF,
      'src/model/b.ts': take('../standards/stix/a.ts').replace('Leaf }', 'Taken as Leaf }'),
      'src/sources/kit/a.ts': LEAF,
      'src/sources/configs/kit/a.ts': take('../../kit/a.ts'),
      'src/sources/configs/acme/a.ts': take('../../kit/a.ts'),
      'src/sources/configs/acme/b.ts': take('../kit/a.ts').replace('Leaf }', 'Taken as Leaf }'),
      'src/sources/configs/acme/features/c.ts': take('../../../../model/a.ts'),
      'src/sources/index.ts': take('./configs/acme/a.ts').replace('Leaf }', 'Taken as Leaf }'),
      'src/store/contract.ts': take('../model/a.ts'),
      'src/store/engines/sqlite/a.ts': take('../../contract.ts').replace('Leaf }', 'Taken as Leaf }'),
      'src/assess/a.ts': take('../sources/index.ts').replace('Leaf }', 'Taken as Leaf }'),
      'src/cli/a.ts': take('../assess/a.ts').replace('Leaf }', 'Taken as Leaf }'),
    });
    expect(summary.violations).toEqual([]);
    expect(modules).toHaveLength(14);
  });

  it('sees every layer that reaches up or sideways, types alone included', () => {
    expect(
      violations({
        'src/model/leaf.ts': LEAF,
        'src/assess/leaf.ts': LEAF,
        'src/live/leaf.ts': LEAF,
        'src/cli/leaf.ts': LEAF,
        'src/store/leaf.ts': LEAF,
        'src/base/up.ts': take('../model/leaf.ts'),
        'src/standards/up.ts': take('../model/leaf.ts'),
        'src/model/up.ts': take('../store/leaf.ts'),
        'src/store/up.ts': take('../assess/leaf.ts'),
        'src/assess/up.ts': take('../live/leaf.ts'),
        'src/live/up.ts': take('../cli/leaf.ts'),
        'src/server/side.ts': take('../cli/leaf.ts'),
        'src/cli/up.ts': take('../../tools/leaf.ts'),
        'tools/leaf.ts': LEAF,
      }),
    ).toEqual([
      'layer-assess: src/assess/up.ts -> src/live/leaf.ts',
      'layer-base: src/base/up.ts -> src/model/leaf.ts',
      'layer-cli: src/cli/up.ts -> tools/leaf.ts',
      'layer-live: src/live/up.ts -> src/cli/leaf.ts',
      'layer-model: src/model/up.ts -> src/store/leaf.ts',
      'layer-server: src/server/side.ts -> src/cli/leaf.ts',
      'layer-standards: src/standards/up.ts -> src/model/leaf.ts',
      'layer-store: src/store/up.ts -> src/assess/leaf.ts',
    ]);
  });

  it('keeps every stage from every other stage and from the store', () => {
    const files: Record<string, string> = { 'src/store/leaf.ts': LEAF };
    const expected: string[] = [];
    for (const stage of STAGES) {
      files[`src/${stage}/leaf.ts`] = LEAF;
      for (const other of [...STAGES, 'store'].filter((name) => name !== stage)) {
        files[`src/${stage}/from-${other}.ts`] = take(`../${other}/leaf.ts`);
        expected.push(`layer-${stage}: src/${stage}/from-${other}.ts -> src/${other}/leaf.ts`);
      }
    }
    expect(violations(files)).toEqual(expected.toSorted());
  });

  it('keeps the members of a registry apart', () => {
    expect(
      violations({
        'src/sources/index.ts': LEAF,
        'src/sources/kit/up.ts': take('../configs/acme/leaf.ts'),
        'src/sources/configs/kit/up.ts': take('../acme/leaf.ts'),
        'src/sources/configs/acme/leaf.ts': LEAF,
        'src/sources/configs/other/a.ts': take('../acme/leaf.ts'),
        'src/sources/logs/other/a.ts': take('../../configs/acme/leaf.ts'),
        'src/sources/logs/other/b.ts': take('../../index.ts'),
        'src/checks/one/leaf.ts': LEAF,
        'src/checks/two/a.ts': take('../one/leaf.ts'),
        'src/reports/one/leaf.ts': LEAF,
        'src/reports/two/a.ts': take('../one/leaf.ts'),
        'src/store/engines/one/leaf.ts': LEAF,
        'src/store/engines/two/a.ts': take('../one/leaf.ts'),
      }),
    ).toEqual([
      'family-kit-below-members: src/sources/configs/kit/up.ts -> src/sources/configs/acme/leaf.ts',
      'kit-below-members: src/sources/kit/up.ts -> src/sources/configs/acme/leaf.ts',
      'member-checks: src/checks/two/a.ts -> src/checks/one/leaf.ts',
      'member-engines: src/store/engines/two/a.ts -> src/store/engines/one/leaf.ts',
      'member-reports: src/reports/two/a.ts -> src/reports/one/leaf.ts',
      'member-sources: src/sources/configs/other/a.ts -> src/sources/configs/acme/leaf.ts',
      'member-sources: src/sources/logs/other/a.ts -> src/sources/configs/acme/leaf.ts',
      'member-sources: src/sources/logs/other/b.ts -> src/sources/index.ts',
    ]);
  });

  it('sees cycles, dead imports, tests and tools that ship, and a web that knows too much', () => {
    expect(
      violations({
        'src/model/a.ts': take('./b.ts').replace('Taken', 'Leaf2'),
        'src/model/b.ts': `import type { Leaf2 } from './a.ts';\n${LEAF}export type Back = Leaf2;\n`,
        'src/model/gone.ts': take('./nowhere.ts'),
        'src/model/c.test.ts': LEAF,
        'src/model/d.ts': take('./c.test.ts'),
        'src/model/e.ts': take('../../test/leaf.ts'),
        'src/model/f.ts': "import dev from 'dev';\nexport const used: unknown = dev;\n",
        'test/leaf.ts': LEAF,
        'web/src/a.ts': take('../../src/model/a.ts').replace('Leaf }', 'Leaf2 as Leaf }'),
        'node_modules/dev/package.json': '{"name":"dev","version":"1.0.0","main":"index.js"}',
        'node_modules/dev/index.js': 'export default 1;\n',
      }),
    ).toEqual([
      'no-cycle: src/model/a.ts -> src/model/b.ts',
      'no-dev-dependency-at-run-time: src/model/f.ts -> node_modules/dev/index.js',
      'nothing-imports-a-test: src/model/d.ts -> src/model/c.test.ts',
      'nothing-imports-test: src/model/e.ts -> test/leaf.ts',
      'resolvable: src/model/gone.ts -> ./nowhere.ts',
      'web-knows-the-api-only: web/src/a.ts -> src/model/a.ts',
    ]);
  });
});
