import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

const config = (...lines: string[]): string[] => [
  'version 15.2',
  'hostname pe-01',
  'interface Loopback0',
  ' ip address 10.255.0.1 255.255.255.255',
  ...lines,
  'end',
];

describe('fix of ike-weak', () => {
  it.each([
    [
      ['crypto isakmp policy 10', ' encr 3des', ' hash md5', ' authentication pre-share', ' group 2'],
      ['crypto isakmp policy 10', ' encr aes 256', ' hash sha512', ' group 16'],
      ['crypto isakmp policy 10', ' encr 3des', ' hash md5', ' group 2'],
    ],
    [
      ['crypto ikev2 proposal P', ' encryption aes-cbc-256 3des', ' integrity sha1', ' group 14 5'],
      ['crypto ikev2 proposal P', ' encryption aes-cbc-256', ' integrity sha512', ' group 14'],
      ['crypto ikev2 proposal P', ' encryption aes-cbc-256 3des', ' integrity sha1', ' group 14 5'],
    ],
    [
      ['crypto ipsec transform-set T esp-3des esp-md5-hmac'],
      ['crypto ipsec transform-set T esp-aes 256 esp-sha512-hmac'],
      ['crypto ipsec transform-set T esp-3des esp-md5-hmac'],
    ],
    [
      ['crypto map M 10 ipsec-isakmp', ' set peer 203.0.113.9', ' set pfs group2'],
      ['crypto map M 10 ipsec-isakmp', ' set pfs group20'],
      ['crypto map M 10 ipsec-isakmp', ' set pfs group2'],
    ],
  ])('of %j makes the check clear', async (lines, fixed, back) => {
    const { before, fix, after, worse } = await fixOf(check, config(...lines));
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(fixed);
    expect(fix?.back).toEqual(back);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('is none where nothing is weak', async () => {
    const lines = ['crypto ikev2 proposal P', ' encryption aes-cbc-256', ' integrity sha384', ' group 20'];
    expect((await fixOf(check, config(...lines))).fix).toBeNull();
  });
});

it('says nothing of the length of a key that stands encrypted', () => {
  const at = { line: 1, lineEnd: 1 };
  const key = { ...at, use: 'ike', type: '6', length: 8, group: 'g', wellKnown: false } as const;
  const hits = (strength: 'acceptable' | 'plaintext'): number =>
    check.evaluate(someView({ configs: [someFacts({ crypto: [], secrets: [{ ...key, strength }] })] }))
      .length;
  expect([hits('acceptable'), hits('plaintext')]).toEqual([0, 1]);
});
