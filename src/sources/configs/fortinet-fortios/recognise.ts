import type { Head } from '../../kit/contract.ts';

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

/** `config` alone is a word of many languages: only tables of FortiOS and its blocks count. */
const SIGNS: readonly Sign[] = [
  { test: /^#config-version=[A-Z0-9]{3,12}-\d/m, weight: 0.95 },
  { test: /^Version: Forti[A-Za-z]{1,12}-\S{1,24} v\d{1,2}\.\d/m, weight: 0.9 },
  {
    test: /^(?:ha )?[\w.-]{1,63} (?:\(\w+\) )?# (?:show full-configuration|get system status|show system )/m,
    weight: 0.5,
  },
  {
    test: /^ {0,8}config (?:system|firewall|router|user|vpn|log|wireless-controller|webfilter|antivirus|ips|application|switch-controller) [a-z]/m,
    weight: 0.3,
  },
  { test: /^config (?:vdom|global)\r?$/m, weight: 0.2 },
  { test: /^ {4,12}edit (?:"[^"\n]{1,80}"|\d{1,10})\r?\n {4,16}(?:set|next|unset|config) ?/m, weight: 0.3 },
  { test: /^ {4,12}next\r?\n(?: {0,8}end|config|\s+edit )/m, weight: 0.15 },
  { test: /^ {4,8}set [a-z][\w-]{1,50} \S/m, weight: 0.15 },
  { test: /^end\r?$/m, weight: 0.05 },
  {
    test: /^ {4,12}set (?:allowaccess|vdom|accprofile|psksecret ENC|password ENC|snmp-index|uuid [\da-f]{8}-) ?/m,
    weight: 0.25,
  },
];
/** FortiManager, FortiSwitch and others write blocks alike; text of other languages never does. */
const FOREIGN = /^(?:interface |hostname |set (?:system|deviceconfig|interfaces) |<\?xml|!)/m;

/** How sure we are that the head is FortiOS text. */
export function recognise({ text }: Head): number {
  if (text.includes('\u0000\u0000')) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  if (score >= 0.9) return Math.min(score, 0.97);
  return FOREIGN.test(text) || score < 0.45 ? 0 : score;
}
