import type { Head } from '../../kit/contract.ts';

/** Text that only other systems print. */
const FOREIGN: readonly RegExp[] = [
  /^(?:Current configuration :|Building configuration|!Command: |!! IOS XR|## Last (?:commit|changed)|#config-version=|: Saved$)/m,
  /^(?:sysname |\/interface |set (?:system|interfaces|deviceconfig) )/m,
  /^\/(?:acl|interface|network-instance|system|routing-policy) \S+ /m,
  /^\s*<\?xml|^\s*\{\s*$/,
];

interface Sign {
  readonly test: RegExp;
  readonly weight: number;
}

const SIGNS: readonly Sign[] = [
  { test: /^#? ?TiMOS-[A-Z]+-[\d.]+[\w.]* \S+ (?:Nokia|ALCATEL|Alcatel)/m, weight: 0.8 },
  { test: /^# TiMOS-/m, weight: 0.5 },
  { test: /^# Configuration format version \d+\.\d+ revision \d+/m, weight: 0.5 },
  { test: /^exit all\s{1,4}configure$/m, weight: 0.6 },
  { test: /^echo "[\w /()-]{1,80} Configuration"$/m, weight: 0.5 },
  { test: /^configure \{$/m, weight: 0.35 },
  {
    test: /^ {4}(?:router "|card \d+ \{|port [\w/]+ \{|policy-options \{|system \{|service \{)/m,
    weight: 0.15,
  },
  { test: /^ +admin-state (?:enable|disable)$/m, weight: 0.2 },
  { test: /^\/configure (?:router|system|service|port|card|filter|policy-options|qos|log) /m, weight: 0.7 },
  { test: /^persistent-indices \{$/m, weight: 0.4 },
  { test: /^ {8}(?:security|login-control|management-interface)$/m, weight: 0.1 },
  {
    test: /^[*!]?[A-D]:[\w.-]+(?:@[\w.-]+)?(?:>[\w>-]+)?# ?(?:admin (?:display-config|show configuration)|show |info)/m,
    weight: 0.6,
  },
  { test: /^System (?:Version|Type) {3,}: /m, weight: 0.3 },
];

/** How sure we are that the head is text of Nokia SR OS; text of other systems gets 0. */
export function recognise(head: Head): number {
  const text = head.text.replaceAll('\r', '');
  if (text.includes('\u0000\u0000')) return 0;
  if (FOREIGN.some((sign) => sign.test(text)) && !/^# TiMOS-/m.test(text)) return 0;
  let score = 0;
  for (const { test, weight } of SIGNS) if (test.test(text)) score += weight;
  return Math.min(0.97, score);
}
