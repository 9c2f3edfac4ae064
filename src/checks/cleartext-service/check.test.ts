import { describe, expect, it } from 'vitest';
import { fixElsewhere } from '../../../test/harness/fix-elsewhere.ts';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('cleartext-service on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of cleartext-service', () => {
  it('takes each service away', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'tftp-server flash:c2900.bin 20',
      'ip rcmd rsh-enable',
      'ip finger',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'no tftp-server flash:c2900.bin 20',
      'no ip rcmd rsh-enable',
      'no ip finger',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});

describe('fix of cleartext-service where IOS is not spoken', () => {
  it('deletes the statements of Junos', async () => {
    const config = ['set system services telnet', 'set system services ftp', 'set system services ssh'];
    const { before, fix, after } = await fixElsewhere(check, 'junos', config);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['delete system services telnet', 'delete system services ftp']);
    expect(after).toBe('clear');
  });

  it('takes the feature of NX-OS away', async () => {
    const { before, fix, after } = await fixElsewhere(check, 'nx-os', ['feature telnet', 'feature ssh']);
    expect(before).toBe('hit');
    expect(fix).toMatchObject({ lines: ['no feature telnet'], back: ['feature telnet'], mayCut: true });
    expect(after).toBe('clear');
  });
});
