import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { factProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING } from '../kit/sources.ts';
import { fixOfVty } from './fix.ts';
import { openSide, type Problem, type ProblemKind, problemsOf } from './problems.ts';

const SEVERITY: Readonly<Record<ProblemKind, Severity>> = {
  'no-login': 'high',
  'no-acl': 'medium',
  telnet: 'medium',
  'no-acl-ipv6': 'low',
  outbound: 'low',
};

const rangeOf = ({ line }: Problem): string =>
  line.first === line.last ? `vty ${line.first}` : `vty ${line.first} ${line.last}`;

function lineText(problem: Problem): string {
  const { privilege } = problem.line;
  return `line ${rangeOf(problem)}${privilege === null ? '' : `, privilege level ${privilege}`}`;
}

function hitOf(view: DeviceView, group: Standing<Problem>): Hit {
  const seen = group.seen;
  const { kind } = (seen[0] as (typeof seen)[number]).item;
  const ranges = [...new Set(seen.map(({ item }) => rangeOf(item)))].sort();
  const what = [...new Set(seen.map(({ item }) => item.what))].sort().join('; ');
  const side =
    kind === 'no-acl' ? seen.map(({ facts }) => openSide(facts)).find((name) => name !== null) : null;
  const notes: string[] = [];
  if (side) notes.push(`${side} has an address outside the private space, so strangers may reach the lines.`);
  if (group.gone) notes.push('The newest configuration no longer has it.');
  if (seen.every(({ item }) => !item.written && kind === 'telnet'))
    notes.push('No line says which protocols come in; the default differs between releases.');
  const atOnce = seen.some(({ item }) => item.line.privilege === 15);
  if (atOnce && kind !== 'outbound')
    notes.push('`privilege level 15` stands on the line: a session starts with all rights.');
  // Only without a login does the level of the line hold for everybody: a user may have one of its own.
  const worse = (side ? 1 : 0) + (atOnce && kind === 'no-login' ? 1 : 0);
  const severity = shiftSeverity(SEVERITY[kind], worse - (group.gone ? 1 : 0));
  return makeHit({
    key: kind,
    title: `${view.device.id} has terminal lines (${ranges.join(', ')}) with ${what}`,
    severity,
    confidence: seen.some(({ item }) => item.written) || kind !== 'telnet' ? 'high' : 'medium',
    proof: seen.map(({ facts, item }) =>
      factProof(facts, item.line, { text: lineText(item), shows: item.what }),
    ),
    first: group.first,
    last: group.last,
    notes,
  });
}

/** Terminal lines that are open too widely (hardening guidance of December 2024; facts H15). */
export const check: Check = {
  id: 'vty-exposed',
  asks: 'Can anybody reach the terminal lines of this device, or use it as a jump host?',
  title: 'terminal lines open too widely',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1021.004', 'T1021'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['lines', 'acls'], over: 'snapshot' }],
  selects: [],
  flows: null,
  evaluate: (view) =>
    standing(view, (facts) => problemsOf(facts).map((item) => ({ key: item.kind, item }))).map((group) =>
      hitOf(view, group),
    ),
  limits: (view) => {
    const without = wholeConfigs(view).filter((facts) => !facts.lines.some((line) => line.kind === 'vty'));
    if (without.length === 0) return [];
    const text = 'The configuration names no terminal lines, which no router lacks.';
    const cheapest = 'Run `show running-config | section line` and `show line` on the device.';
    return [limit('unread-lines', ['config'], { text, cheapest })];
  },
  fix: (view, facts) => fixOfVty(facts, view.fleet.managementNetworks),
  otherExplanations: [
    'Another guard stands in front: a control-plane policy, an access list on every interface, or a separate network.',
    'The lines are left open for a lab or for a migration.',
  ],
  next: [
    'Run `show line`, `show access-lists` and `show users` on the device.',
    'Look in the logs for logins from outside the management networks (check login-outside-management).',
    'Bind an access list with `access-class NAME in vrf-also`, allow SSH only, and set `transport output none`.',
  ],
  sources: [HARDENING, AA25_239A],
  fleet: true,
};
