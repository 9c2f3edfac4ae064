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
  'line vty 0 4',
  ' transport input ssh',
  'end',
];

describe('ssh-weak on a platform that nobody reads', () => {
  it('stays open', () => {
    expect(onUnknownPlatform(check, { crypto: [] })).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of ssh-weak', () => {
  it('takes the weak words out of the lists, the strongest first', async () => {
    const { before, fix, after, worse } = await fixOf(
      check,
      config(
        'ip ssh version 1',
        'ip ssh server algorithm mac hmac-md5 hmac-sha1 hmac-sha2-512',
        'ip ssh server algorithm encryption aes128-ctr aes256-ctr 3des-cbc',
      ),
    );
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'ip ssh version 2',
      'ip ssh dh min size 4096',
      'ip ssh server algorithm kex ecdh-sha2-nistp384',
      'ip ssh server algorithm encryption aes256-ctr aes128-ctr',
      'ip ssh server algorithm mac hmac-sha2-512 hmac-sha1',
    ]);
    expect(fix?.back).toContain('ip ssh server algorithm encryption aes128-ctr aes256-ctr 3des-cbc');
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('mends a group that is too short', async () => {
    const lists = [
      'ip ssh version 2',
      'ip ssh dh min size 1024',
      'ip ssh server algorithm encryption aes256-gcm',
      'ip ssh server algorithm mac hmac-sha2-256',
      'ip ssh server algorithm kex ecdh-sha2-nistp384',
    ];
    const { before, after } = await fixOf(check, config(...lists));
    expect([before, after]).toEqual(['hit', 'clear']);
  });

  it('is none where nothing is wrong', async () => {
    const lists = ['encryption aes256-ctr', 'mac hmac-sha2-512', 'kex ecdh-sha2-nistp521'];
    const lines = lists.map((list) => `ip ssh server algorithm ${list}`);
    expect((await fixOf(check, config('ip ssh version 2', ...lines))).fix).toBeNull();
  });
});
