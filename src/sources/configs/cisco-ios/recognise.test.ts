import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\r\n'))));

describe('recognise', () => {
  it.each([
    [
      'a configuration',
      ['Current configuration : 100 bytes', '!', 'version 15.2', 'hostname r1', 'line vty 0 4'],
    ],
    ['a small one', ['hostname r1', 'interface Loopback0', ' ip address 10.0.0.1 255.255.255.255']],
    ['a RANCID file', ['!RANCID-CONTENT-TYPE: cisco', '!']],
    ['show version', ['Cisco IOS Software, C2900 Software (X), Version 15.7(3)M9', 'r1 uptime is 1 week']],
    ['a capture', ['r1#show clock', '*10:00:00.000 UTC Wed Oct 21 2026']],
    ['a directory', ['Directory of flash:/', '']],
  ])('takes %s', (_name, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.3);
  });

  it.each([
    [
      'IOS XR',
      ['!! IOS XR Configuration 7.3.2', '!! Last configuration change at x', 'hostname r1', 'line console'],
    ],
    ['NX-OS', ['!Command: show running-config', 'version 9.3(3) Bios:version', 'feature ssh', 'hostname n1']],
    [
      'EOS',
      [
        '! Command: show running-config',
        '! device: leaf1 (vEOS, EOS-4.24.0F)',
        'hostname leaf1',
        'line vty 0 4',
      ],
    ],
    [
      'EOS without a header',
      ['hostname leaf1', 'ntp server 10.1.1.1', 'interface Ethernet1', '   ip address 10.0.0.1/31'],
    ],
    ['ASA', ['ASA Version 9.8(2)', 'hostname fw', 'interface GigabitEthernet0/0', ' nameif outside']],
    ['Junos', ['set system host-name r1', 'set interfaces ge-0/0/0 unit 0']],
    [
      'FRR',
      ['Building configuration...', 'Current configuration:', 'frr version 7.5', 'hostname r1', 'line vty'],
    ],
    ['VRP', ['sysname r1', 'interface Vlanif10', ' ip address 10.0.0.1 255.255.255.0', 'return']],
    ['syslog', ['Oct 16 03:12:44 10.0.0.1 12: %SYS-5-CONFIG_I: Configured from console by noc on vty0']],
    ['neighbours', ['Device ID: sw1', 'Version :', 'Cisco IOS Software, C3560 Software, Version 12.2(55)SE']],
    ['plain text', ['Dear all,', 'the interface of the router is down.']],
    ['nothing', ['']],
  ])('leaves %s to others', (_name, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });

  it('leaves binary files to others', () => {
    expect(score('version 15.2\u0000\u0000\u0000', 'service timestamps log datetime')).toBe(0);
  });
});

describe('heads made to be slow', () => {
  it.each(['NAME: "x", DESCR: "', 'DESCR: "', ' ip address 1', '%A-1-B', ' ', 'a#show '])(
    'of %j are looked at like any other, one after the other',
    (unit) => {
      const text = `NAME: "${unit.repeat(Math.floor(65_000 / unit.length))}`;
      for (let i = 0; i < 8; i += 1) expect(score(`${i} ${text}`, text)).toBeLessThan(0.6);
    },
  );
});
