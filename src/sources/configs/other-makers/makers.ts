/** A system that Seawall knows by sight and does not read. */
export interface Maker {
  readonly vendor: string;
  /** Name of the system, as device facts have platforms. */
  readonly platform: string;
  /** Text that only this system writes. */
  readonly sign: RegExp;
  /** Finds the name of the device; the first group is the name. */
  readonly hostname: RegExp;
}

const QUOTED = '"?([\\w.-]{1,63})"?';
const host = (words: string): RegExp => new RegExp(`^ *${words} ${QUOTED}`, 'm');

/** By the marks that these systems write at the head of their configurations, as their makers' manuals show them. */
export const MAKERS: readonly Maker[] = [
  {
    vendor: 'a10',
    platform: 'acos',
    sign: /^!64-bit Advanced Core OS|^slb (?:server|virtual-server|service-group) \S+/m,
    hostname: host('hostname'),
  },
  {
    vendor: 'aruba',
    platform: 'aos-cx',
    sign: /^!Version ArubaOS-CX|^!export-password: /m,
    hostname: host('hostname'),
  },
  {
    vendor: 'hpe',
    platform: 'procurve',
    sign: /^; \S+ Configuration Editor; Created on release/m,
    hostname: host('hostname'),
  },
  {
    vendor: 'hpe',
    platform: 'comware',
    sign: /^ version [57]\.\d\.\d{1,4}, (?:Release|Feature|Alpha|Beta|Demo|ESS) /m,
    hostname: host('sysname'),
  },
  {
    vendor: 'f5',
    platform: 'big-ip',
    sign: /^#TMSH-VERSION: |^(?:ltm|net|sys) \S+ (?:\/Common\/|global-settings )/m,
    hostname: host('hostname'),
  },
  {
    vendor: 'checkpoint',
    platform: 'gaia',
    sign: /^# Language version: \d+(?:\.\d+)?v\d/m,
    hostname: host('set hostname'),
  },
  { vendor: 'dell', platform: 'os10', sign: /^! Version 10\.\d+\.\d+/m, hostname: host('hostname') },
  {
    vendor: 'dell',
    platform: 'force10',
    sign: /^! Version [89]\.\d+\(|^! Dell (?:EMC )?Networking OS/m,
    hostname: host('hostname'),
  },
  {
    vendor: 'extreme',
    platform: 'exos',
    sign: /^# Module devmgr configuration\.$/m,
    hostname: host('configure snmp sysName'),
  },
  { vendor: 'ruckus', platform: 'fastiron', sign: /^ver 0\d\.\d\.\d{2}\w*T\d/m, hostname: host('hostname') },
  {
    vendor: 'nvidia',
    platform: 'cumulus',
    sign: /^# This file describes the network interfaces available on your system|^net add (?:hostname|bgp|interface) /m,
    hostname: host('net add hostname'),
  },
  { vendor: 'frr', platform: 'frr', sign: /^frr version \d/m, hostname: host('hostname') },
  {
    vendor: 'vyos',
    platform: 'vyos',
    sign: /vyatta-config-version|^\/\/ vyos-config-version/m,
    hostname: host('host-name'),
  },
  {
    vendor: 'netscreen',
    platform: 'screenos',
    sign: /^set vrouter "?trust-vr"?/m,
    hostname: host('set hostname'),
  },
  {
    vendor: 'zte',
    platform: 'zxros',
    sign: /^!<(?:mim|system-config|if-intf|user-interface)>$/m,
    hostname: host('hostname'),
  },
  {
    vendor: 'sonic',
    platform: 'sonic',
    sign: /^\s*"DEVICE_METADATA" ?: ?\{/m,
    hostname: /"hostname" ?: ?"([\w.-]{1,63})"/,
  },
];

/** The maker whose marks stand in a text; null when none of them do. */
export function makerOf(text: string): Maker | null {
  return MAKERS.find((maker) => maker.sign.test(text)) ?? null;
}
