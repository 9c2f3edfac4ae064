import type { Head } from '../../kit/contract.ts';

/** Signs of an export and of what RouterOS prints. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/^# (?:\S{10,11} \d\d:\d\d:\d\d )?by RouterOS \d/m, 0.95],
  [
    /^\/(?:interface|ip|ipv6|system|routing|user|snmp|tool|queue|ppp|radius|certificate)(?:[ /][a-z0-9-]+){0,4}\r?\n(?:add|set) [a-z[*\d]/m,
    0.5,
  ],
  [
    /^\/(?:interface|ip|ipv6|system|routing|user|snmp|tool|queue|ppp|radius)(?:[ /][a-z0-9-]+){0,4} (?:add|set) (?:\S+ )?(?:\[ ?find |[a-z][\w.-]*=)/m,
    0.5,
  ],
  [/^add (?:[a-z][\w.-]*=\S+ ?){2}/m, 0.2],
  [/^set \[ find /m, 0.3],
  [/^\[[\w.+-]{1,63}@[^\]\n]{1,64}\] (?:\/[\w /-]{1,80})?> ?\/?[a-z]/m, 0.5],
  [/^ {4,24}architecture-name: \S+$/m, 0.4],
  [/^ {4,24}platform: MikroTik$/m, 0.5],
  [/^ {2,24}routerboard: (?:yes|no)$/m, 0.5],
];

/** How sure we are that the head is RouterOS text. */
export function recognise({ text }: Head): number {
  if (text.includes('\u0000\u0000')) return 0;
  const plain = text.replaceAll('\r', '');
  let score = 0;
  for (const [test, weight] of SIGNS) if (test.test(plain)) score += weight;
  return score < 0.45 ? 0 : Math.min(score, 0.97);
}
