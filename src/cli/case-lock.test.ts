import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockCase } from './case-lock.ts';
import { errorLines } from './errors.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-lock-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function refusal(folder: string): string {
  try {
    lockCase(folder, NOW)();
  } catch (error) {
    return errorLines(error).lines.join('\n');
  }
  return '';
}

/** Another process that has the case until it is killed. */
async function other(folder: string): Promise<ChildProcess> {
  const code = `import(${JSON.stringify(join(import.meta.dirname, 'case-lock.ts'))}).then(({ lockCase }) => {
    lockCase(${JSON.stringify(folder)}, new Date(0));
    console.log('held');
    setInterval(() => {}, 1000);
  });`;
  const child = spawn(process.execPath, ['--no-warnings', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('a case', () => {
  it('belongs to one at a time, and is free again afterwards', () => {
    const folder = join(root, 'one');
    const unlock = lockCase(folder, NOW);
    expect(refusal(folder)).toContain('(in-use)');
    unlock();
    expect(refusal(folder)).toBe('');
  });

  it('in the hands of another process is refused in words that name the process; once that is killed it is free', async () => {
    const folder = join(root, 'two');
    const child = await other(folder);
    expect(refusal(folder)).toContain(`${folder}, process ${child.pid} since 1970-01-01T00:00:00Z`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(refusal(folder)).toBe('');
  });

  it('does not repeat what somebody else wrote into the file beside the lock', () => {
    const folder = join(root, 'three');
    const unlock = lockCase(folder, NOW);
    writeFileSync(join(folder, 'lock.txt'), 'process 1 since \u001b[2J your mother');
    expect(refusal(folder)).toMatch(/three\n/);
    unlock();
  });
});
