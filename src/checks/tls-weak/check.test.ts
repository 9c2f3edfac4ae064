import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
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
const SELF = [
  'crypto pki trustpoint TP-self-signed-1',
  ' enrollment selfsigned',
  ' rsakeypair TP-self-signed-1',
];
const CA = ['crypto pki trustpoint CARRIER', ' enrollment terminal', ' rsakeypair CARRIER 3072'];

describe('tls-weak on a platform that nobody reads', () => {
  it('stays open', () => {
    expect(onUnknownPlatform(check, { crypto: [] })).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of tls-weak', () => {
  it('takes the trustpoint of an authority where there is one', async () => {
    const { before, fix, after, worse } = await fixOf(
      check,
      config(...SELF, ...CA, 'ip http secure-server', 'ip http tls-version TLSv1.0'),
    );
    expect(before).toBe('hit');
    expect(fix?.lines).toContain('ip http secure-trustpoint CARRIER');
    expect(fix?.back).toEqual([
      'ip http tls-version tlsv1.0',
      'no ip http secure-ciphersuite',
      'no ip http secure-trustpoint',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('leaves a blank for the trustpoint otherwise', async () => {
    const { before, fix } = await fixOf(check, config(...SELF, 'ip http secure-server'));
    expect(before).toBe('hit');
    expect(fix?.lines.at(-1)).toBe('ip http secure-trustpoint <TRUSTPOINT OF AN AUTHORITY>');
  });

  it('does not touch a certificate that is good', async () => {
    const lines = ['ip http secure-server', 'ip http secure-trustpoint CARRIER'];
    const { fix } = await fixOf(
      check,
      config(...CA, ...lines, 'ip http secure-ciphersuite 3des-ede-cbc-sha'),
    );
    expect(fix?.lines.some((line) => line.includes('trustpoint'))).toBe(false);
  });
});
