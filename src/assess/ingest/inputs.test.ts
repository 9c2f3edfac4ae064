import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInput, listInputs } from './inputs.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-inputs-'));
  for (const path of ['b/deep', 'a', '.git', 'old/case', 'node_modules'])
    mkdirSync(join(root, path), { recursive: true });
  for (const path of [
    'b/deep/2.log',
    'b/1.log',
    'a/z.log',
    '.git/config',
    'old/case/case.sqlite',
    'old/case/x',
    'node_modules/x',
    '.hidden',
  ])
    writeFileSync(join(root, path), path);
  symlinkSync('../a', join(root, 'b', 'link-to-folder'));
  symlinkSync('1.log', join(root, 'b', 'link-to-file'));
  symlinkSync('loop', join(root, 'loop'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const short = (name: string): string => name.slice(root.length + 1);

describe('the files below paths', () => {
  it('are listed by name, with hidden ones and links to files; what is passed over is told', async () => {
    const { inputs, skipped } = await listInputs([root]);
    expect(inputs.map((i) => short(i.name))).toEqual([
      '.hidden',
      'a/z.log',
      'b/1.log',
      'b/deep/2.log',
      'b/link-to-file',
    ]);
    expect(inputs.map((i) => i.size)).toEqual([7, 7, 7, 12, 7]);
    expect(skipped.map((s) => [short(s.name), s.why])).toEqual([
      ['.git', 'is never evidence'],
      ['b/link-to-folder', 'is a link to a folder'],
      ['loop', 'cannot be opened (ELOOP)'],
      ['node_modules', 'is never evidence'],
      ['old/case', 'is a Seawall case'],
    ]);
  });

  it('count once when paths overlap, and do not depend on the order of paths', async () => {
    const paths = [join(root, 'b'), join(root, 'b', '1.log'), join(root, 'a'), '-'];
    const one = (await listInputs(paths)).inputs.map((i) => i.path);
    const two = (await listInputs(paths.toReversed())).inputs.map((i) => i.path);
    expect(one).toHaveLength(5);
    expect(new Set(two)).toEqual(new Set(one));
  });

  it('can be read in part', async () => {
    const read = async (from?: number, to?: number): Promise<string> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of fileInput(join(root, 'b/1.log'), null).open(from, to)) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    expect([await read(), await read(2, 5), await read(5)]).toEqual(['b/1.log', '1.l', 'og']);
  });

  it('that are not there are told, not thrown', async () => {
    const { inputs, skipped } = await listInputs([join(root, 'nowhere'), '/dev/null']);
    expect(inputs).toEqual([]);
    expect(skipped.map((s) => s.why)).toEqual([
      'cannot be opened (ENOENT)',
      'is neither a file nor a folder',
    ]);
  });
});
