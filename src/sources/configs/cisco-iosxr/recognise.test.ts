import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\n'))));

describe('takes', () => {
  it.each([
    ['its header', ['!! IOS XR Configuration 7.1.1', 'hostname a']],
    ['a file of RANCID', ['!RANCID-CONTENT-TYPE: cisco-xr']],
    ['show version', ['Cisco IOS XR Software, Version 7.3.2']],
    ['a prompt', ['RP/0/RSP0/CPU0:pe-1#show users']],
    [
      'a configuration without header',
      ['username a', ' group root-lr', 'interface MgmtEth0/RP0/CPU0/0', ' ipv4 address 192.0.2.1/24'],
    ],
    ['policies', ['route-policy A', '  pass', 'end-policy', 'router static']],
    ['an inventory', [' Name: Rack 0     Descr: ASR 9906 Chassis', ' PID: ASR-9906  VID: V01  SN: X']],
    ['packages', ['Label : 7.3.2', 'Node 0/RP0/CPU0 [RP]']],
    ['commits', ['SNo. Label/ID              User      Line                Client      Time Stamp']],
    ['returns before newlines', ['!! IOS XR Configuration 7.1.1\r', 'end\r']],
  ])('%s', (_what, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('leaves', () => {
  it.each([
    [
      'IOS',
      ['version 15.2', 'hostname a', 'interface GigabitEthernet0/1', ' ip address 192.0.2.1 255.255.255.0'],
    ],
    ['NX-OS', ['!Command: show running-config', 'feature bgp', 'flow exporter-map F']],
    ['Junos', ['set system host-name a', 'route-policy A']],
    ['a neighbour that quotes its software', ['Device ID: a', 'Cisco IOS XR Software, Version 7.3.2']],
    ['a bare time', ['Mon Oct 19 04:12:07.318 UTC']],
    ['data', ['---', 'version: Cisco IOS XR Software, Version 7', 'end-policy']],
    ['binary', ['!! IOS XR Configuration\u0000\u0000']],
    ['nothing', ['']],
  ])('%s', (_what, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });
});
