import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('acl-open-end on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of acl-open-end', () => {
  it('ends the list with a line that denies and logs', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      ' ip access-group EDGE-IN in',
      ' ip access-group EDGE-OUT out',
      'ip access-list extended EDGE-OUT',
      ' permit tcp host 198.51.100.80 any established',
      ' deny ip any any log',
      'ip access-list extended EDGE-IN',
      ' permit tcp any host 198.51.100.80 eq 443',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['ip access-list extended EDGE-IN', ' deny ip any any log']);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('puts a logging line in the place of a silent one', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      ' ip access-group EDGE-IN in',
      ' ip access-group EDGE-OUT out',
      'ip access-list extended EDGE-OUT',
      ' permit tcp host 198.51.100.80 any established',
      ' deny ip any any log',
      'ip access-list extended EDGE-IN',
      ' permit tcp any host 198.51.100.80 eq 443',
      ' deny ip any any',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'ip access-list extended EDGE-IN',
      ' no deny ip any any',
      ' deny ip any any log',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('cuts no traffic that a list lets through today', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      ' ip access-group EDGE-IN in',
      ' ip access-group EDGE-OUT out',
      'ip access-list extended EDGE-OUT',
      ' permit tcp host 198.51.100.80 any established',
      ' deny ip any any log',
      'ip access-list extended EDGE-IN',
      ' permit ip any any',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});
