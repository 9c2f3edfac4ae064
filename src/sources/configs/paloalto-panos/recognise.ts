import type { Head } from '../../kit/contract.ts';

/** Signs of the three forms and of show output; each alone is enough or nearly so. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [
    /^set (?:config |template \S+ config )?(?:devices \S+ )?deviceconfig (?:system|setting|high-availability) /m,
    0.6,
  ],
  [
    /^set (?:config )?(?:shared )?(?:mgt-config users|(?:devices \S+ )?network (?:virtual-router|interface (?:ethernet|loopback|tunnel|vlan|aggregate-ethernet)|profiles interface-management-profile|ike crypto-profiles)|rulebase (?:security|nat)|readonly devices|(?:vsys|devices|device-group) \S+ (?:rulebase|zone|vsys|address|pre-rulebase)|shared (?:botnet|application|pre-rulebase|log-settings)) /m,
    0.5,
  ],
  [/^config \{\r?\n\s+(?:mgt-config|shared|devices|panorama|readonly) \{/m, 0.9],
  [/^ {2,6}localhost\.localdomain \{/m, 0.3],
  [/<config [^>\n]{0,200}(?:urldb="paloaltonetworks"|detail-version=")/, 0.95],
  [/<(?:mgt-config|deviceconfig)>/, 0.5],
  [/<entry name="localhost\.localdomain">/, 0.45],
  [/^sw-version: \d/m, 0.5],
  [
    /^(?:url-db: paloaltonetworks|threat-version: |wildfire-version: |global-protect-client-package-version: )/m,
    0.4,
  ],
  [/^[\w.-]{1,63}@[\w.-]{1,63}(?:\([\w-]{1,30}\))?[>#] (?:show system info|show config|show admins)/m, 0.5],
];
/** Junos writes `set` lines and prompts alike. */
const FOREIGN =
  /^set (?:system host-name|version \d|groups |security policies|routing-options|interfaces [a-z]{2}-)|^## Last (?:commit|changed)|^#config-version=/m;

/** How sure we are that the head is PAN-OS text. */
export function recognise({ text }: Head): number {
  if (text.includes('\u0000\u0000')) return 0;
  let score = 0;
  for (const [test, weight] of SIGNS) if (test.test(text)) score += weight;
  if (FOREIGN.test(text)) score -= 0.6;
  return score < 0.4 ? 0 : Math.min(score, 0.97);
}
