import type { Head } from '../../kit/contract.ts';

/** Text that other systems print and NX-OS never does. */
const FOREIGN: readonly RegExp[] = [
  /^Current configuration : \d|^Cisco IOS(?: XE)? Software|^service timestamps |^boot-start-marker|^line vty \d|^version 1\d\.\d$/m,
  /^!! IOS XR|Cisco IOS XR Software|^RP\/\d+\/\S+#/m,
  /^ASA Version |^: Saved$|Adaptive Security Appliance/m,
  /^! Command: show|^! device: .* EOS|^Arista |^management api |^daemon [A-Z]/m,
  /^(?:set|delete) (?:system|interfaces|deviceconfig|protocols|security) /m,
  /^(?:system|interfaces) ?\{$|^## Last (?:commit|changed)/m,
  /^sysname |^#config-version=|^config system |^frr version |^Huawei Versatile|^TiMOS-|^# TiMOS|^Dell Networking OS/m,
  /^ {1,3}ip address \d+\.\d+\.\d+\.\d+ 255\.|^! version \d_\d/m,
  /^(?:\S+ )?login: |^\/\* |^<\?xml|^#!\/|^{/,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^!Command: show (?:running|startup)-config/m, weight: 0.7 },
  { test: /^!RANCID-CONTENT-TYPE: cisco-nx/m, weight: 0.8 },
  { test: /^!Running configuration last done at: /m, weight: 0.3 },
  { test: /^version \d+\.\d+\(\d+[a-z]?\)/m, weight: 0.5 },
  {
    test: /^feature (?:telnet|ssh|nxapi|bash-shell|tacacs\+|bgp|ospf|lldp|lacp|vpc|interface-vlan|hsrp|netflow|scp-server|scheduler|privilege|nv overlay|vn-segment-vlan-based|pim|eigrp|isis|pbr|bfd|udld|dhcp|tunnel|sftp-server)$/m,
    weight: 0.4,
  },
  { test: /^vdc \S+ id \d+$/m, weight: 0.6 },
  { test: /^vrf context \S+$/m, weight: 0.35 },
  { test: /^username \S+ password \d \S+ {1,2}role \S+/m, weight: 0.5 },
  { test: /^snmp-server user \S+ (?:\S+ )?auth \S+ 0x[0-9a-f]+ priv .{0,200}localizedkey/m, weight: 0.5 },
  { test: /^line (?:vty|console)$/m, weight: 0.15 },
  { test: /^interface Ethernet\d+\/\d+(?:\/\d+)?$/m, weight: 0.15 },
  { test: /^interface (?:mgmt0|nve\d|port-channel\d+)$/m, weight: 0.2 },
  { test: /^ {2}vrf member \S+$/m, weight: 0.3 },
  { test: /^copp profile \w+$/m, weight: 0.3 },
  { test: /^boot nxos \S+/m, weight: 0.5 },
  { test: /^(?:hostname|switchname) \S+$/m, weight: 0.1 },
  { test: /^Cisco Nexus Operating System \(NX-OS\) Software/m, weight: 0.7 },
  { test: /^ {1,3}(?:NXOS|system):? +(?:image file is|version)/m, weight: 0.4 },
  { test: /^ {1,3}kickstart(?:: +version| image file is)/m, weight: 0.4 },
  { test: /^NAME: "Chassis", {1,2}DESCR: "Nexus/m, weight: 0.7 },
  { test: /^`show [a-z].{1,100}`$/m, weight: 0.4 },
  // Neighbours quote the text of their software, and logs that of a restart.
  { test: /^(?:Device ID: ?|System Description:|Chassis id: |Local Intf: )/m, weight: -0.5 },
];

/** How sure we are that the head is NX-OS text; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  if (FOREIGN.some((sign) => sign.test(text))) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.max(0, Math.min(0.96, score));
}
