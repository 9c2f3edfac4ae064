import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import { commandLimits } from '../kit/command-sight.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { hostOf } from '../kit/transfer.ts';
import { accountsOf, originsOf, whoText } from '../kit/who.ts';
import { captureMessage, captureStep, capturesLogins, type Deed, type Step } from './captures.ts';

const SHOWS: Readonly<Record<Deed, string>> = {
  prepare: 'sets a capture up',
  match: 'says what is captured',
  start: 'a capture started',
  stop: 'the capture stopped',
  export: 'the capture was written out',
  copy: 'the file of the capture was copied',
  remove: 'the capture was removed',
};

function baseName(path: string): string {
  return (
    path
      .split(/[:/\\]/)
      .at(-1)
      ?.toLowerCase() ?? path
  );
}

/** Steps by the name of their capture; a copied file goes to the capture that was written into it. */
function byCapture(view: DeviceView): ReadonlyMap<string, readonly Step[]> {
  const steps = [
    ...view.records('command').map(captureStep),
    ...view.records('log').map(captureMessage),
  ].filter((step) => step !== null);
  const files = new Map(
    steps.flatMap((s) => (s.deed === 'export' && s.to ? [[baseName(s.to), s.name]] : [])),
  );
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const name = step.deed === 'copy' ? (files.get(baseName(step.name)) ?? baseName(step.name)) : step.name;
    const group = groups.get(name);
    if (group) group.push(step);
    else groups.set(name, [step]);
  }
  return groups;
}

function timesOf(view: DeviceView, steps: readonly Step[]): { from: number; to: number } {
  const at = steps.map((s) => s.record.at).filter((t) => t !== null);
  return at.length > 0 ? { from: Math.min(...at), to: Math.max(...at) } : view.period;
}

function severityOf(steps: readonly Step[], external: boolean): Severity {
  const logins = steps.some((s) => capturesLogins(s.what));
  const out = steps.some((s) => s.deed === 'export' || s.deed === 'copy');
  if (external || (logins && out)) return 'critical';
  if (logins || out) return 'high';
  return steps.some((s) => s.deed === 'start') ? 'medium' : 'low';
}

function captureHit(view: DeviceView, name: string, steps: readonly Step[]): Hit | null {
  if (steps.every((s) => s.deed === 'remove' || s.deed === 'stop')) return null;
  const targets = steps.map((s) => hostOf(s.to ?? '')).filter((h) => h !== null);
  const external = targets.filter(isExternalText);
  const planned = plannedChange(
    view,
    ['packet-capture', 'packet capture', 'monitor capture', name],
    timesOf(view, steps),
  );
  // A ticket for a capture is none for carrying it out of the network.
  if (planned && external.length === 0) return null;
  const logins = steps.find((s) => capturesLogins(s.what));
  const commands = steps.map((s) => s.record).filter((r) => r.kind === 'command');
  const who = commands[0] ? whoText(commands[0]) : 'somebody';
  const says = [
    logins ? `of logins (${logins.what})` : null,
    targets.length > 0 ? `taken to ${[...new Set(targets)].sort().join(', ')}` : null,
  ].filter((part) => part !== null);
  const notes: string[] = [];
  if (planned) notes.push(plannedNote(planned));
  if (commands.length === 0) notes.push('No command in the evidence says who started it.');
  return makeHit({
    key: `capture ${name}`,
    title: `${who} captured packets on ${view.device.id} as ${name}${says.length > 0 ? `, ${says.join(', ')}` : ''}`,
    severity: shiftSeverity(severityOf(steps, external.length > 0), planned ? -1 : 0),
    confidence: commands.length > 0 ? 'high' : 'medium',
    proof: steps.slice(0, 30).map((s) => recordProof(s.record, SHOWS[s.deed])),
    accounts: accountsOf(commands),
    addresses: [...new Set([...originsOf(commands), ...targets])].sort(),
    notes,
  });
}

/** Packet captures on the device itself (AA25-239A; facts B08, check 8). */
export const check: Check = {
  id: 'packet-capture',
  asks: 'Did anybody capture packets on this device without a planned change?',
  title: 'packets captured on the device',
  class: 'compromise',
  severity: 'high',
  attack: ['T1040', 'T1602'],
  subjects: ['router'],
  needs: [
    { kinds: ['accounting'], over: 'period' },
    { kinds: ['syslog'], over: 'period' },
  ],
  selects: [{ records: ['command'] }, { records: ['log'], mnemonics: ['BUFCAP-*'] }],
  flows: null,
  evaluate: (view) =>
    [...byCapture(view)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, steps]) => captureHit(view, name, steps))
      .filter((hit) => hit !== null),
  limits: (view) => commandLimits(view, 6),
  otherExplanations: [
    'An engineer looked for a fault with a ticket that is not in the register.',
    'The vendor asked for a capture in a support case.',
  ],
  next: [
    'Run `show monitor capture` and `dir all-filesystems | include pcap` on the device; copy what you find, do not delete it.',
    'If logins were captured: treat the TACACS+ or RADIUS key and every account used since then as known to others.',
    'Ask the person behind the account. Then look for the same account and address on all devices.',
  ],
  sources: [AA25_239A, technique('T1040', 'Network Sniffing')],
  fleet: true,
};
