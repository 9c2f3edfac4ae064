import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\r\n'))));

describe('recognise', () => {
  it.each([
    ['a configuration', ['## Last commit: 2026-10-16 03:12:44 UTC by a', 'version 21.4R3;', 'system {']],
    ['blocks', ['system {', '    host-name r1;', '}', 'interfaces {']],
    ['set lines', ['set system host-name r1', 'set interfaces ge-0/0/0 unit 0 family inet']],
    ['one set line', ['set policy-options prefix-list L 192.0.2.0/24']],
    ['a RANCID file', ['# RANCID-CONTENT-TYPE: juniper', '#']],
    ['show version', ['Hostname: r1', 'Model: mx240', 'Junos: 21.4R3-S5.4']],
    ['a session', ['a@r1> show system users', '10:00AM  up 1 day']],
    [
      'hardware',
      ['Hardware inventory:', 'Item             Version  Part number  Serial number     Description'],
    ],
    ['processes', ['last pid: 1;  load averages: 0', '  PID USERNAME COMMAND', ' 7 root rpd']],
    ['interfaces', ['Interface               Admin Link Proto    Local                 Remote', 'lo0 up up']],
  ])('takes %s', (_name, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.3);
  });

  it.each([
    [
      'VyOS set',
      ['set interfaces ethernet eth0 address 192.0.2.1/24', 'set system host-name r1', 'set service ssh'],
    ],
    [
      'VyOS blocks',
      ['interfaces {', '    ethernet eth0 {', '        address 192.0.2.1/24', '    }', '}', 'system {'],
    ],
    [
      'PAN-OS',
      ['set deviceconfig system hostname fw', 'set mgt-config users admin', 'set system host-name x'],
    ],
    [
      'NetScaler',
      ['set ns config -IPAddress 192.0.2.1', 'set system parameter -x', 'set system user nsroot'],
    ],
    ['CatOS', ['set system name r1', 'set vlan 10 2/1', 'set port name 2/1 x']],
    ['MD-CLI', ['configure {', '    system {', '        name "r1"', '    }', '}']],
    ['IOS', ['hostname r1', 'interface Loopback0', ' ip address 10.0.0.1 255.255.255.255']],
    ['FortiOS', ['config system global', '    set hostname fw', 'end']],
    [
      'processes of another BSD',
      ['last pid: 1;  load averages: 0', '  PID USERNAME COMMAND', ' 7 root sshd'],
    ],
    ['plain text', ['Dear all,', 'set the interfaces of the system down;']],
    ['nothing', ['']],
  ])('leaves %s to others', (_name, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });

  it('leaves binary files to others', () => {
    expect(score('set version 21.4\u0000\u0000\u0000', 'set system host-name a')).toBe(0);
  });

  it.each(['set system ', 'a@', 'Junos [', ' x;', '1 2026-01-01 00:00:00 A by ', '{'])(
    'looks at heads made of %j like at any other',
    (unit) => {
      const text = unit.repeat(Math.floor(65_000 / unit.length));
      for (let i = 0; i < 5; i += 1) expect(score(`${i}${text}`, text)).toBeLessThan(0.95);
    },
  );
});
