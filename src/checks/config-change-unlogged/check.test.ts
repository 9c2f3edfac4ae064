import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('config-change-unlogged on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of config-change-unlogged', () => {
  it('writes the whole block', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'logging host 10.250.0.61 vrf Mgmt-intf',
      'logging host 10.250.0.62 vrf Mgmt-intf',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'archive',
      ' log config',
      '  logging enable',
      '  notify syslog contenttype plaintext',
      '  hidekeys',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});
