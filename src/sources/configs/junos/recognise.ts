import type { Head } from '../../kit/contract.ts';

const BLOCK =
  /^(?:inactive: |protect: )?(system|interfaces|protocols|routing-options|policy-options|firewall|chassis|snmp|security|groups|forwarding-options|routing-instances|class-of-service|event-options|vlans|applications|access|services|logical-systems|bridge-domains|switch-options|ethernet-switching-options|poe|virtual-chassis|multi-chassis|accounting-options|dynamic-profiles|tenants) \{$/;
const CLOSED = /^\s+(?:inactive: |protect: )?[A-Za-z<][^{}]{0,400};(?: ##.*)?$/;

/** Lines that `set` form has and its look-alikes (VyOS, PAN-OS, NetScaler, CatOS) have not. */
const SET =
  /^(?:set|deactivate|delete|activate) (?:version \d|system (?:host-name|services|login|root-authentication|syslog|ntp|tacplus-server|radius-server|authentication-order|domain-name|time-zone|name-server|ports|commit|processes)\b|groups \S+ \S|apply-groups \S|interfaces (?:[a-z]{2,3}-\d+\/\d+\/\d+\S*|ae\d+|lo0|irb|fxp0|em\d|me\d|vme|reth\d+|st0|fti\d|vlan|all|<\S+>|interface-range \S+) |protocols (?:bgp (?:group|local-as|log-updown)|ospf3? (?:area|export|reference)|isis (?:interface|level|export)|mpls|lldp|ldp interface|rstp|mstp|igmp-snooping|rsvp interface|evpn)\b|routing-options (?:static|router-id|autonomous-system|rib|forwarding-table|aggregate|rib-groups|validation)\b|policy-options (?:policy-statement|prefix-list|community|as-path|condition|route-filter-list)\b|firewall (?:family|filter|policer) \S|security (?:zones|policies|ike|ipsec|nat|screen|address-book|authentication-key-chains|log|macsec)\b|routing-instances \S+ \S|snmp (?:community|v3|view|trap-group|client-list|contact|location)\b|chassis (?:cluster|fpc|aggregated-devices|redundancy)\b|forwarding-options (?:sampling|port-mirroring|analyzer|storm-control-profiles|helpers|dhcp-relay)\b|event-options \S|applications application|switch-options \S|vlans \S+ (?:vlan-id|vxlan|l3-interface)|bridge-domains \S+ \S|logical-systems \S+ \S|class-of-service \S)/;

const FOREIGN =
  /^(?:set (?:service (?:ssh|https|snmp|lldp)|interfaces ethernet eth|interfaces loopback lo |deviceconfig|rulebase|mgt-config|ns (?:config|param)|system (?:parameter|user) )|!! IOS XR|Current configuration : |# TiMOS|configure \{$|#config-version|\/configure |deviceconfig \{$|<\?xml)/m;

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^##+ Last (?:commit|changed): \d{4}-\d\d-\d\d /m, weight: 0.9 },
  { test: /^# ?RANCID-CONTENT-TYPE: juniper/m, weight: 0.9 },
  { test: /^version "?\d{1,2}\.\d[\w.-]*"?;$/m, weight: 0.6 },
  {
    test: /^[\w.-]{1,64}@[\w.-]{1,64}(?::[\w-]{1,20})?> (?:sh(?:ow)?|set cli|request|file|configure|edit) ?/m,
    weight: 0.5,
  },
  {
    test: /^\{(?:master|backup|primary|secondary|linecard|hold|disabled)(?::[\w-]{1,12})?\}(?:\[edit[^\]]{0,100}\])?$/m,
    weight: 0.4,
  },
  { test: /^Hostname: \S{1,100}\nModel: \S/m, weight: 0.6 },
  { test: /^(?:JUNOS|Junos) .{1,100}\[[\w.-]{3,60}\]$/m, weight: 0.5 },
  { test: /^Hardware inventory:\nItem +Version +Part number +Serial number/m, weight: 0.8 },
  { test: /^Interface +Admin Link Proto +Local +Remote$/m, weight: 0.8 },
  {
    test: /^Current time: \d{4}-\d\d-\d\d .{0,30}\n(?:Time Source: .{0,30}\n)?System booted: /m,
    weight: 0.8,
  },
  {
    test: /^\d{1,3} +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S{1,8} by \S{1,64} via (?:cli|netconf|junoscript|other|button|autoinstall)/m,
    weight: 0.8,
  },
  { test: /^ *Total active tunnels: \d+/m, weight: 0.5 },
];
/** Output of any BSD, of this make only with its daemons. */
const DAEMONS = /\b(?:mgd|rpd|chassisd|dcd|pfed|jsd|rmopd|ppmd)\b/;
const BSD =
  /^last pid: |^ *PID +(?:TT|USERNAME|USER) .{0,80}COMMAND$|^Active Internet connections \(including servers\)/m;

/** How sure we are that the head is Junos text; text of look-alikes gets 0. */
export function recognise(head: Head): number {
  if (head.text.includes('\u0000\u0000')) return 0;
  const text = head.text.includes('\r') ? head.text.replaceAll('\r', '') : head.text;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  if (score < 0.9) score += Math.max(fromBlocks(text), fromSet(text));
  if (BSD.test(text) && DAEMONS.test(text)) score += 0.6;
  if (FOREIGN.test(text) && score < 0.9) return 0;
  return Math.min(0.95, score);
}

/** Blocks at the margin whose names only Junos has, with statements that end in semicolons. */
function fromBlocks(text: string): number {
  const names = new Set<string>();
  let closed = 0;
  for (const line of text.split('\n', 4000)) {
    if (line.length > 500) continue;
    const block = BLOCK.exec(line);
    if (block) names.add(block[1] as string);
    else if (closed < 3 && CLOSED.test(line)) closed += 1;
  }
  if (names.size === 0 || closed === 0) return 0;
  return Math.min(0.9, 0.35 + 0.2 * names.size + (closed > 2 ? 0.1 : 0));
}

function fromSet(text: string): number {
  let count = 0;
  for (const line of text.split('\n', 2000)) {
    if (line.length > 4000 || !SET.test(line)) continue;
    count += 1;
    if (count === 4) break;
  }
  return [0, 0.5, 0.65, 0.8, 0.9][count] as number;
}
