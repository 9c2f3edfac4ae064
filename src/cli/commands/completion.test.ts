import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../command-list.ts';
import { UserError } from '../errors.ts';
import { completionOf } from './completion.ts';

const { run } = completionOf(COMMANDS);

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

async function script(shell: string): Promise<string> {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => (text += String(piece)) !== '');
  try {
    await run([shell], {});
  } finally {
    spy.mockRestore();
  }
  return text;
}

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seawall-completion-'));
  writeFileSync(join(folder, 'bash.sh'), await script('bash'));
  mkdirSync(join(folder, 'check'));
  writeFileSync(join(folder, 'core log.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of some words. */
function offered(...words: string[]): string[] {
  const quoted = ['seawall', ...words].map((w) => `'${w}'`).join(' ');
  const ask = `source ./bash.sh; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _seawall; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', ask], { cwd: folder, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

describe.skipIf(!has('bash'))('completion in bash', () => {
  it('offers commands, also beside a folder of the same name', () => {
    expect(offered('che')).toEqual(['check']);
    expect(offered('')).toContain('assess');
  });

  it('offers the flags of the command that was written, and no others', () => {
    expect(offered('files', '--')).toEqual(['--case', '--out', '--unknown', '--help']);
    expect(offered('assess', 'x', '--fail')).toEqual(['--fail-on']);
  });

  it('offers the values of a flag', () => {
    expect(offered('assess', '--fail-on', 'm')).toEqual(['medium']);
    expect(offered('assess', 'evidence', '--format', '')).toContain('sarif');
  });

  it('offers the words of a command in their place only', () => {
    expect(offered('case', 's')).toEqual(['show', 'suppress']);
    expect(offered('case', 'suppress', 's')).toEqual([]);
  });

  it('offers files everywhere else, with blanks in their names', () => {
    expect(offered('assess', 'co')).toEqual(['core log.txt']);
    expect(offered('assess', 'x', 'che')).toEqual(['check']);
  });
});

describe('completion in other shells', () => {
  it.skipIf(!has('zsh'))('zsh takes the script', async () => {
    const given = spawnSync('zsh', ['-n'], { input: await script('zsh') });
    expect(given.status).toBe(0);
  });

  it.skipIf(!has('fish'))('fish takes the script', async () => {
    const given = spawnSync('fish', ['--no-execute'], { input: await script('fish') });
    expect(given.status).toBe(0);
  });

  it('every command and flag stands in the scripts of zsh and fish', async () => {
    const [zsh, fish] = [await script('zsh'), await script('fish')];
    for (const word of ['assess', 'coverage', 'suppress', 'fail-on', 'critical', 'jurisdictions']) {
      expect(zsh).toContain(word);
      expect(fish).toContain(word);
    }
  });

  it('an unknown shell is refused', async () => {
    await expect(run(['tcsh'], {})).rejects.toThrow(UserError);
  });
});
