import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plant } from './plant.ts';

const BIN = join(import.meta.dirname, '../../bin/seawall.js');
// What an old Node looks like to the door; the runtime that the door then starts is not disguised.
const OLD = `if (!process.env.SEAWALL_STARTED_AGAIN || process.env.ALWAYS_OLD)
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });\n`;
const RUNTIME = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
const PACKAGE = { 'package.json': '{"name":"seawall","version":"1.2.3","type":"module"}', 'old.cjs': OLD };

type Run = { code: number | null; out: string; err: string };

function install(files: Record<string, string>): string {
  const root = plant({ ...PACKAGE, ...files });
  mkdirSync(join(root, 'bin'));
  copyFileSync(BIN, join(root, 'bin/seawall.js'));
  return root;
}

/** Puts the running Node where `npm ci` puts the one that the package brings along. */
function bringRuntime(root: string): void {
  const target = join(root, 'node_modules', RUNTIME, 'bin/node');
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(process.execPath, target);
}

function environment(root: string, extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, XDG_CACHE_HOME: join(root, 'cache'), SEAWALL_DEV: '', ...extra };
}

function start(root: string, args: string[], extra: Record<string, string> = {}): Run {
  const env = environment(root, extra);
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const main = (body: string): string => `export async function main(argv) {\n${body}\n}\n`;
const ECHO = main('console.log(JSON.stringify(argv), process.versions.node); return 7;');
const stamped = (layout: number): string => JSON.stringify({ layout, version: '1.2.3' });

describe('seawall --version', () => {
  it('answers from package.json, with no program there and on any Node', () => {
    const root = install({});
    expect(start(root, ['bin/seawall.js', '--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    expect(start(root, ['-r', './old.cjs', 'bin/seawall.js', '--version']).out).toBe('1.2.3\n');
  });
});

describe('the program that runs', () => {
  const both = {
    'src/cli/main.ts': main("console.log('source'); return 0;"),
    'dist/cli/main.js': main("console.log('built'); return 0;"),
  };

  it('passes the arguments on and the exit code back', () => {
    const run = start(install({ 'src/cli/main.ts': ECHO }), ['bin/seawall.js', 'assess', '--json']);
    expect(run.code).toBe(7);
    expect(run.out).toContain('["assess","--json"]');
  });

  it('is the built one, and the source when that is asked for', () => {
    const root = install({ ...both, 'dist/cli/build.json': stamped(1) });
    expect(start(root, ['bin/seawall.js', 'x']).out).toBe('built\n');
    expect(start(root, ['bin/seawall.js', 'x'], { SEAWALL_DEV: '1' }).out).toBe('source\n');
  });

  it.each([
    ['of an older layout', stamped(0)],
    ['of another version', '{"layout":1,"version":"1.2.2"}'],
    ['with a broken stamp', '{'],
  ])('is the source when the built one is %s', (_what, stamp) => {
    const root = install({ ...both, 'dist/cli/build.json': stamp });
    expect(start(root, ['bin/seawall.js', 'x']).out).toBe('source\n');
  });

  it('is missed in one sentence', () => {
    const { code, err } = start(install({}), ['bin/seawall.js', 'assess']);
    expect(code).toBe(3);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('not complete')]);
  });

  it('ends with the code for a fault of ours when it throws', () => {
    const root = install({ 'src/cli/main.ts': main("throw new Error('boom');") });
    expect(start(root, ['bin/seawall.js', 'x'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('boom'),
    });
  });
});

describe('on an old Node', () => {
  it('starts again on the Node that the package brings along', () => {
    const root = install({ 'src/cli/main.ts': ECHO });
    bringRuntime(root);
    const run = start(root, ['-r', './old.cjs', 'bin/seawall.js', 'assess']);
    expect(run).toMatchObject({ code: 7, out: expect.stringContaining(process.versions.node) });
  });

  it('finds that Node above itself, where npm puts it for those who depend on seawall', () => {
    const root = install({ 'src/cli/main.ts': ECHO });
    const inner = install({});
    bringRuntime(root);
    mkdirSync(join(root, 'packages'));
    const run = spawnSync('cp', ['-r', inner, join(root, 'packages/seawall')]);
    expect(run.status).toBe(0);
    const { code, err } = start(root, ['-r', './old.cjs', 'packages/seawall/bin/seawall.js', 'x']);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('not complete') });
  });

  it('says one sentence when there is none', () => {
    const root = install({ 'src/cli/main.ts': ECHO });
    const { code, out, err } = start(root, ['-r', './old.cjs', 'bin/seawall.js', 'assess']);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(/Node 24 .* Node 20\.20\.2/)]);
  });

  it('does not start itself for ever when the Node it finds is old too', () => {
    const root = install({ 'src/cli/main.ts': ECHO });
    bringRuntime(root);
    const run = start(root, ['-r', './old.cjs', 'bin/seawall.js', 'x'], { ALWAYS_OLD: '1' });
    expect(run).toMatchObject({ code: 3, out: '' });
  });

  it('passes a signal on and lets the program decide how to end', async () => {
    const waits = main(`process.on('SIGTERM', () => { console.log('told'); process.exit(5); });
      console.log('ready'); setInterval(() => {}, 1000); await new Promise(() => {});`);
    const root = install({ 'src/cli/main.ts': waits });
    bringRuntime(root);
    const args = ['-r', './old.cjs', 'bin/seawall.js', 'watch'];
    const child = spawn(process.execPath, args, { cwd: root, env: environment(root) });
    let out = '';
    child.stdout.on('data', (bytes: Buffer) => {
      if (out === '') child.kill('SIGTERM');
      out += bytes.toString();
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, out }).toEqual({ code: 5, out: 'ready\ntold\n' });
  });

  it('dies of the signal that the program died of', async () => {
    const root = install({ 'src/cli/main.ts': main("process.kill(process.pid, 'SIGKILL');") });
    bringRuntime(root);
    const args = ['-r', './old.cjs', 'bin/seawall.js', 'x'];
    const child = spawn(process.execPath, args, { cwd: root, env: environment(root) });
    const signal = await new Promise((resolve) => child.on('exit', (_code, name) => resolve(name)));
    expect(signal).toBe('SIGKILL');
  });
});
