import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Statement, StatementTree } from '../../../base/statement-tree.ts';
import { RuleBook } from './rules.ts';

function one(text: string): { tree: StatementTree; statement: Statement } {
  const tree = new StatementTree();
  return { tree, statement: tree.at(tree.add(text, 0, { line: 1, byte: 0, size: text.length })) };
}

describe('RuleBook', () => {
  it('takes the longest phrase that fits', () => {
    const seen: string[] = [];
    const book = new RuleBook<string[]>()
      .add('ip', ({ to }) => to.push('ip'))
      .add('ip http', ({ to }) => to.push('ip http'))
      .add('ip http server', ({ to }) => to.push('ip http server'));
    for (const text of ['ip route', 'ip http port 1', 'ip http server', 'ip']) {
      const { tree, statement } = one(text);
      book.apply(statement, tree, seen);
    }
    expect(seen).toEqual(['ip', 'ip http', 'ip http server', 'ip']);
  });

  it('falls back to a shorter phrase when a longer one does not end', () => {
    const book = new RuleBook<null>().aside('short', 'snmp').aside('long', 'snmp mib persist');
    const { tree, statement } = one('snmp mib other');
    book.apply(statement, tree, null);
    expect(statement.fate).toBe('short');
  });

  it('takes the word that the platform has for no', () => {
    const seen: unknown[] = [];
    const book = new RuleBook<null>('undo').add('telnet server', ({ no, args }) => seen.push([no, args]));
    for (const text of ['undo telnet server enable', 'telnet server enable', 'no telnet server enable']) {
      const { tree, statement } = one(text);
      book.apply(statement, tree, null);
    }
    expect(seen).toEqual([
      [true, ['enable']],
      [false, ['enable']],
    ]);
  });

  it('hands over what follows the phrase, with and without no', () => {
    const seen: unknown[] = [];
    const book = new RuleBook<null>().add('logging host', ({ no, args }) => seen.push([no, args]));
    for (const text of ['logging host 192.0.2.1 vrf M', 'no logging host 192.0.2.1']) {
      const { tree, statement } = one(text);
      book.apply(statement, tree, null);
    }
    expect(seen).toEqual([
      [false, ['192.0.2.1', 'vrf', 'M']],
      [true, ['192.0.2.1']],
    ]);
  });

  it('sets a whole block aside', () => {
    const { tree, statement } = one('vlan 10');
    tree.add('name x', 1, { line: 2, byte: 8, size: 7 });
    expect(new RuleBook<null>().aside('vlans', 'vlan').apply(statement, tree, null)).toBe(true);
    expect(tree.unread()).toEqual([]);
  });

  it('leaves alone what it does not know', () => {
    const { tree, statement } = one('frobnicate');
    const book = new RuleBook<null>().aside('vlans', 'vlan, vtp');
    expect(book.apply(statement, tree, null)).toBe(false);
    expect(statement.fate).toBeNull();
    expect([book.knows('vtp'), book.knows('frobnicate')]).toEqual([true, false]);
  });

  it('is not fooled by words that every object has', () => {
    const { tree, statement } = one('constructor __proto__ toString');
    expect(new RuleBook<null>().aside('x', 'vlan').apply(statement, tree, null)).toBe(false);
  });

  it('reads words apart by any blanks, and a bare no as a word of its own', () => {
    const seen: unknown[] = [];
    const book = new RuleBook<null>()
      .add('ip route', ({ no, args }) => seen.push([no, args]))
      .add('nothing', () => seen.push('nothing'));
    for (const text of ['ip  route\ta  b', 'no\tip route x', 'no', 'nothing', 'no nothing', 'iproute a']) {
      const { tree, statement } = one(text);
      book.apply(statement, tree, null);
    }
    expect(seen).toEqual([[false, ['a', 'b']], [true, ['x']], 'nothing', 'nothing']);
  });

  it('finds what a plain search over the words finds', () => {
    const word = fc.constantFrom('a', 'ab', 'b', 'ip', 'no', 'x1', 'community');
    const phrases = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((w) => w.join(' ')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 5 }), (given, words) => {
        const book = new RuleBook<null>();
        for (const phrase of given) book.aside(phrase, phrase);
        const { tree, statement } = one(words.join(' '));
        book.apply(statement, tree, null);
        const rest = words[0] === 'no' ? words.slice(1) : words;
        const fits = given.filter((phrase) => `${rest.join(' ')} `.startsWith(`${phrase} `));
        expect(statement.fate).toBe(fits.sort((a, b) => b.length - a.length)[0] ?? null);
      }),
    );
  });
});
