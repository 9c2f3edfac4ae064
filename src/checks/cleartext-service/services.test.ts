import { describe, expect, it } from 'vitest';
import { CLEAR, silentMatters } from './services.ts';

describe('silentMatters', () => {
  it.each([
    ['junos', 'telnet', true],
    ['junos', 'rsh', false],
    ['nx-os', 'telnet', true],
    ['nx-os', 'tftp-server', false],
    // Telnet comes in by the terminal lines of IOS, which another check looks at.
    ['ios', 'telnet', false],
    ['ios-xe', 'finger', true],
    ['acme-os', 'ftp-server', true],
    ['acme-os', 'no-such-service', false],
  ])('%s, %s', (platform, name, matters) => {
    expect(silentMatters(platform, name)).toBe(matters);
  });

  it('is asked of no service that we could not name to people', () => {
    for (const { says, line } of CLEAR.values()) expect(`${says}${line}`).not.toMatch(/undefined/);
  });
});
