/** A check that must not be a hit on a device, or must not be answered there. */
export interface PlantedOther {
  check: string;
  device: string;
  why: string;
}

const entry = (check: string, device: string, why: string): PlantedOther => ({ check, device, why });

/** Honest work that resembles the intrusion: none of these may be a hit. */
export const QUIET: readonly PlantedOther[] = [
  entry('tunnel-unknown-peer', 'pe-mil-01', 'Tunnel100 to 192.0.2.9 is in the register under CHG-20611'),
  entry('route-into-tunnel', 'pe-mil-01', 'the route belongs to the approved tunnel'),
  entry('tunnel-in-flow-not-config', 'pe-mil-01', 'the second snapshot has the tunnel that the flows show'),
  entry('tunnel-unknown-peer', 'pe-msp-01', 'Tunnel10 to 192.0.2.17 is a registered peer in both snapshots'),
  entry('tunnel-in-flow-not-config', 'pe-msp-01', 'configured in both snapshots'),
  entry('packet-capture', 'agg-tol-01', 'capture of SIP in the window of CHG-20644, not exported'),
  entry('aaa-server-unapproved', 'p-msp-01', 'the server was renamed; its address is approved'),
  entry('aaa-weakened', 'p-msp-01', 'the method list did not change'),
  entry('acl-admits-public', 'pe-det-01', 'the new permit is an inside address'),
  entry('device-silence', 'ce-racine-01', 'a planned reload: numbering starts again, the rhythm goes on'),
  entry('log-tampering', 'ce-racine-01', 'a planned reload is not tampering'),
  entry('automation-account-misuse', 'pe-chi-01', 'rancid on schedule from its usual host'),
  entry('config-theft', 'pe-chi-01', 'show running-config by the nightly backup'),
  entry('config-change-unaccounted', 'pe-mil-01', 'the change has its accounting'),
  entry('config-change-unaccounted', 'pe-det-01', 'the change has its accounting'),
  entry('accounting-without-login', 'pe-chi-01', 'every session in accounting has its login'),
  entry('login-outside-management', 'pe-chi-01', 'all logins come from jump hosts or the backup host'),
  entry('snmp-write', 'pe-mil-01', 'the NMS reads, nobody writes'),
  entry('ssh-odd-port', 'pe-chi-01', 'client ports that end in 22 are not listeners'),
  entry('web-mgmt-odd-port', 'pe-chi-01', 'client ports from 18000 to 18999 are not listeners'),
];

/** Questions that the evidence cannot answer. */
export const CANNOT_TELL: readonly PlantedOther[] = [
  ...['agg-fwa-01', 'ce-duluth-01', 'ce-flint-01'].flatMap((device) => [
    entry('device-silence', device, 'no log line of this device at all'),
    entry('accounting-without-login', device, 'accounting, but no log to compare it with'),
  ]),
  ...['agg-pia-01', 'ce-akron-01'].flatMap((device) => [
    entry('device-silence', device, 'configuration only'),
    entry('config-change-unaccounted', device, 'configuration only'),
    entry('tunnel-in-flow-not-config', device, 'configuration only'),
  ]),
  ...['agg-dsm-01', 'ce-lansing-01'].flatMap((device) => [
    entry('tunnel-unknown-peer', device, 'no configuration'),
    entry('vty-exposed', device, 'no configuration'),
    entry('secret-weak', device, 'no configuration'),
  ]),
  entry('device-silence', 'pe-cin-01', 'its log starts on 2026-11-01: the first 17 days cannot be judged'),
  entry('config-change-unaccounted', 'p-cle-01', 'CONFIG_I on 2026-10-30 in the week without accounting'),
];
