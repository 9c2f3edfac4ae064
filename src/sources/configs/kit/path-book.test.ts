import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { PathBook, readPaths } from './path-book.ts';

interface Seen {
  readonly by: string;
  readonly names: readonly string[];
  readonly args: readonly string[];
}

function book(): PathBook<Seen[]> {
  const keep =
    (by: string) =>
    ({
      statement,
      names,
      args,
      to,
    }: {
      statement: { read(): unknown };
      names: readonly string[];
      args: readonly string[];
      to: Seen[];
    }) => {
      statement.read();
      to.push({ by, names, args });
    };
  return new PathBook<Seen[]>()
    .add('system host-name', keep('name'))
    .add('system login user *', keep('user'))
    .add('system login user * authentication', keep('secret'))
    .add('system login user root', keep('root'))
    .add('interfaces * unit * address', keep('address'))
    .aside('chassis', 'chassis, system ports');
}

function tree(...lines: string[]): StatementTree {
  const out = new StatementTree();
  for (const [i, line] of lines.entries())
    out.add(line.trim(), line.length - line.trimStart().length, { line: i + 1, byte: i * 10, size: 10 });
  return out;
}

function read(...lines: string[]): { seen: Seen[]; fates: (string | null)[] } {
  const seen: Seen[] = [];
  const made = tree(...lines);
  readPaths(made, book(), { to: seen });
  return { seen, fates: Array.from({ length: made.size }, (_, i) => made.at(i).fate) };
}

describe('PathBook', () => {
  it('reads a path written as blocks and in one line alike', () => {
    const blocks = read('interfaces', ' ge-0/0/0', '  unit 0', '   address 192.0.2.1/30');
    const line = read('interfaces ge-0/0/0 unit 0 address 192.0.2.1/30');
    expect(blocks.seen).toEqual([{ by: 'address', names: ['ge-0/0/0', '0'], args: ['192.0.2.1/30'] }]);
    expect(line.seen).toEqual(blocks.seen);
  });

  it.each([
    ['system login user m.okafor authentication encrypted x', 'secret', ['m.okafor'], ['encrypted', 'x']],
    ['system login user m.okafor class super', 'user', ['m.okafor'], ['class', 'super']],
    ['system login user root class super', 'root', [], ['class', 'super']],
    ['system login user root authentication y', 'secret', ['root'], ['y']],
  ])('takes the longest pattern, then the plainest, for %j', (line, by, names, args) => {
    expect(read(line).seen).toEqual([{ by, names, args }]);
  });

  it('takes quotes off and keeps what they hold together', () => {
    expect(read('system login user "a b" "c \\" d"').seen).toEqual([
      { by: 'user', names: ['a b'], args: ['c " d'] },
    ]);
  });

  it('gives a block the fate of what stands in it', () => {
    expect(read('system', ' host-name r1', ' frob', 'chassis', ' alarm x', 'frob', ' x').fates).toEqual([
      '',
      '',
      null,
      'chassis',
      'chassis',
      null,
      null,
    ]);
  });

  it('sets aside what a mark says', () => {
    const made = tree('inactive: system host-name r1');
    const seen: Seen[] = [];
    readPaths(made, book(), {
      to: seen,
      mark: (path) => ({ path, aside: path[0] === 'inactive:' ? 'inactive' : null }),
    });
    expect([seen, made.at(0).fate]).toEqual([[], 'inactive']);
  });
});

describe('deep nesting', () => {
  it('stays unread below what any rule is about, and costs no more at each level', () => {
    const made = new StatementTree();
    for (let i = 0; i < 20_000; i += 1) made.add('a b c', i, { line: i + 1, byte: i * 10, size: 10 });
    const seen: Seen[] = [];
    readPaths(made, book(), { to: seen });
    expect(seen).toEqual([]);
    expect(made.unread().length).toBe(20_000);
  });
});
