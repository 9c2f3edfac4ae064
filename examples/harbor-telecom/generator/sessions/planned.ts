import { at } from '../fleet/clock.ts';
import { deviceNamed } from '../fleet/fleet.ts';
import { type Session, session } from './session.ts';

/** The far end of the tunnel that was ordered, approved and built. */
export const PLANNED_PEER = '192.0.2.9';

const tunnel = (): Session =>
  session({
    device: deviceNamed('pe-mil-01'),
    user: 'r.castillo',
    from: '10.250.0.22',
    start: at('2026-10-22T15:10:20Z'),
    commands: [
      'configure terminal',
      'interface Tunnel100',
      'description CHG-20611 Lakeshore partner interconnect',
      'ip address 10.198.12.1 255.255.255.252',
      'tunnel source Loopback0',
      `tunnel destination ${PLANNED_PEER}`,
      'exit',
      'ip route 192.0.2.64 255.255.255.240 Tunnel100',
      'end',
      'show interfaces Tunnel100',
      'write memory',
    ],
    pace: 14,
  });

const capture = (): Session =>
  session({
    device: deviceNamed('agg-tol-01'),
    user: 'j.novak',
    from: '10.250.0.21',
    start: at('2026-10-28T16:02:11Z'),
    commands: [
      'monitor capture chg20644 interface GigabitEthernet0/0/1 both',
      'monitor capture chg20644 match ipv4 protocol udp any any eq 5060',
      'monitor capture chg20644 limit duration 300',
      'monitor capture chg20644 start',
      'show monitor capture chg20644 buffer brief',
      'monitor capture chg20644 stop',
      'no monitor capture chg20644',
    ],
    pace: 45,
  });

const rename = (): Session =>
  session({
    device: deviceNamed('p-msp-01'),
    user: 'l.hansen',
    from: '10.250.0.21',
    start: at('2026-11-05T17:20:40Z'),
    commands: [
      'configure terminal',
      'tacacs server AAA-CHI-1',
      'address ipv4 10.250.0.11',
      'timeout 4',
      'exit',
      'aaa group server tacacs+ HT-TACACS',
      'no server name TAC1',
      'server name AAA-CHI-1',
      'exit',
      'no tacacs server TAC1',
      'end',
      'test aaa group tacacs+ l.hansen legacy',
      'write memory',
    ],
    pace: 11,
  });

const insidePermit = (): Session =>
  session({
    device: deviceNamed('pe-det-01'),
    user: 's.iyer',
    from: '10.250.0.22',
    start: at('2026-11-09T18:41:05Z'),
    commands: [
      'show access-lists 20',
      'configure terminal',
      'access-list 20 permit 10.250.0.23',
      'end',
      'show access-lists 20',
      'write memory',
    ],
    pace: 12,
  });

const duringMissingAccounting = (): Session =>
  session({
    device: deviceNamed('p-cle-01'),
    user: 'm.okafor',
    from: '10.250.0.21',
    start: at('2026-10-30T19:12:33Z'),
    commands: [
      'configure terminal',
      'interface TenGigabitEthernet0/1/0',
      'description CHG-20652 optics swap',
      'end',
    ],
    pace: 20,
  });

/** Approved work that resembles the intrusion, and one change in a week without accounting. */
export function plannedWork(): Session[] {
  return [tunnel(), capture(), rename(), insidePermit(), duringMissingAccounting()];
}
