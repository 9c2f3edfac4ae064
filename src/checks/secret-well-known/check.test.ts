import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('fix of secret-well-known', () => {
  it('gives the account a new secret, which stands nowhere in the lines', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'username admin privilege 15 password 0 cisco123',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'no username admin',
      'username admin privilege 15 algorithm-type sha256 secret <NEW SECRET>',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});
