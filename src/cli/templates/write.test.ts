import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseGaps, readmeGaps, sampleGaps, unnamedMembers } from '../../../test/shape/rules.ts';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import { writeTemplate } from './write.ts';

const CHECK = 'tunnel-from-nowhere';
const SOURCE = 'logs/vendor-os';
const COPIED = ['src', 'content', 'test/harness', 'test/find-once.ts', 'package.json', 'tsconfig.base.json'];
let root = '';
let made: string[] = [];

/** A copy of what members of registries need; without the members' own tests, which are not under test here. */
function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'seawall-new-'));
  for (const path of COPIED)
    cpSync(join(PACKAGE_ROOT, path), join(copy, path), {
      recursive: true,
      filter: (from) => !from.endsWith('.test.ts'),
    });
  symlinkSync(join(PACKAGE_ROOT, 'node_modules'), join(copy, 'node_modules'));
  const include = [`src/checks/${CHECK}`, `src/sources/${SOURCE}`];
  const options = { noEmit: true, declaration: true, isolatedDeclarations: true };
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', compilerOptions: options, include }),
  );
  return copy;
}

interface Ran {
  readonly code: number;
  readonly out: string;
}

function node(tool: string, args: readonly string[]): Promise<Ran> {
  const script = join(PACKAGE_ROOT, 'node_modules', tool);
  const options = { cwd: root, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, out, err) => {
      resolve({ code: error ? 1 : 0, out: out + err });
    });
  });
}

let ran: { tests: Ran; types: Ran; format: Ran };

beforeAll(async () => {
  root = copyCheckout();
  made = [...writeTemplate(root, 'check', CHECK), ...writeTemplate(root, 'source', SOURCE)];
  const config = ['--vcs-enabled=false', `--config-path=${PACKAGE_ROOT}`];
  const [tests, types, format] = await Promise.all([
    node('vitest/vitest.mjs', ['run', '--reporter=json', '--outputFile=report.json', '--pool=threads']),
    node('typescript/bin/tsc', ['-p', root]),
    node('@biomejs/biome/bin/biome', ['check', ...config, ...made.filter((path) => path.endsWith('.ts'))]),
  ]);
  ran = { tests, types, format };
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a new check and a new source', () => {
  it('pass their own tests at once', () => {
    expect(ran.tests.code === 0 ? '' : ran.tests.out).toBe('');
    const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as {
      numPassedTests: number;
      testResults: { name: string }[];
    };
    expect(report.testResults.map((r) => basename(r.name)).sort()).toEqual([
      'check.test.ts',
      'source.test.ts',
    ]);
    expect(report.numPassedTests).toBeGreaterThan(8);
  });

  it('pass the type check, with types on every export', () => {
    const own = ran.types.out.split('\n').filter((line) => line.includes(CHECK) || line.includes(SOURCE));
    expect(own).toEqual([]);
  });

  it('are formatted as the house formats', () => {
    expect(ran.format.code === 0 ? '' : ran.format.out).toBe('');
  });

  it('are complete: named in their registry, every heading with text, samples and cases of every kind', () => {
    expect(unnamedMembers(root).filter((gap) => gap.includes(CHECK) || gap.includes(SOURCE))).toEqual([]);
    const gaps = [...readmeGaps(root), ...caseGaps(root), ...sampleGaps(root)];
    expect(gaps.filter((gap) => gap.includes(CHECK) || gap.includes(SOURCE))).toEqual([]);
  });

  it('hold no placeholder', () => {
    for (const path of made) expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/__[A-Z]+__/);
  });

  it('refuse to write over what is there, and then change nothing', () => {
    const before = readFileSync(join(root, 'src/checks/index.ts'), 'utf8');
    expect(() => writeTemplate(root, 'check', CHECK)).toThrow(`src/checks/${CHECK}`);
    expect(readFileSync(join(root, 'src/checks/index.ts'), 'utf8')).toBe(before);
  });
});
