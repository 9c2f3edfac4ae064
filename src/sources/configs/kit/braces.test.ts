import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { Braces } from './braces.ts';
import type { Snapshot } from './snapshot.ts';

const JUNOS = { comment: '#', semicolon: true, header: () => false } as const;
const SROS = { comment: '#', semicolon: false, header: () => false } as const;

interface Read {
  readonly tree: StatementTree;
  readonly closed: boolean;
  /** Bytes in statements and bytes accounted for at once; together all. */
  readonly bytes: number;
}

function read(lines: readonly string[], form: typeof JUNOS | typeof SROS = JUNOS): Read {
  const tree = new StatementTree();
  const braces = new Braces(form);
  let byte = 0;
  let aside = 0;
  for (const [i, raw] of lines.entries()) {
    const text = raw.trimEnd();
    const indent = text.length - text.trimStart().length;
    const size = raw.length + 1;
    const entry = { text, indent, prompt: 0, line: i + 1, byte, size, closed: true };
    if (text === '' || braces.take(entry, tree, {} as Snapshot)) aside += size;
    byte += size;
  }
  const { closed } = braces;
  braces.end(tree);
  let bytes = aside;
  for (let i = 0; i < tree.size; i += 1) bytes += tree.at(i).size;
  return { tree, closed, bytes };
}

const shape = (tree: StatementTree): [number, string, number, number][] =>
  Array.from({ length: tree.size }, (_, i) => tree.at(i)).map((s) => [s.depth, s.text, s.line, s.lineEnd]);

describe('Braces', () => {
  it('nests what stands in braces and counts closing braces to their block', () => {
    const { tree, closed } = read([
      'system {',
      '    host-name r1;',
      '    services {',
      '        ssh;',
      '    }',
      '}',
    ]);
    expect(shape(tree)).toEqual([
      [0, 'system', 1, 6],
      [1, 'host-name r1', 2, 2],
      [1, 'services', 3, 5],
      [2, 'ssh', 4, 4],
    ]);
    expect(closed).toBe(true);
  });

  it('reads several statements of one line and one statement of several lines', () => {
    const { tree } = read(['a { b 1; c { d; } }', 'list [ x', '  y z ];', 'e;']);
    expect(shape(tree)).toEqual([
      [0, 'a', 1, 1],
      [1, 'b 1', 1, 1],
      [1, 'c', 1, 1],
      [2, 'd', 1, 1],
      [0, 'list [ x y z ]', 2, 3],
      [0, 'e', 4, 4],
    ]);
  });

  it('takes nothing in quotes or comments for a brace', () => {
    const { tree } = read([
      'message "a { b; } \\" c";',
      '/* one { */',
      '/* two',
      ' three } */',
      'x; ## SECRET-DATA { }',
      'y /* in { line */ z;',
    ]);
    expect(shape(tree).map(([, text]) => text)).toEqual(['message "a { b; } \\" c"', 'x', 'y  z']);
  });

  it('ends statements with the line where the language has no semicolons', () => {
    const { tree } = read(['configure {', '    system {', '        name "r1"', '    }', '}'], SROS);
    expect(shape(tree).map(([depth, text]) => [depth, text])).toEqual([
      [0, 'configure'],
      [1, 'system'],
      [2, 'name "r1"'],
    ]);
  });

  it.each([[['system {', 'host-name r1;']], [['system {', 'host-name']]])(
    'knows that %j was cut off',
    (lines) => {
      expect(read(lines).closed).toBe(false);
    },
  );

  it('keeps the statement that was cut off', () => {
    expect(shape(read(['host-name']).tree)).toEqual([[0, 'host-name', 1, 1]]);
  });

  it('accounts for every byte of any text, once', () => {
    const word = fc.constantFrom('a', '{', '}', ';', '"', ' ', '/*', '*/', '#', '\\', 'b c');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 8 }).map((w) => w.join('')),
          { maxLength: 12 },
        ),
        (lines) => {
          const whole = lines.reduce((sum, line) => sum + line.length + 1, 0);
          expect(read(lines).bytes).toBe(whole);
          expect(read(lines, SROS).bytes).toBe(whole);
        },
      ),
    );
  });

  it('is linear in the depth of nesting', () => {
    const deep = read([...Array<string>(50_000).fill('a {'), ...Array<string>(50_000).fill('}')]);
    expect(deep.closed).toBe(true);
    // Paths are as long as the nesting is deep: without an end to it they would fill the memory.
    const depths = Array.from({ length: deep.tree.size }, (_, i) => deep.tree.at(i).depth);
    expect(Math.max(...depths.slice(0, 1000))).toBeLessThan(1000 - 1);
  });
});
