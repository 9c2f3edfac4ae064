import type { At, DeviceFacts } from '../../model/device-facts.ts';
import type { CommandRecord, LogRecord } from '../../model/record.ts';
import type { Hit, Proof } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { absenceProof, factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Pair, pairs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { Timed } from '../kit/timed.ts';
import { accountsOf, originsOf, whoText } from '../kit/who.ts';
import { commandDeed, type Deed, stoppedHost } from './deeds.ts';

const TOPICS: readonly string[] = ['logging', 'log-host', 'log host', 'syslog'];
/** A collector that is exchanged for another is taken off and put on within this many milliseconds. */
const EXCHANGE = 30 * 60_000;

const SAYS: Readonly<Record<Deed['kind'], string>> = {
  clear: 'cleared the log of',
  off: 'switched off the log of',
  level: 'made the log less on',
  host: 'stopped sending the log of',
};

interface Seen {
  readonly deed: Deed;
  readonly record: CommandRecord | LogRecord;
}

function seenDeeds(view: DeviceView): Seen[] {
  const typed = view.records('command').flatMap((record) => {
    const deed = commandDeed(record.command);
    return deed ? [{ deed, record }] : [];
  });
  const logged = view.records('log').flatMap((record) => {
    const host = stoppedHost(record);
    return host ? [{ deed: { kind: 'host' as const, host }, record }] : [];
  });
  return [...typed, ...logged];
}

/** The commands that put an approved collector on. */
function approvedPuts(view: DeviceView): Timed<CommandRecord> {
  return new Timed(
    view.records('command').filter((c) => {
      const rest = after(c.command, 'logg(ing)');
      const where = { device: view.device.id, at: c.at };
      return rest?.some((word) => view.fleet.approved('log-host', word, where) !== null) ?? false;
    }),
  );
}

/** True when an approved collector was put on at the same time: an exchange of collectors. */
function isExchange(puts: Timed<CommandRecord>, { deed, record }: Seen): boolean {
  const { host } = deed;
  if (host === null || record.at === null) return false;
  const around = puts.within(record.at - EXCHANGE, record.at + EXCHANGE);
  return around.some((put) => !put.command.toLowerCase().split(' ').includes(host));
}

function deedHit(view: DeviceView, kind: Deed['kind'], seen: readonly Seen[]): Hit {
  const puts = approvedPuts(view);
  const hosts = [...new Set(seen.map((s) => s.deed.host).filter((h) => h !== null))].sort();
  const commands = seen.map((s) => s.record).filter((r) => r.kind === 'command');
  const at = seen.map((s) => s.record.at).filter((t) => t !== null);
  const when = at.length > 0 ? { from: Math.min(...at), to: Math.max(...at) } : view.period;
  const planned = plannedChange(view, TOPICS, when);
  const who = commands[0] ? whoText(commands[0]) : 'somebody';
  const to = hosts.length > 0 ? ` to ${hosts.join(', ')}` : '';
  const notes: string[] = [];
  if (planned) notes.push(plannedNote(planned));
  if (seen.every((s) => isExchange(puts, s)))
    notes.push('An approved collector was put on at the same time.');
  const lower = (planned ? 2 : 0) + (notes.length > (planned ? 1 : 0) ? 1 : 0);
  return makeHit({
    key: kind,
    title: `${who} ${SAYS[kind]} ${view.device.id}${to}`,
    severity: shiftSeverity(kind === 'level' ? 'medium' : 'high', -lower),
    confidence: commands.length > 0 ? 'high' : 'medium',
    proof: seen.slice(0, 20).map((s) => recordProof(s.record, SAYS[kind].replace(/ (?:of|on)$/, ''))),
    accounts: accountsOf(commands),
    addresses: originsOf(commands),
    notes,
  });
}

function deedHits(view: DeviceView): Hit[] {
  const all = seenDeeds(view);
  return (['clear', 'host', 'off', 'level'] as const).flatMap((kind) => {
    const seen = all.filter((s) => s.deed.kind === kind);
    return seen.length > 0 ? [deedHit(view, kind, seen)] : [];
  });
}

interface Difference {
  readonly kind: Deed['kind'];
  readonly what: string;
  readonly proof: Proof;
}

function hostText(facts: DeviceFacts): string {
  return facts.logging.hosts
    .map((h) => h.address)
    .sort()
    .join(', ');
}

/** What the later of two configurations logs less than the earlier one. */
function differences(view: DeviceView, { before, after: next, to }: Pair): Difference[] {
  const out: Difference[] = [];
  const proof = (at: At | null, text: string, shows: string): Proof =>
    at ? factProof(next, at, { text, shows }) : absenceProof(next, shows);
  const kept = new Set(next.logging.hosts.map((h) => h.address));
  const lost = before.logging.hosts.map((h) => h.address).filter((address) => !kept.has(address));
  const where = { device: view.device.id, at: to };
  const replaced = next.logging.hosts.some((h) => view.fleet.approved('log-host', h.address, where) !== null);
  const wasApproved = lost.filter((a) => view.fleet.approved('log-host', a, where) !== null);
  if (lost.length > 0 && (!replaced || wasApproved.length > 0))
    out.push({
      kind: 'host',
      what: `no longer sends its log to ${lost.sort().join(', ')}`,
      proof: proof(
        next.logging.hosts[0] ?? null,
        `logging host ${hostText(next)}`,
        `the hosts are fewer: ${lost.join(', ')} is gone`,
      ),
    });
  if (before.logging.enabled !== false && next.logging.enabled === false)
    out.push({
      kind: 'off',
      what: 'has its log switched off',
      proof: proof(null, '', 'the log is switched off'),
    });
  const level = next.logging.trap?.level ?? 6;
  if (level < Math.min(6, before.logging.trap?.level ?? 6))
    out.push({
      kind: 'level',
      what: `sends messages up to severity ${level} only`,
      proof: proof(next.logging.trap, `logging trap ${level}`, 'fewer messages than before'),
    });
  if (before.logging.commandLogging && !next.logging.commandLogging)
    out.push({
      kind: 'level',
      what: 'no longer logs commands',
      proof: proof(null, '', 'commands were logged before'),
    });
  return out;
}

function settingHits(view: DeviceView): Hit[] {
  return pairs(view).flatMap((pair) =>
    differences(view, pair).map(({ kind, what, proof }) => {
      const planned = plannedChange(view, TOPICS, { from: pair.from, to: pair.to });
      return makeHit({
        key: kind,
        title: `${view.device.id} ${what}, which it did before`,
        severity: shiftSeverity('medium', planned ? -2 : 0),
        confidence: 'high',
        proof: [proof],
        notes: planned ? [plannedNote(planned)] : [],
      });
    }),
  );
}

/** The log cleared, stopped or made less (AA25-239A; facts B18, check 21). */
export const check: Check = {
  id: 'log-tampering',
  asks: 'Did anybody clear the log of this device, or keep it from being sent?',
  title: 'log cleared or stopped',
  class: 'compromise',
  severity: 'high',
  attack: ['T1070', 'T1562.001'],
  subjects: ['router'],
  needs: [{ kinds: ['accounting'], over: 'period' }],
  selects: [{ records: ['command'] }, { records: ['log'], mnemonics: ['SYS-6-LOGGINGHOST_STARTSTOP'] }],
  flows: null,
  evaluate: (view) => [...deedHits(view), ...settingHits(view)],
  limits: (view) => accountingLimits(view, Number.POSITIVE_INFINITY),
  otherExplanations: [
    'The collectors were exchanged without an entry in the register.',
    'An engineer cleared the log to see only new messages while looking for a fault.',
  ],
  next: [
    'Run `show logging` and `show running-config | include logging` on the device.',
    'Ask the person behind the account. Look at everything the session did before and after.',
    'Take what accounting and flows show of the time without a log; check device-silence names that time.',
  ],
  sources: [
    AA25_239A,
    technique('T1070', 'Indicator Removal'),
    technique('T1562.001', 'Disable or Modify Tools'),
  ],
  fleet: true,
};
