/** A weakness that a device has without any intruder. */
export type Weakness = 'type7' | 'snmp-rw' | 'snmp-ro' | 'http-open' | 'vty-open' | 'vstack';

/** How the relay and the device write a log line. */
export type LogStyle = 'rfc3164' | 'rfc3164-origin' | 'rfc3339' | 'rfc5424' | 'relay-year' | 'plain-seconds';

/** One invented router or switch and which evidence of it exists. */
export interface Device {
  name: string;
  index: number;
  role: 'pe' | 'p' | 'agg' | 'ce' | 'sw';
  site: string;
  os: 'iosxe' | 'ios';
  model: string;
  version: string;
  serial: string;
  loopback: string;
  mgmt: string;
  flow: 'v9' | 'v5' | 'ipfix' | 'none';
  accounting: 'tab' | 'gui' | 'none';
  hasConfig: boolean;
  /** First instant of its log in milliseconds, or null when no line of it was kept. */
  logFrom: number | null;
  logStyle: LogStyle;
  weak: readonly Weakness[];
}
