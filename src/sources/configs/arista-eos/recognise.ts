import type { Head } from '../../kit/contract.ts';

/** Text that other systems print and EOS never does. */
const FOREIGN: readonly RegExp[] = [
  /^Current configuration : \d|^Cisco IOS(?: XE)? Software|^service timestamps |^boot-start-marker|^line vty \d|^version 1\d\.\d/m,
  /^!Command: show|^Cisco Nexus Operating System|^feature [a-z-]+$|^vdc \S+ id /m,
  /^!! IOS XR|^Cisco IOS XR Software|^RP\/\d+\/\S+#/m,
  /^ASA Version |^: Saved$/m,
  /^(?:set|delete) (?:system|interfaces|deviceconfig|protocols|security) /m,
  /^(?:system|interfaces) ?\{$|^## Last (?:commit|changed)/m,
  /^sysname |^#config-version=|^config system |^frr version |^Huawei Versatile|^TiMOS-|^# TiMOS/m,
  /^ {1,3}ip address \d+\.\d+\.\d+\.\d+ 255\./m,
  /^(?:\S+ )?login: |^\/\* |^<\?xml|^#!\/|^\{/,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^! device: \S+ \(\S+, EOS-[^)]{1,60}\)$/m, weight: 0.9 },
  { test: /^!RANCID-CONTENT-TYPE: arista/m, weight: 0.9 },
  { test: /^! Command: show (?:running|startup)-config/m, weight: 0.3 },
  { test: /^! ?boot system flash:\S*EOS/m, weight: 0.4 },
  { test: /^transceiver qsfp default-mode /m, weight: 0.5 },
  { test: /^service routing protocols model (?:multi-agent|ribd)$/m, weight: 0.6 },
  {
    test: /^management (?:api (?:http-commands|gnmi|netconf)|ssh|telnet|console|security|cvx)$/m,
    weight: 0.5,
  },
  { test: /^daemon [A-Z]\w+$/m, weight: 0.3 },
  { test: /^(?:no )?aaa root(?: |$)/m, weight: 0.4 },
  { test: /^username \S+ (?:privilege \d+ )?(?:role \S+ )?secret sha512 \$6\$/m, weight: 0.4 },
  { test: /^username \S+ (?:privilege \d+ )?role \S+ (?:secret \d|nopassword)/m, weight: 0.3 },
  { test: /^(?:! ?)?boot system flash\S* ?\S*\.swi$/m, weight: 0.4 },
  { test: /^event-handler \S+$/m, weight: 0.3 },
  { test: /^vrf instance \S+$/m, weight: 0.3 },
  { test: /^interface (?:Management\d|Vxlan1)/m, weight: 0.3 },
  { test: /^interface Ethernet\d+(?:\/\d+)?$/m, weight: 0.1 },
  { test: /^ {3}ip address \d+\.\d+\.\d+\.\d+\/\d+/m, weight: 0.2 },
  { test: /^ip virtual-router mac-address /m, weight: 0.3 },
  { test: /^mlag configuration$/m, weight: 0.4 },
  { test: /^ip routing(?: vrf \S+)?$/m, weight: 0.1 },
  { test: /^(?:hostname \S+|spanning-tree mode mstp)$/m, weight: 0.1 },
  { test: /^Arista (?:DCS|CCS|vEOS|cEOS)\S*$/m, weight: 0.6 },
  { test: /^Software image version: +\d\.\d+/m, weight: 0.4 },
  { test: /^ +(?:DCS|CCS)-\S+ .{0,100}port /m, weight: 0.5 },
  // Neighbours quote the text of their software.
  {
    test: /^(?:Device ID: ?|System Description:|Chassis id: |Interface \S+ detected \d+ LLDP)/m,
    weight: -0.6,
  },
];

/** How sure we are that the head is EOS text; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  if (FOREIGN.some((sign) => sign.test(text))) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.max(0, Math.min(0.96, score));
}
