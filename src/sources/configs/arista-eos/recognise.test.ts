import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\r\n'))));

describe('recognise', () => {
  it.each([
    ['a configuration', ['! Command: show running-config', '! device: leaf1 (vEOS, EOS-4.24.0F)', '!']],
    ['one without a header', ['hostname leaf1', 'management ssh', '   idle-timeout 10', 'vrf instance M']],
    ['a RANCID file', ['!RANCID-CONTENT-TYPE: arista', '!']],
    ['show version', ['Arista DCS-7010T-48-R', 'Software image version: 4.28.9M']],
  ])('takes %s', (_name, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.3);
  });

  it.each([
    ['IOS', ['version 15.2', 'hostname r1', 'username a privilege 15 secret 5 $1$s$h', 'line vty 0 4']],
    ['NX-OS', ['!Command: show running-config', 'version 9.3(3)', 'feature ssh', 'hostname n1']],
    ['IOS XR', ['!! IOS XR Configuration 7.3.2', 'hostname r1']],
    [
      'neighbours',
      ['Interface Ethernet1 detected 1 LLDP neighbors:', 'Arista DCS-7010T', 'System Description: "Arista"'],
    ],
    ['plain text', ['Dear all,', 'the Arista is down.']],
    ['nothing', ['']],
  ])('leaves %s to others', (_name, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });

  it('leaves binary files to others', () => {
    expect(score('! device: leaf1 (vEOS, EOS-4.24.0F)\u0000\u0000\u0000')).toBe(0);
  });
});
