import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/cases/run-cases.ts';
import { strengthOf } from './strength.ts';

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
