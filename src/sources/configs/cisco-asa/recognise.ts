import type { Head } from '../../kit/contract.ts';

/** Text that only other systems print. */
const FOREIGN: readonly RegExp[] = [
  /^!! IOS XR|^!Command: show|Cisco Nexus Operating System|^feature [a-z-]+$/m,
  /^(?:set|delete) (?:system|interfaces|deviceconfig|protocols|security|policy-options) /m,
  /^(?:system|interfaces|version [\w.]+;)? ?\{$|^## Last (?:commit|changed)/m,
  /^sysname |^#config-version=|^config system |^frr version |Huawei Versatile|TiMOS-|^# TiMOS/m,
  /^<\?xml|^#!\/|^\s*\{\s*$|^---$/m,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^ASA Version \d/m, weight: 0.8 },
  { test: /^NGFW Version \d/m, weight: 0.8 },
  { test: /^Cisco Adaptive Security Appliance Software Version/m, weight: 0.9 },
  { test: /^: Saved$/m, weight: 0.4 },
  { test: /^: (?:Serial Number|Hardware|Written by|end$)/m, weight: 0.3 },
  { test: /^ {1,2}nameif \S+$/m, weight: 0.4 },
  { test: /^ {1,2}security-level \d+$/m, weight: 0.4 },
  {
    test: /^access-list \S+ (?:line \d+ )?(?:extended (?:permit|deny)|standard (?:permit|deny)) /m,
    weight: 0.4,
  },
  { test: /^access-group \S+ (?:in|out) interface |^access-group \S+ global$/m, weight: 0.5 },
  { test: /^access-list \S+; \d+ elements/m, weight: 0.7 },
  { test: /^tunnel-group \S+ (?:type|general-attributes|ipsec-attributes)/m, weight: 0.5 },
  { test: /^group-policy \S+ (?:internal|external|attributes)/m, weight: 0.4 },
  { test: /^object (?:network|service) \S+$/m, weight: 0.3 },
  { test: /^object-group (?:network|service|protocol) \S+/m, weight: 0.1 },
  { test: /^crypto ikev1 policy \d|^crypto ipsec ikev[12] (?:transform-set|ipsec-proposal) /m, weight: 0.5 },
  { test: /^crypto map \S+ \d+ (?:set peer|match address|set ikev)/m, weight: 0.5 },
  {
    test: /^(?:failover lan|xlate per-session|threat-detection|same-security-traffic|monitor-interface) /m,
    weight: 0.3,
  },
  {
    test: /^http server enable|^(?:ssh|telnet|http) \d+\.\d+\.\d+\.\d+ \d+\.\d+\.\d+\.\d+ \S+$/m,
    weight: 0.4,
  },
  { test: /^aaa-server \S+ (?:protocol|\(\S+\) host) /m, weight: 0.4 },
  { test: /^route \S+ \d+\.\d+\.\d+\.\d+ \d+\.\d+\.\d+\.\d+ \d/m, weight: 0.3 },
  { test: /^Cryptochecksum:/m, weight: 0.3 },
  { test: /^Name: "[^"]{1,60}", DESCR: "/m, weight: 0.5 },
  { test: /^logging host \S+ \d+\.\d+\.\d+\.\d+/m, weight: 0.1 },
  { test: /^(?:end|version \d+\.\d)$|^ +switchport /m, weight: -0.3 },
];

const SUREST = 0.95;

/** How sure we are that the head is ASA or FTD text; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  if (FOREIGN.some((sign) => sign.test(text))) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.max(0, Math.min(SUREST, score));
}
