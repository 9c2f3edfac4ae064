import type { Head } from '../../kit/contract.ts';

/** Text that only other systems print. */
const FOREIGN: readonly RegExp[] = [
  /^!Command: show|Cisco Nexus Operating System|^feature [a-z-]+$|^vdc \S+ id /m,
  /^ASA Version |^: Saved$|^PIX Version /m,
  /^! Command: show|^! device: .* EOS|^daemon [A-Z]|^service routing protocols model/m,
  /^(?:set|delete) (?:system|interfaces|deviceconfig|protocols|security|policy-options) /m,
  /^(?:system|interfaces|version [\w.]+;)? ?\{$|^## Last (?:commit|changed)/m,
  /^sysname |^#config-version=|^config system |^frr version |Huawei Versatile|TiMOS-|^# TiMOS|^!<\w+>$/m,
  /^<\?xml|^#!\/|^\s*\{\s*$|^---$/m,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^!! IOS XR Configuration/m, weight: 0.95 },
  { test: /^!RANCID-CONTENT-TYPE: cisco-xr$/m, weight: 0.9 },
  { test: /^!? ?Cisco IOS XR Software, Version \S/m, weight: 0.9 },
  { test: /^RP\/\d+\/\w+\/CPU\d+:\S+?#/m, weight: 0.7 },
  { test: /^route-policy \S/m, weight: 0.2 },
  { test: /^end-(?:policy|set)$/m, weight: 0.3 },
  { test: /^(?:prefix|community|as-path|extcommunity|rd)-set \S/m, weight: 0.2 },
  { test: /^ +group (?:root-lr|root-system|cisco-support|netadmin|sysadmin)$/m, weight: 0.5 },
  { test: /^interface (?:preconfigure )?(?:Bundle-Ether\d|[A-Z]\w*\d+\/\w+\/\w+\/\d)/m, weight: 0.25 },
  { test: /^interface MgmtEth\d/m, weight: 0.5 },
  { test: /^ {1,2}ipv4 address \d+\.\d+\.\d+\.\d+/m, weight: 0.3 },
  { test: /^ip(?:v4|v6) access-list \S+$/m, weight: 0.15 },
  { test: /^ +\d+ (?:permit|deny) ipv[46] /m, weight: 0.25 },
  { test: /^router static$/m, weight: 0.3 },
  { test: /^ neighbor-group \S+$|^ {1,2}use neighbor-group /m, weight: 0.25 },
  { test: /^vty-pool \w|^line default$|^line template \S/m, weight: 0.4 },
  { test: /^ssh server (?:v2|vrf \S+|session-limit \d+)$/m, weight: 0.25 },
  {
    test: /^xml agent|^telnet vrf \S+ ipv4 server|^control-plane\n management-plane|^flow (?:exporter|monitor)-map /m,
    weight: 0.35,
  },
  { test: /^ ?(?:Label : \d|Secure Domain Router: )/m, weight: 0.2 },
  { test: /^ *Node \d+\/\w+\/CPU\d+ \[/m, weight: 0.5 },
  { test: /^ *(?:NAME: ")?(?:Name: )?(?:Rack 0|module \d+\/\w+\/CPU\d|\d\/RS?P\d\/CPU0)/m, weight: 0.5 },
  { test: /^NAME: "[^"]{1,60}", DESCR: "(?:IOS XRv|ASR9K|ASR 9\d{3})/m, weight: 0.5 },
  { test: /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d\.\d{3} [A-Za-z]{2,12}$/m, weight: 0.25 },
  { test: /^hostname \S+$/m, weight: 0.05 },
  { test: /^PID +1Min +5Min +15Min Process$/m, weight: 0.5 },
  { test: /^SNo\. Label\/ID +User +Line +Client +Time Stamp/m, weight: 0.7 },
  // IOS XR has no statement that begins with `ip`.
  {
    test: /^ *ip (?:address|access-list|route|access-group) |^interface (?:Ethernet|FastEthernet|Vlan|vlan ?)\d|^vlan \d|^access-list \d/m,
    weight: -0.3,
  },
  // Neighbours quote the text of their software.
  { test: /^(?:Device ID: ?|System Description:|Local Interface: |Chassis id: )/m, weight: -0.95 },
];

const SUREST = 0.95;

/** How sure we are that the head is IOS XR text; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  const sure = /^!! IOS XR Configuration|^!RANCID-CONTENT-TYPE: cisco-xr$/m.test(text);
  if (!sure && FOREIGN.some((sign) => sign.test(text))) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.max(0, Math.min(SUREST, score));
}
