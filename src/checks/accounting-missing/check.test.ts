import { describe, expect, it } from 'vitest';
import { fixElsewhere } from '../../../test/harness/fix-elsewhere.ts';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('accounting-missing on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of accounting-missing', () => {
  it('asks the group that decides on logins, for each list that lines apply', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'aaa new-model',
      'aaa group server tacacs+ G',
      ' server name T1',
      'aaa authentication login default group G local',
      'tacacs server T1',
      ' address ipv4 10.250.0.11',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'line vty 0 4',
      ' accounting commands 15 AUDIT',
      ' transport input ssh',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'aaa accounting exec default start-stop group G',
      'aaa accounting commands 15 AUDIT start-stop group G',
      'aaa authorization commands 15 default group G if-authenticated',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('has no lines where no server decides on logins', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'aaa new-model',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'line vty 0 4',
      ' transport input ssh',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});

describe('fix of accounting-missing where IOS is not spoken', () => {
  it('reports to the group that decides on the logins of NX-OS', async () => {
    const config = [
      'feature tacacs+',
      'aaa group server tacacs+ G',
      '    server 10.250.0.11',
      'aaa authentication login default group G',
    ];
    const { before, fix, after, hits } = await fixElsewhere(check, 'nx-os', config);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['aaa accounting default group G']);
    expect(hits).toBe(0);
    // Authorization of commands is a question that we do not ask there yet.
    expect(after).toBe('cannot-tell');
  });

  it('reports to the TACACS+ servers of Junos', async () => {
    const config = [
      'set system authentication-order [ tacplus password ]',
      'set system tacplus-server 10.250.0.11 secret "$9$synthetic"',
    ];
    const { before, fix, hits } = await fixElsewhere(check, 'junos', config);
    expect(before).toBe('hit');
    expect(fix?.lines).toHaveLength(2);
    expect(hits).toBe(0);
  });
});
