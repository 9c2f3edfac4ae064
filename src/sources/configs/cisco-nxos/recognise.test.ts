import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\r\n'))));

describe('recognise', () => {
  it.each([
    ['a configuration', ['!Command: show running-config', 'version 9.3(8) Bios:version', 'hostname n1']],
    [
      'one without a header',
      ['hostname n1', 'feature nxapi', 'vrf context management', 'interface Ethernet1/1'],
    ],
    [
      'one that names others',
      [
        '!Command: show running-config',
        'version 9.3(8)',
        'interface Ethernet1/1',
        '  description Arista TiMOS-B leaf',
      ],
    ],
    ['a RANCID file', ['!RANCID-CONTENT-TYPE: cisco-nx', '!']],
    ['show version', ['Cisco Nexus Operating System (NX-OS) Software', 'TAC support: x']],
    ['show inventory', ['NAME: "Chassis",  DESCR: "Nexus9000 C9396PX Chassis"']],
  ])('takes %s', (_name, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.3);
  });

  it.each([
    ['IOS', ['version 15.2', 'service timestamps log datetime msec', 'hostname r1', 'line vty 0 4']],
    ['IOS XR', ['!! IOS XR Configuration 7.3.2', 'hostname r1', 'vrf context x']],
    ['EOS', ['! Command: show running-config', '! device: leaf1 (vEOS, EOS-4.24.0F)', 'hostname leaf1']],
    ['Junos', ['set system host-name r1', 'set interfaces ge-0/0/0 unit 0']],
    [
      'neighbours',
      ['Device ID: n2', 'Version:', 'Cisco Nexus Operating System (NX-OS) Software, Version 9.3(8)'],
    ],
    ['plain text', ['Dear all,', 'the feature telnet is off.']],
    ['nothing', ['']],
  ])('leaves %s to others', (_name, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });

  it('leaves binary files to others', () => {
    expect(score('!Command: show running-config\u0000\u0000\u0000')).toBe(0);
  });
});
