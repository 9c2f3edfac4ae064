import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Conversation } from '../../model/flow.ts';
import type { LogRecord } from '../../model/record.ts';
import type { Hit, Proof } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { messageLimits } from '../kit/limits.ts';
import { ownEnd } from '../kit/own.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { pairs, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { allowsWrite, givesWrite, writerOf } from './writes.ts';

const SNMP = 161;

function logHits(view: DeviceView): Hit[] {
  const talks = snmpTalks(view);
  return view.records('log').flatMap((record) => {
    const writer = writerOf(record);
    if (writer === null) return [];
    const where = { device: view.device.id, at: record.at };
    if (view.fleet.approved('nms', writer, where)) return [];
    return [writeHit(view, record, { writer, talks: talks.get(writer) ?? [] })];
  });
}

/** SNMP conversations of the device by the other end, at most five each: they only add proof. */
function snmpTalks(view: DeviceView): ReadonlyMap<string, readonly Conversation[]> {
  const out = new Map<string, Conversation[]>();
  for (const talk of view.conversations) {
    if (talk.protocol !== 17 || (talk.srcPort !== SNMP && talk.dstPort !== SNMP)) continue;
    const other = ownEnd(view, talk) === 'src' ? talk.dst : talk.src;
    const list = out.get(other) ?? [];
    if (list.length < 5) list.push(talk);
    out.set(other, list);
  }
  return out;
}

interface Writer {
  readonly writer: string;
  readonly talks: readonly Conversation[];
}

function writeHit(view: DeviceView, record: LogRecord, { writer, talks }: Writer): Hit {
  const external = isExternalText(writer);
  const managed = view.fleet.isManagement(writer, record.at);
  const notes: string[] = [];
  if (external) notes.push('The address lies outside the private space.');
  else if (managed)
    notes.push(
      'The address lies in a management network, but no management system stands there by the register.',
    );
  if (!view.fleet.hasRegister) notes.push('No register says which management systems may write.');
  return makeHit({
    key: `write ${writer}`,
    title: `${view.device.id} was configured by SNMP from ${writer}, which is no approved management system`,
    severity: external ? 'critical' : managed ? 'medium' : 'high',
    confidence: external || view.fleet.hasRegister ? 'high' : 'medium',
    count: record.count,
    first: record.at,
    last: record.last ?? record.at,
    proof: [
      recordProof(record, `configured by SNMP from ${writer}`),
      ...talks.map((talk) => flowProof(talk, 'SNMP with the same address')),
    ],
    addresses: [writer],
    notes,
  });
}

/** A write access that a later configuration has and an earlier one has not. */
function changeHits(view: DeviceView): Hit[] {
  return pairs(view).flatMap(({ before, after, from, to }) => {
    const proof = newAccess(before, after);
    if (proof.length === 0) return [];
    const planned = plannedChange(view, ['snmp'], { from, to });
    return [
      accessHit(view, {
        proof,
        accounts: [],
        notes: planned ? [plannedNote(planned)] : [],
        lower: planned !== null,
      }),
    ];
  });
}

function newAccess(before: DeviceFacts, after: DeviceFacts): Proof[] {
  const had = new Set(before.snmp.communities.filter((c) => c.access === 'rw').map((c) => c.secret.group));
  const groups = new Set(
    before.snmp.groups.filter((g) => g.write !== null).map((g) => `${g.name} ${g.version}`),
  );
  const communities = after.snmp.communities.filter((c) => c.access === 'rw' && !had.has(c.secret.group));
  const added = after.snmp.groups.filter((g) => g.write !== null && !groups.has(`${g.name} ${g.version}`));
  const shows = 'new since the configuration before';
  return [
    ...communities.map((c) =>
      factProof(after, c, {
        text: `snmp-server community <${c.secret.length} characters> RW ${c.acl ?? ''}`.trim(),
        shows,
      }),
    ),
    ...added.map((g) =>
      factProof(after, g, { text: `snmp-server group ${g.name} ${g.version} write ${g.write}`, shows }),
    ),
  ];
}

function commandHits(view: DeviceView): Hit[] {
  return view
    .records('command')
    .filter((record) => givesWrite(record.command))
    .map((record) => {
      const at = record.at ?? 0;
      const planned = record.at === null ? null : plannedChange(view, ['snmp'], { from: at, to: at });
      return accessHit(view, {
        proof: [recordProof(record, 'write access by SNMP given')],
        accounts: [record.account],
        notes: planned ? [plannedNote(planned)] : [],
        lower: planned !== null,
      });
    });
}

interface Access {
  readonly proof: readonly Proof[];
  readonly accounts: readonly string[];
  readonly notes: readonly string[];
  readonly lower: boolean;
}

function accessHit(view: DeviceView, { proof, accounts, notes, lower }: Access): Hit {
  return makeHit({
    key: 'new write access',
    title: `${view.device.id} was given a new write access by SNMP`,
    severity: shiftSeverity('high', lower ? -2 : 0),
    proof,
    accounts,
    notes,
  });
}

/** Configuration by SNMP from somewhere that is no management system (AA25-239A; facts B12, check 17). */
export const check: Check = {
  id: 'snmp-write',
  asks: 'Was this device configured by SNMP from anywhere but an approved management system, or given a new write access?',
  title: 'configured by SNMP',
  class: 'compromise',
  severity: 'high',
  attack: ['T1602.001', 'T1569'],
  subjects: ['router'],
  needs: [{ kinds: ['syslog'], over: 'period' }],
  selects: [{ records: ['log'], mnemonics: ['SYS-5-CONFIG*'] }, { records: ['command'] }],
  flows: { ports: [[SNMP, SNMP]] },
  evaluate: (view) => [...logHits(view), ...changeHits(view), ...commandHits(view)],
  rulesOut: (view) => {
    const whole = wholeConfigs(view);
    if (view.coverage('syslog').count > 0 || whole.length === 0 || whole.some(allowsWrite)) return null;
    if (view.configs.some((f) => !f.complete || f.unread.some((line) => line.area === 'snmp'))) return null;
    return 'No configuration lets anybody write by SNMP.';
  },
  limits: (view) => messageLimits(view, 5),
  otherExplanations: [
    'A management system that is missing from the register wrote a configuration.',
    'An engineer used a tool that copies configurations by SNMP (CISCO-CONFIG-COPY-MIB).',
  ],
  next: [
    'Run `show snmp community`, `show snmp group` and `show archive config differences` on the device.',
    'Compare the configuration with the last one before the write, and look for users, tunnels and access lists.',
    'Ask the owner of the address named here. Then remove write communities on every device that shares them.',
  ],
  sources: [AA25_239A, technique('T1602.001', 'SNMP (MIB Dump)'), technique('T1569', 'System Services')],
  fleet: true,
};
