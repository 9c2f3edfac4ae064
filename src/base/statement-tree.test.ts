import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Statement, StatementTree, splitWords } from './statement-tree.ts';

function grow(text: string): StatementTree {
  const tree = new StatementTree();
  for (const [index, line] of text.split('\n').entries()) {
    const body = line.trimStart();
    tree.add(body, line.length - body.length, { line: index + 1, byte: 0, size: line.length + 1 });
  }
  return tree;
}

const all = (tree: StatementTree): Statement[] => Array.from({ length: tree.size }, (_, i) => tree.at(i));

const path = (statement: Statement): string =>
  statement.parent ? `${path(statement.parent)} / ${statement.text}` : statement.text;

describe('StatementTree', () => {
  it('puts indented lines below the line they belong to', () => {
    const tree = grow('interface Tunnel0\n tunnel mode gre ip\n keepalive\nline vty 0 4\n login');
    expect(tree.roots.map((root) => root.text)).toEqual(['interface Tunnel0', 'line vty 0 4']);
    expect(all(tree).map(path)).toContain('interface Tunnel0 / keepalive');
    expect(all(tree).map(path)).toContain('line vty 0 4 / login');
  });

  it('closes several blocks at once', () => {
    const tree = grow('a\n b\n  c\n   d\ne');
    expect(all(tree).map(path)).toEqual(['a', 'a / b', 'a / b / c', 'a / b / c / d', 'e']);
  });

  it('gives the end mark of a block to that block', () => {
    const tree = grow('vrf definition M\n address-family ipv4\n  maximum routes 10');
    tree.addEnd('exit-address-family', 1, { line: 4, byte: 0, size: 1 });
    tree.add('address-family ipv6', 1, { line: 5, byte: 0, size: 1 });
    expect(all(tree).slice(3).map(path)).toEqual([
      'vrf definition M / address-family ipv4 / exit-address-family',
      'vrf definition M / address-family ipv6',
    ]);
  });

  it('treats an end mark without a block as a plain statement', () => {
    const tree = new StatementTree();
    tree.addEnd('exit-address-family', 1, { line: 1, byte: 0, size: 1 });
    expect(tree.roots).toHaveLength(1);
  });

  it('reports what nobody read', () => {
    const tree = grow('a\n b\n c\nd');
    tree.roots[0]!.read().children[1]!.read();
    expect(tree.unread().map((s) => s.text)).toEqual(['b', 'd']);
  });

  it('sets a whole block aside but keeps what was read', () => {
    const tree = grow('a\n b\n  c\nd');
    all(tree)[1]!.read();
    tree.setAside(tree.roots[0]!, 'known');
    expect(all(tree).map((s) => s.fate)).toEqual(['known', '', 'known', null]);
  });

  it('takes further lines into a statement', () => {
    const tree = grow('banner motd ^C');
    tree.roots[0]!.extend(3, 20);
    expect(tree.roots[0]).toMatchObject({ line: 1, lineEnd: 3, size: 35 });
  });

  it('survives a hundred thousand nested blocks', () => {
    const tree = new StatementTree();
    for (let i = 0; i < 100_000; i += 1) tree.add('x', i, { line: i + 1, byte: i, size: 1 });
    tree.setAside(tree.roots[0]!, 'deep');
    expect(tree.unread()).toEqual([]);
    expect(all(tree).at(-1)!.depth).toBe(99_999);
  });
});

const lines = fc.array(fc.record({ indent: fc.nat(6), text: fc.stringMatching(/^[a-z]{1,4}$/) }));

describe('StatementTree, for any indentation', () => {
  it('keeps every line once, in order, below a line indented less', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const tree = new StatementTree();
        for (const [i, { indent, text }] of given.entries())
          tree.add(text, indent, { line: i + 1, byte: 0, size: 1 });
        expect(all(tree).map((s) => s.text)).toEqual(given.map((g) => g.text));
        for (const s of all(tree)) {
          expect(s.parent?.indent ?? -1).toBeLessThan(s.indent);
          expect(s.children.every((child) => child.parent === s)).toBe(true);
        }
        expect(tree.roots.length + all(tree).reduce((n, s) => n + s.children.length, 0)).toBe(given.length);
      }),
    );
  });

  it('never makes a line a child across a line that is indented no deeper than the parent', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const tree = new StatementTree();
        for (const [i, { indent, text }] of given.entries())
          tree.add(text, indent, { line: i, byte: 0, size: 1 });
        for (const s of all(tree)) {
          const parent = s.parent;
          if (!parent) continue;
          const between = given.slice(parent.index + 1, s.index);
          expect(between.every((b) => b.indent > parent.indent)).toBe(true);
        }
      }),
    );
  });

  it('finds the end of a block where the descendants end', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const tree = new StatementTree();
        for (const [i, { indent, text }] of given.entries())
          tree.add(text, indent, { line: i, byte: 0, size: 1 });
        const under = (s: Statement, top: Statement): boolean =>
          s.parent !== null && (s.parent === top || under(s.parent, top));
        for (const s of all(tree)) {
          const inside = all(tree).filter((other) => under(other, s)).length;
          expect(tree.blockEnd(s) - s.index - 1).toBe(inside);
        }
      }),
    );
  });
});

describe('reading and setting aside', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('read', 'aside'), fc.nat(29)), { maxLength: 20 });

  it('never loses a line: each is read, set aside for a reason, or unread', () => {
    fc.assert(
      fc.property(lines, steps, (given, list) => {
        const tree = new StatementTree();
        for (const [i, { indent, text }] of given.entries())
          tree.add(text, indent, { line: i + 1, byte: 0, size: 1 });
        for (const [step, at] of list) {
          const statement = all(tree)[at];
          if (statement && step === 'read') statement.read();
          else if (statement) tree.setAside(statement, `reason ${at}`);
        }
        const fates = Map.groupBy(all(tree), (s) =>
          s.fate === null ? 'unread' : s.fate === '' ? 'read' : 'aside',
        );
        expect(fates.get('unread') ?? []).toEqual(tree.unread());
        const sum = (['unread', 'read', 'aside'] as const).reduce(
          (n, fate) => n + (fates.get(fate)?.length ?? 0),
          0,
        );
        expect(sum).toBe(given.length);
      }),
    );
  });

  it('reads what was set aside before, and keeps the first reason of the rest', () => {
    const tree = grow('a\n b\n c');
    tree.setAside(all(tree)[0]!, 'first');
    tree.setAside(all(tree)[0]!, 'second');
    all(tree)[1]!.read();
    expect(all(tree).map((s) => s.fate)).toEqual(['first', '', 'first']);
  });

  it('sets aside only what stands below', () => {
    const tree = grow('a\n b\n  c\n d\ne');
    tree.setAside(all(tree)[1]!, 'x');
    expect(tree.unread().map((s) => s.text)).toEqual(['a', 'd', 'e']);
  });
});

describe('end marks', () => {
  const place = { line: 1, byte: 0, size: 1 };

  it('close blocks that stand deeper and belong to the nearest one of their own indent', () => {
    const tree = grow('router bgp 1\n address-family ipv4\n  neighbor x\n   deeper');
    const end = tree.at(tree.addEnd('exit-address-family', 1, place));
    expect(path(end)).toBe('router bgp 1 / address-family ipv4 / exit-address-family');
    expect(tree.blockEnd(all(tree)[1]!)).toBe(tree.size);
  });

  it('with no block of their own indent stand where any other line would', () => {
    const tree = grow('a\n  b');
    expect(path(tree.at(tree.addEnd('end', 1, place)))).toBe('a / end');
    expect(path(tree.at(tree.addEnd('end', 0, place)))).toBe('a / end');
    expect(path(tree.at(tree.add('next', 0, place)))).toBe('next');
  });

  it('keep every line once and in order, mixed with others', () => {
    const mixed = fc.array(fc.tuple(fc.boolean(), fc.nat(4)));
    fc.assert(
      fc.property(mixed, (given) => {
        const tree = new StatementTree();
        for (const [i, [end, indent]] of given.entries())
          tree[end ? 'addEnd' : 'add'](String(i), indent, place);
        expect(all(tree).map((s) => s.text)).toEqual(given.map((_, i) => String(i)));
        for (const s of all(tree)) expect(s.depth).toBe(s.parent ? s.parent.depth + 1 : 0);
        const reached = tree.roots.length + all(tree).reduce((n, s) => n + s.children.length, 0);
        expect(reached).toBe(given.length);
      }),
    );
  });
});

describe('looking at statements', () => {
  it('gives the same object each time, and the statements of a block in order', () => {
    const tree = grow('a\n b\n  c\n d\ne');
    expect(tree.at(1)).toBe(tree.roots[0]!.children[0]);
    expect(tree.at(2).parent).toBe(tree.at(1));
    expect(tree.block(tree.at(0)).map((s) => s.text)).toEqual(['a', 'b', 'c', 'd']);
    expect(tree.under(tree.at(0)).map((s) => s.text)).toEqual(['b', 'd']);
  });

  it.each([-1, 1])('throws for %d, which is none', (index) => {
    expect(() => grow('a').at(index)).toThrow(RangeError);
  });

  it('sets one statement aside without those below it, unless it was read', () => {
    const tree = grow('a\n b\nc');
    tree.at(0).aside('alone');
    tree.at(2).read().aside('late');
    expect(all(tree).map((s) => s.fate)).toEqual(['alone', null, '']);
  });

  it('adds up the bytes of each fate, with the lines of a free text', () => {
    const tree = grow('a\n b\nbanner motd ^C\nd\nrest');
    tree.at(2).read().extend(9, 100);
    tree.at(3).read();
    tree.setAside(tree.at(0), 'known');
    expect(tree.totals()).toEqual([
      { fate: '', units: 2, bytes: 'banner motd ^C\nd\n'.length + 100 },
      { fate: 'known', units: 2, bytes: 'a\n b\n'.length },
    ]);
    expect(tree.notRead()).toEqual([0, 1, 4]);
  });

  it('keeps offsets beyond four gigabytes', () => {
    const tree = new StatementTree();
    tree.add('far', 0, { line: 90_000_000, byte: 5_000_000_001, size: 4 });
    expect(tree.at(0)).toMatchObject({ line: 90_000_000, byte: 5_000_000_001, size: 4 });
  });
});

describe('splitWords', () => {
  it('agrees with splitting at runs of blanks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c \t]{0,20}$/), (text) => {
        expect(splitWords(text)).toEqual(text.split(/[ \t]+/).filter((word) => word !== ''));
      }),
    );
  });

  it('begins where it is told', () => {
    expect(splitWords('ip\troute  10.0.0.0 x', 2)).toEqual(['route', '10.0.0.0', 'x']);
    expect(splitWords('ip route', 8)).toEqual([]);
  });
});
