import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { factProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING, technique } from '../kit/sources.ts';
import { fixOfSnmp } from './fix.ts';
import { type WeakAccess, weakAccess } from './weak-access.ts';

function hitOf(view: DeviceView, { key, seen, gone, first, last, absentAt }: Standing<WeakAccess>): Hit {
  const { item } = seen.at(-1) as (typeof seen)[number];
  const notes: string[] = [];
  if (gone) notes.push('The newest configuration no longer has it.');
  if (absentAt !== null) notes.push('An older configuration does not have it.');
  return makeHit({
    key,
    title: `${view.device.id} answers to ${item.what}`,
    severity: shiftSeverity(item.severity, gone ? -1 : 0),
    confidence: 'high',
    first,
    last,
    proof: seen.map(({ facts, item: each }) => factProof(facts, each, { text: each.text, shows: each.what })),
    notes,
  });
}

/** SNMP that is weaker than version 3 with authentication and encryption (hardening guidance; facts H17). */
export const check: Check = {
  id: 'snmp-not-authpriv',
  asks: 'Does this device accept SNMP without authentication and encryption?',
  title: 'SNMP without authentication and encryption',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1602.001', 'T1040'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['snmp', 'acls'], over: 'snapshot' }],
  selects: [],
  flows: null,
  evaluate: (view) =>
    standing(view, (facts) => weakAccess(facts).map((item) => ({ key: item.key, item }))).map((group) =>
      hitOf(view, group),
    ),
  fix: (_view, facts) => fixOfSnmp(facts),
  otherExplanations: [
    'An old management system knows no version 3.',
    'A guard stands in front: a control-plane policy or a separate management network.',
  ],
  next: [
    'Run `show snmp`, `show snmp group` and `show snmp user` on the device; users of version 3 stand only there.',
    'Look for writes: the check snmp-write, and `%SYS-5-CONFIG_I: Configured from A by snmp` in the log.',
    'Remove communities. Set `snmp-server group NAME v3 priv … access ACL` and users with SHA and AES.',
  ],
  sources: [HARDENING, AA25_239A, technique('T1602.001', 'SNMP (MIB Dump)')],
  fleet: false,
};
