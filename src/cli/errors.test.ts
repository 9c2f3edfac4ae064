import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { ERRORS, errorLines, UserError } from './errors.ts';

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('errors for people', () => {
  it('say what is wrong, about what, and what to do next', () => {
    const { lines, exit } = errorLines(new UserError('no-case', 'cases/harbor'));
    expect(exit).toBe(3);
    expect(lines.join('\n')).toMatch(/no case.*\(no-case\)\n.*cases\/harbor\n.*seawall assess/);
  });

  it('use codes of the closed list only', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
    const used = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/new UserError\(\s*'([\w-]+)'/g),
      ])
      .map((match) => match[1] as string);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((code) => !(code in ERRORS))).toEqual([]);
  });

  it('show no control characters of a path that was given', () => {
    expect(errorLines(new UserError('no-such-path', 'a\u001b[2Jb')).lines.join('')).not.toContain('\u001b');
  });
});

describe('what the system refuses', () => {
  it('is about the disk, names the path, and is no fault of ours', () => {
    const { lines, exit } = errorLines(caught(() => mkdirSync('/dev/null/out')));
    expect(exit).toBe(3);
    expect(lines.join('\n')).toMatch(/\(disk\)\n.*\/dev\/null\/out/);
  });

  it('tells a case that is damaged from one that cannot be written', () => {
    const readOnly = (): void => {
      const db = new DatabaseSync(':memory:');
      db.exec('PRAGMA query_only = ON; CREATE TABLE t (x)');
    };
    const noDatabase = (): void => {
      const db = new DatabaseSync(import.meta.filename, { readOnly: true });
      db.prepare('SELECT * FROM sqlite_schema').all();
    };
    expect(errorLines(caught(readOnly)).lines[0]).toContain('(disk)');
    expect(errorLines(caught(noDatabase)).lines[0]).toContain('(bad-case)');
  });

  it('is not what a fault of ours looks like', () => {
    const { lines, exit } = errorLines(caught(() => (undefined as unknown as { x: { y: 1 } }).x.y));
    expect(exit).toBe(4);
    expect(lines.join('\n')).toContain('(internal)');
    expect(lines.join('\n')).not.toContain('    at ');
  });
});
