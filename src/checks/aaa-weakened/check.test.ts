import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { typed } from '../kit/fixture.ts';
import { strengthOf } from './strength.ts';
import { weakening } from './typed.ts';

runCases(import.meta.dirname);

const login = (...methods: string[]): number =>
  strengthOf({ phase: 'authentication', service: 'login', list: 'default', methods });
const accounting = (...methods: string[]): number =>
  strengthOf({ phase: 'accounting', service: 'exec', list: 'default', methods });

describe('strengthOf', () => {
  it('ranks login lists by when they ask the servers', () => {
    const falling = [
      login('group HT', 'local'),
      login('group HT', 'none'),
      login('local', 'group HT'),
      login('local'),
      login('none'),
    ];
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
  });

  it('takes two lists that ask servers first for equal, whatever the group is called', () => {
    expect(login('group OLD', 'local')).toBe(login('group NEW', 'local', 'enable'));
  });

  it('ranks accounting by what it records', () => {
    expect(accounting('start-stop', 'group HT')).toBeGreaterThan(accounting('stop-only', 'group HT'));
    expect(accounting('stop-only', 'group HT')).toBeGreaterThan(accounting('none'));
    expect(accounting('none')).toBe(accounting());
  });
});

describe('weakening', () => {
  const HOUR = 3_600_000;
  const list = 'aaa accounting commands 15 default';
  const found = (...commands: [at: number, command: string][]): number =>
    weakening(commands.map(([at, command]) => typed(command, { at }))).length;

  it('leaves a removal out that is replaced at once, and no other', () => {
    expect(found([0, `no ${list}`], [60_000, `${list} start-stop group NEW`])).toBe(0);
    expect(found([0, `no ${list}`], [HOUR, `${list} start-stop group NEW`])).toBe(1);
    expect(found([0, `no ${list}`], [60_000, 'aaa accounting exec default start-stop group NEW'])).toBe(1);
    expect(found([0, `${list} start-stop group OLD`], [60_000, `no ${list}`])).toBe(1);
  });

  it('reads short forms, and leaves subscribers and looks alone', () => {
    expect(found([0, 'aaa authen log default loc g HT'])).toBe(1);
    expect(found([0, 'do show aaa method-lists'], [0, 'aaa authentication ppp default local'])).toBe(0);
    expect(found([0, 'aaa authorization network default none'])).toBe(0);
  });

  it('stays quick when somebody types it very often', () => {
    const many = Array.from({ length: 50_000 }, (_, i): [number, string] => [i, `no ${list}`]);
    expect(found(...many)).toBe(50_000);
  });
});
