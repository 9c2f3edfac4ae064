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

const HOSTNAME = /^ *hostname "?([\w.-]{1,63})"?/m;

/** By the marks that these systems write at the head of their configurations, as their makers' manuals show them. */
export const MAKERS: readonly Maker[] = [
  {
    vendor: 'adtran',
    platform: 'aos',
    sign: /^! ADTRAN OS version /m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'a10',
    platform: 'acos',
    sign: /^!64-bit Advanced Core OS|^slb (?:server|virtual-server|service-group) \S+/m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'aruba',
    platform: 'aos-cx',
    sign: /^!Version ArubaOS-CX|^!export-password: /m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'hpe',
    platform: 'procurve',
    sign: /^; \S+ Configuration Editor; Created on release/m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'hpe',
    platform: 'comware',
    sign: /^ version [57]\.\d\.\d{1,4}, (?:Release|Feature|Alpha|Beta|Demo|ESS) /m,
    hostname: /^ *sysname "?([\w.-]{1,63})"?/m,
  },
  {
    vendor: 'f5',
    platform: 'big-ip',
    sign: /^#TMSH-VERSION: |^(?:ltm|net|sys) \S+ (?:\/Common\/|global-settings )/m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'checkpoint',
    platform: 'gaia',
    sign: /^# Language version: \d+(?:\.\d+)?v\d/m,
    hostname: /^ *set hostname "?([\w.-]{1,63})"?/m,
  },
  { vendor: 'dell', platform: 'os10', sign: /^! Version 10\.\d+\.\d+/m, hostname: HOSTNAME },
  {
    vendor: 'dell',
    platform: 'force10',
    sign: /^! Version [89]\.\d+\(|^! Dell (?:EMC )?Networking OS/m,
    hostname: HOSTNAME,
  },
  {
    vendor: 'extreme',
    platform: 'exos',
    sign: /^# Module devmgr configuration\.$/m,
    hostname: /^ *configure snmp sysName "?([\w.-]{1,63})"?/m,
  },
  { vendor: 'ruckus', platform: 'fastiron', sign: /^ver 0\d\.\d\.\d{2}\w*T\d/m, hostname: HOSTNAME },
  {
    vendor: 'nvidia',
    platform: 'cumulus',
    sign: /^# This file describes the network interfaces available on your system|^net add (?:hostname|bgp|interface) /m,
    hostname: /^ *net add hostname "?([\w.-]{1,63})"?/m,
  },
  { vendor: 'frr', platform: 'frr', sign: /^frr version \d/m, hostname: HOSTNAME },
  {
    vendor: 'vyos',
    platform: 'vyos',
    sign: /vyatta-config-version|^\/\/ vyos-config-version/m,
    hostname: /^ *host-name "?([\w.-]{1,63})"?/m,
  },
  {
    vendor: 'netscreen',
    platform: 'screenos',
    sign: /^set vrouter "?trust-vr"?/m,
    hostname: /^ *set hostname "?([\w.-]{1,63})"?/m,
  },
  {
    vendor: 'zte',
    platform: 'zxros',
    sign: /^!<(?:mim|system-config|if-intf|user-interface)>$/m,
    hostname: HOSTNAME,
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
