import { INTRUDER_SECRET } from '../configs/services.ts';
import type { ConfigState } from '../configs/state.ts';
import { ACTOR, PIVOT } from '../fleet/people.ts';
import { PLANNED_PEER } from '../sessions/planned.ts';

const foothold = (state: ConfigState): void => {
  state.users.push(`username svc_netmon privilege 15 secret ${INTRUDER_SECRET}`);
  state.acl20.push(`permit ${ACTOR.web}`);
  state.tunnels.push({
    number: 48213,
    address: '10.199.48.1',
    source: 'GigabitEthernet0/0/3',
    destination: ACTOR.tunnel,
  });
  state.routes.push('ip route 192.0.2.96 255.255.255.240 Tunnel48213');
  state.tacacs.push({ name: 'AAA3', address: ACTOR.tunnel, key: false });
  state.loginMethods = 'local group HT-TACACS';
  state.loopback1 = PIVOT;
  state.sshSource = 'Loopback1';
  state.httpSecurePort = 18443;
  state.logHosts = ['10.250.0.61'];
};

const planned = (state: ConfigState): void => {
  state.tunnels.push({
    number: 100,
    description: 'CHG-20611 Lakeshore partner interconnect',
    address: '10.198.12.1',
    source: 'Loopback0',
    destination: PLANNED_PEER,
  });
  state.routes.push('ip route 192.0.2.64 255.255.255.240 Tunnel100');
};

const renamed = (state: ConfigState): void => {
  const first = state.tacacs[0];
  if (first !== undefined) first.name = 'AAA-CHI-1';
};

const opticsSwap = (state: ConfigState): void => {
  const first = state.interfaces[0];
  if (first !== undefined) first.description = 'CHG-20652 optics swap';
};

/** What the second snapshot of a device differs in, beyond interface descriptions. */
export const CONFIG_CHANGES: Readonly<Record<string, (state: ConfigState) => void>> = {
  'pe-chi-02': foothold,
  'pe-mil-01': planned,
  'p-msp-01': renamed,
  'pe-det-01': (state) => state.acl20.push('permit 10.250.0.23'),
  'p-cle-01': opticsSwap,
  'p-stl-01': (state) => state.extra.push('tftp-server nvram:startup-config'),
  'ce-gary-01': (state) => state.extra.push('snmp-server community h4rb0r-relay RW'),
};
