import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { commandDeed, stoppedHost } from './deeds.ts';

runCases(import.meta.dirname);

describe('commandDeed', () => {
  it.each([
    ['clear logging', 'clear', null],
    ['no logging buffered', 'clear', null],
    ['no logging host 10.250.0.61 vrf Mgmt', 'host', '10.250.0.61'],
    ['no logging host ipv6 2001:DB8::1', 'host', '2001:db8::1'],
    ['no logging 10.250.0.61', 'host', '10.250.0.61'],
    ['no logging server 10.250.0.61', 'host', '10.250.0.61'],
    ['no logging on', 'off', null],
    ['no logging trap', 'off', null],
    ['logging trap 3', 'level', null],
    ['logging trap err', 'level', null],
  ])('%s', (command, kind, host) => {
    expect(commandDeed(command)).toEqual({ kind, host });
  });

  it.each([
    'logging trap informational',
    'logging trap debugging',
    'logging host 10.250.0.61',
    'no logging console',
    'no logging monitor',
    'no logging event link-status',
    'show logging',
    'clear log-of-something else',
  ])('leaves alone: %s', (command) => {
    expect(commandDeed(command)).toBeNull();
  });
});

describe('stoppedHost', () => {
  const said = (message: string): string | null =>
    stoppedHost({ mnemonic: 'SYS-6-LOGGINGHOST_STARTSTOP', message });

  it('counts a collector that a person took off, not one that was lost', () => {
    expect(said('Logging to host 10.250.0.61 port 514 stopped - CLI initiated')).toBe('10.250.0.61');
    expect(said('Logging to host 10.250.0.61 port 514 stopped - reconnection')).toBeNull();
    expect(said('Logging to host 10.250.0.61 port 514 started - CLI initiated')).toBeNull();
  });
});
