import type { Head } from '../../kit/contract.ts';

/** Text that only other makes and other systems of the same make print. */
const FOREIGN: readonly RegExp[] = [
  /^!! IOS XR|Cisco IOS XR Software|^!! Last configuration change|^RP\/\d+\/\S+#/m,
  /^!Command: show|Cisco Nexus Operating System|NX-OS|^feature [a-z-]+$|^vdc \S+ id |^version \d\.\d\(\d+\)[A-Z]\d/m,
  /^ASA Version |^: Saved$|^PIX Version |Adaptive Security Appliance|^: Serial Number:/m,
  /^! Command: show|^! device: .* EOS|Arista|^transceiver qsfp |^management api |^daemon [A-Z]|^service routing protocols model/m,
  /^(?:set|delete) (?:system|interfaces|deviceconfig|protocols|security|policy-options) /m,
  /^(?:system|interfaces|version [\w.]+;)? ?\{$|^## Last (?:commit|changed)/m,
  // Collectors and test beds write whose configuration it is.
  /^!RANCID-CONTENT-TYPE: (?!cisco$)|^!BATFISH_FORMAT: (?!cisco_ios)|^ sysname |^logging asdm /m,
  /^sysname |^#config-version=|^config system |^frr version |^frr defaults |Huawei Versatile|TiMOS-|^# TiMOS|^sysconfig |^ver \d\d\.\d/m,
  /^! Version \d+\.\d|Dell Networking OS|^aruba|^; [A-Z]\d{4}[A-Z] Configuration Editor|^Building configuration \.\.\.$/m,
  /^ +(?:ipv4 address|ip address \d+\.\d+\.\d+\.\d+\/\d)|^(?:route-policy|prefix-set|end-policy|end-set)\b|^interface \S+\d\/\d+\/\d+\/\d+/m,
  /^ port link-type |^return$|^ port link-mode |^no route-only|^interface ethernet \d|^slb |^!Current config|^nameif |^ nameif |^access-list \S+ extended |^username \S+ .*secret sha512 |^ssh server vrf |^vlan trunk allowed/m,
  /^(?:\S+ )?login: |^\/\* |^<\?xml|^#!\//,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^Current configuration : \d+ bytes/m, weight: 0.5 },
  { test: /^! Last configuration change at /m, weight: 0.4 },
  { test: /^!RANCID-CONTENT-TYPE: cisco$/m, weight: 0.7 },
  { test: /^Using \d+ out of \d+ bytes/m, weight: 0.4 },
  { test: /^Building configuration\.\.\.$/m, weight: 0.25 },
  { test: /^version 1\d\.\d/m, weight: 0.35 },
  { test: /^service timestamps (?:log|debug) /m, weight: 0.35 },
  { test: /^boot-start-marker$/m, weight: 0.4 },
  { test: /^(?:no )?aaa new-model$/m, weight: 0.3 },
  { test: /^(?:no )?ip http (?:secure-)?server$/m, weight: 0.3 },
  { test: /^line (?:vty|con|aux) \d/m, weight: 0.3 },
  { test: /^hostname \S+$/m, weight: 0.15 },
  {
    test: /^interface (?:(?:Ten|TwentyFive|Fifty|Hundred)?Gig[A-Za-z]*|FastEthernet|Loopback|Tunnel|Serial|Vlan)\d+(?:\/\d+){0,2}(?:\.\d+)?$|^interface Ethernet\d+\/\d/m,
    weight: 0.2,
  },
  { test: /^ ip address \d+\.\d+\.\d+\.\d+ 2\d\d\.\d+\.\d+\.\d+/m, weight: 0.25 },
  { test: /^(?:no )?(?:ip classless|ip subnet-zero|ip cef|service pad|mmi polling-interval)/m, weight: 0.25 },
  { test: /^username \S+ (?:privilege \d+ )?(?:secret|password) \d/m, weight: 0.25 },
  {
    test: /^(?:snmp-server (?:community|host|group)|access-list \d+ (?:permit|deny)|ip access-list (?:standard|extended)) /m,
    weight: 0.25,
  },
  {
    test: /^(?:ip route \d|router (?:bgp|ospf|eigrp) \S|enable secret \d|logging host |ntp server |tacacs server )/m,
    weight: 0.15,
  },
  {
    test: /^(?:Cisco IOS(?: XE)? Software|IOS \(tm\)|Cisco Internetwork Operating System Software)/m,
    weight: 0.4,
  },
  { test: /^\S+ uptime is \d/m, weight: 0.4 },
  // Neighbours quote the text of their software, and logs that of a restart.
  { test: /^(?:Device ID: ?|System Description:|Local Intf: |Chassis id: )/m, weight: -0.35 },
  { test: /^.{0,60}%[A-Z0-9_]{2,30}-[0-7]-[A-Z0-9_]{2,40}: /m, weight: -0.35 },
  { test: /^System image file is "/m, weight: 0.2 },
  { test: /^NAME: ".{0,100}DESCR: ".{0,200}Cisco/m, weight: 0.4 },
  {
    test: /^(?:Directory of (?:boot|slot)?(?:flash|nvram|disk)\S*:\/|verify \/(?:md5|sha512) \()/m,
    weight: 0.4,
  },
  { test: /^[\w.-]{1,63}[#>] ?sh(?:ow)? (?:run|start|ver|inv|clock)/m, weight: 0.35 },
  {
    test: /^[*.]?\d\d:\d\d:\d\d\.\d{3} \w{2,5} [A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{4}$/m,
    weight: 0.3,
  },
];

const SUREST = 0.95;
const AGAINST = SIGNS.filter(({ weight }) => weight < 0);
const FOR = SIGNS.filter(({ weight }) => weight > 0);

/** How sure we are that the head is Cisco IOS or IOS XE text; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  const ios =
    /^(?:Cisco IOS(?: XE)? Software|! Last configuration change at |Current configuration : )/m.test(text);
  const foreign = FOREIGN.filter((sign) => sign.test(text)).length;
  if (foreign > (ios ? 1 : 0) || (foreign > 0 && !ios)) return 0;
  let score = foreign > 0 ? -0.3 : 0;
  for (const { test, weight } of AGAINST) if (test.test(text)) score += weight;
  for (const { test, weight } of FOR) {
    if (test.test(text)) score += weight;
    if (score >= SUREST) return SUREST;
  }
  return Math.max(0, score);
}
