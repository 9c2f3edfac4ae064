import type { Instant } from '../../base/time.ts';
import type { AclEntry } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import {
  admitsStrangers,
  boundTo,
  entryText,
  isWatched,
  type Role,
  roleOf,
  type TypedPermit,
  typedPermits,
} from './lists.ts';

interface Admission {
  readonly acl: string;
  readonly entry: AclEntry;
}

const NEW: Readonly<Record<Role, Severity>> = { management: 'high', unbound: 'medium', other: 'low' };

/** A standing entry is worth a look in a list of management; elsewhere only a new one is. */
function severityOf(role: Role, isNew: boolean): Severity | null {
  if (isNew) return NEW[role];
  return role === 'management' ? 'medium' : null;
}

const sourceText = (source: string): string =>
  source === 'any' ? 'everybody' : source.replace(/\/(?:32|128)$/, '');

const throughText = ({ through }: AclEntry): string => (through ? ` through object group ${through}` : '');

function boundText(view: DeviceView, acl: string): string {
  const where = boundTo(view.configs, acl);
  return where === '' ? 'bound nowhere that we know of' : `it guards ${where}`;
}

/** Permits of watched lists that let strangers in. What another entry forbids before is not worked out. */
function admissions(view: DeviceView): Standing<Admission>[] {
  return standing(view, (facts) =>
    facts.acls
      .filter((acl) => isWatched(view.configs, acl.name))
      .flatMap((acl) =>
        acl.entries
          .filter((e) => e.action === 'permit' && admitsStrangers(view, e.source, facts.takenAt))
          .map((entry) => ({ key: `acl ${acl.name} ${entry.source}`, item: { acl: acl.name, entry } })),
      ),
  );
}

function planned(
  view: DeviceView,
  acl: string,
  when: { from: Instant; to: Instant },
): ReturnType<typeof plannedChange> {
  return plannedChange(view, [`acl ${acl}`, `access-list ${acl}`, `access list ${acl}`], when);
}

function configHit(view: DeviceView, group: Standing<Admission>): Hit[] {
  const { key, seen, first, last, absentAt, gone } = group;
  const { acl, entry } = (seen.at(-1) as (typeof seen)[number]).item;
  const severity = severityOf(roleOf(view.configs, acl), absentAt !== null);
  if (severity === null) return [];
  const plan = absentAt !== null && first !== null ? planned(view, acl, { from: absentAt, to: first }) : null;
  const notes: string[] = [];
  if (absentAt !== null) notes.push('The configuration before does not have the entry.');
  if (gone) notes.push('The newest configuration no longer has it.');
  if (plan) notes.push(plannedNote(plan));
  if (!view.fleet.hasRegister) notes.push('No register of management networks was given.');
  const verb = absentAt === null ? 'admits' : 'came to admit';
  return [
    makeHit({
      key,
      title: `Access list ${acl} of ${view.device.id} (${boundText(view, acl)}) ${verb} ${sourceText(entry.source)}${throughText(entry)}`,
      severity: shiftSeverity(severity, plan ? -2 : 0),
      confidence: absentAt !== null ? 'high' : 'medium',
      first,
      last,
      proof: seen.map(({ facts, item }) =>
        factProof(facts, item.entry, {
          text: `access list ${item.acl}: ${entryText(item.entry)}`,
          shows: `${sourceText(item.entry.source)} is let in${throughText(item.entry)}`,
        }),
      ),
      addresses: entry.source === 'any' ? [] : [sourceText(entry.source)],
      notes,
    }),
  ];
}

function commandHit(view: DeviceView, { acl, source, command, opener }: TypedPermit): Hit[] {
  if (!isWatched(view.configs, acl) || !admitsStrangers(view, source, command.at)) return [];
  const severity = severityOf(roleOf(view.configs, acl), true) ?? 'low';
  const plan = command.at === null ? null : planned(view, acl, { from: command.at, to: command.at });
  const proof = [recordProof(command, `${sourceText(source)} is let in`)];
  if (opener) proof.unshift(recordProof(opener, `access list ${acl} opened`));
  return [
    makeHit({
      key: `acl ${acl} ${source}`,
      title: `${command.account} let ${sourceText(source)} into access list ${acl} of ${view.device.id} (${boundText(view, acl)})`,
      severity: shiftSeverity(severity, plan ? -2 : 0),
      confidence: 'high',
      proof,
      accounts: [command.account],
      addresses: [...(source === 'any' ? [] : [sourceText(source)]), ...(command.from ? [command.from] : [])],
      notes: plan ? [plannedNote(plan)] : [],
    }),
  ];
}

/** Access lists that let strangers manage the device (AA25-239A; facts B03, check 15). */
export const check: Check = {
  id: 'acl-admits-public',
  asks: 'Did an access list of management, or one of the lists that the actors use, come to admit strangers?',
  title: 'access list admits a stranger',
  class: 'compromise',
  severity: 'high',
  attack: ['T1562.004', 'T1599'],
  subjects: ['router'],
  needs: [
    { kinds: ['config'], areas: ['acls', 'lines', 'snmp', 'services'], over: 'snapshot', snapshots: 2 },
    { kinds: ['accounting', 'config'], areas: ['acls', 'lines', 'snmp', 'services'], over: 'period' },
  ],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate: (view) => [
    ...admissions(view).flatMap((group) => configHit(view, group)),
    ...typedPermits(view).flatMap((typed) => commandHit(view, typed)),
  ],
  limits: (view) => accountingLimits(view, 2),
  otherExplanations: [
    'A new management network or a support engineer of a vendor, admitted for a time.',
    'The carrier manages its devices from outside addresses that no register names.',
    'A list of that number serves another purpose, such as translation or route filtering.',
  ],
  next: [
    'Run `show access-lists` on the device: do the counters of that entry move?',
    'Look for logins and flows from that address, on this device and on all others.',
    'Ask the account named here, by another way than mail or tickets.',
  ],
  sources: [
    AA25_239A,
    technique('T1562.004', 'Disable or Modify System Firewall'),
    technique('T1599', 'Network Boundary Bridging'),
  ],
  fleet: true,
};
