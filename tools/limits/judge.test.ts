import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Judgement, judge as judgeRoot } from './judge.ts';

// Five hundred lines of test, so that only a test of that rule hears of too few.
const ENOUGH_TESTS = { 'test/a.test.ts': '// x\n'.repeat(250), 'test/b.test.ts': '// x\n'.repeat(250) };

function emptyFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'seawall-limits-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function plant(files: Record<string, string>): string {
  const root = emptyFolder();
  for (const [path, text] of Object.entries({ ...ENOUGH_TESTS, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const judge = (files: Record<string, string>): Judgement => judgeRoot(plant(files));

/** What the tool says of one file of source. */
function problemsOf(text: string, path = 'src/model/a.ts'): string[] {
  return judge({ [path]: text }).problems;
}

const exceptions = (...list: unknown[]): Record<string, string> => ({
  'tools/house-limits.exceptions.json': JSON.stringify(list),
});

const fill = (count: number): string => 'let x = 1;\n'.repeat(count);

describe('files', () => {
  it('takes 300 lines and refuses 301, naming the first line too many', () => {
    expect(problemsOf('// x\n'.repeat(300))).toEqual([]);
    expect(problemsOf('// x\n'.repeat(301))).toEqual([
      expect.stringMatching(/^src\/model\/a\.ts:301 \[file-lines\].*301/),
    ]);
  });

  it('holds tests to the same length', () => {
    expect(problemsOf('// x\n'.repeat(301), 'src/model/a.test.ts')).toHaveLength(1);
  });

  it('does not measure evidence, whatever its name ends in', () => {
    expect(
      judge({ 'src/model/a.ts': '', 'src/checks/x/cases/hit-a.ts': '// x\n'.repeat(400) }).problems,
    ).toEqual([]);
  });
});

describe('folders', () => {
  it('takes five folders under src and refuses the sixth', () => {
    expect(problemsOf('', 'src/a/b/c/d/e/x.ts')).toEqual([]);
    expect(problemsOf('', 'src/a/b/c/d/e/f/x.ts')).toEqual([
      expect.stringMatching(/^src\/a\/b\/c\/d\/e\/f:1 \[folder-depth\]/),
    ]);
  });

  it.each(['utils', 'common', 'helpers'])('refuses a folder called %s anywhere', (name) => {
    expect(problemsOf('', `src/model/${name}/x.ts`)[0]).toContain(`src/model/${name}:1 [folder-name]`);
    expect(problemsOf('', `test/${name}/x.ts`)[0]).toContain('[folder-name]');
  });

  it('watches the coverage stage, which bears the name of an output folder', () => {
    expect(problemsOf('// x\n'.repeat(301), 'src/coverage/a.ts')[0]).toContain('src/coverage/a.ts');
  });
});

describe('functions', () => {
  it('takes 60 lines and refuses 61', () => {
    expect(problemsOf(`function f() {\n${fill(58)}}\nf();\n`)).toEqual([]);
    expect(problemsOf(`\nfunction f() {\n${fill(59)}}\nf();\n`)).toEqual([
      expect.stringMatching(/^src\/model\/a\.ts:2 \[function-lines\] f has 61 lines/),
    ]);
  });

  it.each([
    ['an arrow', `const g = () => {\n${fill(60)}};\n`, 'g'],
    ['a method', `class A {\n m() {\n${fill(60)}}\n}\n`, 'm'],
    ['a constructor', `class A {\n constructor() {\n${fill(60)}}\n}\n`, 'constructor'],
    ['a callback', `run(() => {\n${fill(60)}});\n`, 'a function without a name'],
    ['one inside another', `const o = { k: () => {\n${fill(60)}} };\n`, 'k'],
  ])('measures %s', (_what, text, name) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(`${name} has 62 lines`)]);
  });

  it('lets a chapter of tests be long, but not a test in it', () => {
    const chapter = (body: string): string => `describe('a', () => {\n${body}});\n`;
    expect(problemsOf(chapter(fill(70)), 'src/model/a.test.ts')).toEqual([]);
    const longTest = chapter(`it('b', () => {\n${fill(70)}});\n`);
    expect(problemsOf(longTest, 'src/model/a.test.ts')).toEqual([expect.stringContaining('72 lines')]);
  });

  it('takes three positional parameters and refuses four', () => {
    expect(problemsOf('function f(a, b, c) {}\nf();\n')).toEqual([]);
    expect(problemsOf('function f(a, b, c, d) {}\nf();\n')).toEqual([
      expect.stringMatching(/:1 \[parameters\] f takes 4/),
    ]);
    expect(problemsOf('class A {\n m(this: A, a, b, c) {}\n}\n')).toEqual([]);
  });

  it('leaves the parameters of a callback to the one who calls it', () => {
    expect(problemsOf('list.reduce((a, b, c, d) => a);\n')).toEqual([]);
  });
});

describe('exports', () => {
  it.each([
    ['function f() {}', 'f'],
    ['const a = 1;', 'a'],
    ['type T = 1;', 'T'],
    ['interface I {}', 'I'],
    ['class C {}', 'C'],
  ])('wants a doc comment on: export %s', (text, name) => {
    expect(problemsOf(`export ${text}\n`)).toEqual([
      expect.stringMatching(new RegExp(`:1 \\[doc-comment\\] ${name} `)),
    ]);
    expect(problemsOf(`/** What it is. */\nexport ${text}\n`)).toEqual([]);
  });

  it('wants one on a default export and on what is exported further down', () => {
    expect(problemsOf('export default 1;\n')[0]).toContain('default is exported');
    expect(problemsOf('const a = 1;\nexport { a as b };\n')[0]).toContain('a is exported');
  });

  it('takes neither an empty nor a plain comment for one', () => {
    expect(problemsOf('/** */\nexport const a = 1;\n')).toHaveLength(1);
    expect(problemsOf('/**\n *\n */\nexport const a = 1;\n')).toHaveLength(1);
    expect(problemsOf('// What it is.\nexport const a = 1;\n')).toHaveLength(1);
  });

  it('asks none of what is passed on, of later overloads, and of tests', () => {
    expect(problemsOf("export { a } from './b.ts';\nexport * from './c.ts';\n")).toEqual([]);
    const overloads =
      '/** One. */\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;\nexport function f(a) {\n return a;\n}\n';
    expect(problemsOf(overloads)).toEqual([]);
    expect(problemsOf('export const a = 1;\n', 'test/a.ts')).toEqual([]);
  });
});

describe('calls', () => {
  it('refuses a RegExp from data and takes one that is written down', () => {
    expect(problemsOf('new RegExp(line);\n')).toEqual([expect.stringMatching(/:1 \[regexp-from-data\]/)]);
    expect(problemsOf('RegExp(a + b);\n')).toHaveLength(1);
    expect(problemsOf("new RegExp('^a$', 'u');\nnew RegExp(/a/, 'u');\n")).toEqual([]);
  });

  it.each(['Date.now();', 'Math.random();', 'new Date();'])('refuses %s in a stage, not in base', (call) => {
    expect(problemsOf(`${call}\n`)).toEqual([expect.stringMatching(/:1 \[clock-and-chance\]/)]);
    expect(problemsOf(`${call}\n`, 'src/base/clock.ts')).toEqual([]);
  });

  it('takes a date made from a number', () => {
    expect(problemsOf('new Date(0);\n')).toEqual([]);
  });
});

describe('test lines', () => {
  it('wants as many lines of test as of source, and says where they lack', () => {
    const { problems } = judge({
      'src/a/a.ts': '// x\n'.repeat(300),
      'src/b/b.ts': '// x\n'.repeat(201),
    });
    expect(problems).toEqual([expect.stringMatching(/\[test-lines\] 500 .* 501 .*src\/a \(0 for 300\)/)]);
  });

  it.each(['src/checks/x/cases/hit-a.yaml', 'src/a/fixture-rich.ts', 'examples/one/generator/logs.ts'])(
    'takes %s for a test',
    (path) => {
      const files = { 'src/a/a.ts': '// x\n'.repeat(300), 'src/b/b.ts': '// x\n'.repeat(201) };
      expect(judge({ ...files, [path]: '// x\n' }).problems).toEqual([]);
    },
  );

  it('does not take other data beside a check for a test', () => {
    const files = { 'src/a/a.ts': '// x\n'.repeat(300), 'src/b/b.ts': '// x\n'.repeat(201) };
    expect(judge({ ...files, 'src/checks/x/notes/a.yaml': 'x\n'.repeat(50) }).problems).toHaveLength(1);
  });

  it('does not take a benchmark for a test', () => {
    const bench = { 'test/bench/run.ts': '// x\n'.repeat(100) };
    const files = { 'src/a/a.ts': '// x\n'.repeat(300), 'src/b/b.ts': '// x\n'.repeat(201) };
    expect(judge({ ...files, ...bench }).problems).toHaveLength(1);
  });
});

describe('exceptions', () => {
  const tooLong = { 'src/model/a.ts': '// x\n'.repeat(301), 'src/model/b.test.ts': '// x\n'.repeat(100) };

  it('covers a breach that it names, with a reason', () => {
    const reason = 'a table from the standard, one row a line';
    const { problems } = judge({
      ...tooLong,
      ...exceptions({ rule: 'file-lines', path: 'src/model/a.ts', reason }),
    });
    expect(problems).toEqual([]);
  });

  it('covers the one function that it names and no other', () => {
    const long = (name: string): string => `function ${name}() {\n${fill(60)}}\n`;
    const exception = {
      rule: 'function-lines',
      path: 'src/a.ts',
      name: 'f',
      reason: 'one case of the table a line',
    };
    const { problems } = judge({ 'src/a.ts': long('f') + long('g'), ...exceptions(exception) });
    expect(problems).toEqual([expect.stringContaining('g has 62 lines')]);
  });

  it('is itself a problem once it covers nothing', () => {
    const exception = { rule: 'file-lines', path: 'src/model/gone.ts', reason: 'was long for a good reason' };
    const { problems } = judge({ 'src/model/a.ts': '', ...exceptions(exception) });
    expect(problems[0]).toContain('src/model/gone.ts covers nothing');
  });

  it.each([
    ['no reason', { rule: 'file-lines', path: 'src/model/a.ts', reason: '' }],
    ['an unknown rule', { rule: 'file-size', path: 'src/model/a.ts', reason: 'a reason long enough' }],
    ['no path', { rule: 'file-lines', reason: 'a reason long enough' }],
  ])('is refused with %s', (_what, exception) => {
    expect(() => judge({ ...tooLong, ...exceptions(exception) })).toThrow('entry 1');
  });
});

describe('the summary', () => {
  it('tells the medians', () => {
    const { summary } = judge({ 'src/a.ts': 'function f() {\n}\nf();\n', 'src/b.ts': '// x\n' });
    expect(summary).toContain('median file 1 lines');
    expect(summary).toContain('median function 2 lines');
  });
});

describe('the command', () => {
  const run = (root: string): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../house-limits.ts'), root], {
      encoding: 'utf8',
    });

  it('fails on a problem, with the place an editor can jump to, and passes without', () => {
    const bad = run(plant({ 'src/model/a.ts': 'export const a = 1;\n' }));
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/^src\/model\/a\.ts:1 \[doc-comment\]/);
    expect(run(plant({ 'src/model/a.ts': '' })).status).toBe(0);
  });

  it('does not pass when it found nothing to look at', () => {
    expect(run(emptyFolder()).status).toBe(1);
  });
});
