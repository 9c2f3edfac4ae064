import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, readLines, table } from './fixture.ts';

const GLOBAL = table('system global', null, 'set hostname "fw1"');
const reasons = (...lines: string[]): string[] =>
  readLines(...lines)
    .accounts.filter((a) => a.state === 'not-understood')
    .map((a) => a.reason);

describe('blocks', () => {
  it('stand below each other whatever the indentation', () => {
    const flat = factsOf(
      'config system interface',
      'edit "p1"',
      'config ipv6',
      'set ip6-address 2001:db8::1/64',
      'end',
      'next',
      'end',
    );
    expect(flat.interfaces).toMatchObject([
      { name: 'p1', addresses: ['2001:db8::1/64'], line: 2, lineEnd: 6 },
    ]);
  });

  it('are closed with their table when `end` comes within an entry', () => {
    const facts = factsOf(
      'config system admin',
      '    edit "a"',
      '        set accprofile "p"',
      'end',
      ...GLOBAL,
    );
    expect([facts.users[0]?.role, facts.hostname]).toEqual(['p', 'fw1']);
  });

  it('begin anew at the margin when an end was lost', () => {
    const facts = factsOf('config system admin', '    edit "a"', '        set accprofile "p"', ...GLOBAL);
    expect(facts.hostname).toBe('fw1');
  });

  it('belong to their virtual domain', () => {
    const route = ['config router static', '    edit 1', '        set gateway 192.0.2.1', '    next', 'end'];
    const facts = factsOf('config vdom', 'edit blue', ...route, 'next', 'edit root', ...route, 'end');
    expect(facts.routes.map((r) => r.vrf)).toEqual(['blue', null]);
  });

  it('are told as stray when nothing is open', () => {
    expect(reasons(...GLOBAL, 'end', 'next')).toEqual(['end without a block', 'end without a block']);
    expect(reasons(...GLOBAL, 'lorem ipsum')).toEqual(['line begins with no word of the language']);
  });
});

describe('the end', () => {
  const LAST = ['config router multicast', 'end'];

  it('is there when the first and the last tables are and all blocks are closed', () => {
    expect(factsOf(...GLOBAL, ...LAST).complete).toBe(true);
    expect(factsOf(...GLOBAL).complete).toBe(false);
    expect(factsOf(...LAST).complete).toBe(false);
    expect(factsOf(...GLOBAL, 'config router multicast').complete).toBe(false);
  });
});

describe('quoted values of many lines', () => {
  const PAGE = [
    'config system replacemsg admin "x"',
    '    set buffer "first',
    'config system admin',
    '',
    'edit \\"evil\\"',
    'end"',
    'end',
  ];

  it('are one statement, whatever they hold', () => {
    const facts = factsOf(...PAGE, ...GLOBAL);
    expect([facts.users, facts.hostname, facts.unread]).toEqual([[], 'fw1', []]);
  });

  it('that never end do not swallow what follows', () => {
    const facts = factsOf(...PAGE.map((line) => line.replace('end"', 'end')), ...GLOBAL);
    expect(facts.hostname).toBe('fw1');
  });
});

describe('hostile text', () => {
  it('with ten thousand nested blocks is read in a moment and accounted for', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? 'edit "x"' : 'config system interface'));
    const text = `${lines.join('\n')}\n`;
    expect(readLines(...lines).bytes()).toBe(text.length);
  });

  it('never loses a byte', () => {
    const line = constantFrom(
      'config system admin',
      'edit "a"',
      'set password ENC x',
      'set script "a',
      'b"',
      'next',
      'end',
      'unset x',
      '',
      '#x',
      '\u0001\u0002',
    );
    assert(
      property(array(line, { maxLength: 40 }), (lines) => {
        expect(readLines(...lines).bytes()).toBe(lines.join('\n').length + 1);
      }),
    );
  });
});
