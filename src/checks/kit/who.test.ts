import { describe, expect, it } from 'vitest';
import { someView, typed } from './fixture.ts';
import { accountsOf, originsOf, subjectName, whoText } from './who.ts';

describe('whoText', () => {
  it('names the account and the address as far as they are known', () => {
    expect(whoText(typed('x'))).toBe('a.engineer from 10.250.0.21');
    expect(whoText(typed('x', { from: null }))).toBe('a.engineer');
    expect(whoText(typed('x', { account: '', from: null }))).toBe('an account without a name');
  });
});

describe('lists of accounts and addresses', () => {
  it('hold each once, in order, and nothing empty', () => {
    const commands = [
      typed('x', { account: 'b' }),
      typed('y', { account: 'a', from: null }),
      typed('z', { account: '' }),
    ];
    expect(accountsOf(commands)).toEqual(['a', 'b']);
    expect(originsOf(commands)).toEqual(['10.250.0.21']);
  });
});

describe('subjectName', () => {
  it('leaves the prefix of systems out', () => {
    const view = { device: { ...someView({}).device, id: 'system:cdr-warehouse' } };
    expect(subjectName(view)).toBe('cdr-warehouse');
  });
});
