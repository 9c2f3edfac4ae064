import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILED_FILE } from '../../src/base/compiled.ts';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { compileContent } from '../../tools/compile-content.ts';

const ASKED = 'This is for the board, counsel';
const DUTY = 'content/duties/us-sec-8k-105.yaml';
let root = '';

/** The questions that duties ask, as the program in `root` tells them. */
function questions(): string {
  const args = [join(root, 'bin', 'seawall.js'), 'explain', 'duties'];
  const env = { PATH: process.env['PATH'], HOME: root, SEAWALL_DEV: '1' };
  return execFileSync(process.execPath, args, { encoding: 'utf8', env }).replaceAll(/\s+/g, ' ');
}

function edit(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
}

// A package of its own, with the compiled file beside the module that reads it, as it lies beside the bundle.
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-compiled-'));
  for (const part of ['bin', 'src', 'content', 'package.json'])
    cpSync(join(PACKAGE_ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(PACKAGE_ROOT, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'src', 'base', COMPILED_FILE), compileContent());
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('content that was compiled', () => {
  it('is used while its file is as it was', () => {
    expect(questions()).toContain(ASKED);
    // Only the compiled value says this: the file itself is untouched.
    edit(`src/base/${COMPILED_FILE}`, ASKED, 'COMPILED VALUE');
    expect(questions()).toContain('COMPILED VALUE');
  }, 60_000);

  it('is not used for a file that somebody edited: the words on the disk count', () => {
    edit(DUTY, ASKED, 'EDITED FILE');
    const told = questions();
    expect(told).toContain('EDITED FILE');
    expect(told).not.toContain('COMPILED VALUE');
  }, 60_000);

  it('is not missed when it cannot be read', () => {
    writeFileSync(join(root, 'src', 'base', COMPILED_FILE), '{"cut off');
    expect(questions()).toContain('EDITED FILE');
  }, 60_000);
});
