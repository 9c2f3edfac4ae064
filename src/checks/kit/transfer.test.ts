import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, placeOf } from './transfer.ts';

describe('placeOf', () => {
  it.each([
    ['tftp://203.0.113.67/a', 'tftp', '203.0.113.67'],
    ['FTP://u:p@203.0.113.67/a', 'ftp', '203.0.113.67'],
    ['scp://u@[2001:DB8::9]/a', 'scp', '2001:db8::9'],
    ['https://Files.Example.net:8443/a', 'https', 'files.example.net'],
    ['tftp:', 'tftp', ''],
    ['tftp:/a', 'tftp', 'a'],
  ])('%s', (text, protocol, host) => {
    expect(placeOf(text)).toEqual({ protocol, host });
  });

  it.each(['flash:a', 'bootflash:/a', 'nvram:startup-config', 'running-config', '', ':'])(
    'on the device: %s',
    (text) => {
      expect(placeOf(text)).toBeNull();
      expect(hostOf(text)).toBeNull();
    },
  );

  it('never shows a password, whatever stands in front of the host', () => {
    const secret = fc.stringMatching(/^[a-z0-9:@]{4,12}$/);
    fc.assert(
      fc.property(secret, (password) => {
        expect(hostOf(`ftp://user:${password}@203.0.113.67/x`)).toBe('203.0.113.67');
      }),
    );
  });
});
