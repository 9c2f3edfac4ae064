import type { Head } from '../../kit/contract.ts';

/** Text that only other systems print; Comware of H3C and HPE looks most like VRP. */
const FOREIGN: readonly RegExp[] = [
  /^(?:Current configuration :|Building configuration|!Command: |!! IOS XR|## Last (?:commit|changed)|#config-version=|: Saved$|# TiMOS)/m,
  /^ ?version \d\.\d+(?:\.\d+)?, (?:Release|ESS|Feature|Alpha|Beta|Demo)/m,
  /^interface (?:Vlan-interface|M-GigabitEthernet|Bridge-Aggregation|Ten-GigabitEthernet|Route-Aggregation)\d/m,
  /^(?: user-role network-admin| port link-mode (?:bridge|route)|line (?:vty|aux|console) \d|Comware|H3C Comware|HPE? Comware)/m,
  /^ ?(?:acl (?:advanced|basic) |header motd |dhcp server forbidden-ip|local-user \S+ class |irf |password hash )|^ +address-family (?:ipv4|ipv6)|^ password hash /m,
  /^(?:hostname |version 1\d\.\d$|set (?:system|interfaces) )/m,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^Huawei Versatile Routing Platform Software/m, weight: 0.9 },
  { test: /^VRP \(R\) [Ss]oftware, Version \d/m, weight: 0.8 },
  { test: /^! ?Software Version V\d{3}R\d{3}C/m, weight: 0.8 },
  { test: /^\[V\d{3}R\d{3}C\w+\]$/m, weight: 0.7 },
  { test: /^ ?sysname \S+$/m, weight: 0.35 },
  { test: /^ ?(?:user-interface (?:con|vty|aux|console) \d|user-interface maximum-vty)/m, weight: 0.25 },
  {
    test: /^ {1,2}local-user \S+ (?:password (?:irreversible-cipher|cipher|simple)|privilege level \d|service-type )/m,
    weight: 0.25,
  },
  {
    test: /^ ?(?:info-center |snmp-agent |stelnet server |undo telnet server |ntp-service unicast)/m,
    weight: 0.2,
  },
  { test: /^interface (?:X?GigabitEthernet|Vlanif|Eth-Trunk|MEth|LoopBack|\d+GE)\d/m, weight: 0.2 },
  {
    test: /^ ?(?:ip vpn-instance|ip route-static|acl number|hwtacacs-server template|undo \w)/m,
    weight: 0.15,
  },
  { test: /^aaa ?\r?\n authentication-scheme /m, weight: 0.25 },
  { test: /^(?:HRP_[MS])?<[\w.-]{1,63}> ?dis(?:p(?:l(?:ay?)?)?)? ?\w/m, weight: 0.5 },
  { test: /^return$/m, weight: 0.1 },
  // Neighbours quote the text of their software.
  {
    test: /^(?:.{1,60} has \d+ neighbor|Neighbor index ?:|System description|.{0,4}(?:ChassisId|System name|SysName) ?:|\[H3C|.{0,4}TTL: |Neighbor learned on port)/im,
    weight: -2,
  },
];

/** How sure we are that the head is text of Huawei VRP; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  if (
    FOREIGN.some((sign) => sign.test(text)) &&
    !/^Huawei Versatile|^! ?Software Version V\d{3}R/m.test(text)
  )
    return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.min(0.97, score);
}
