import { DAY, type Instant, MINUTE } from '../../base/time.ts';
import type { RecordBase } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import { changesConfig } from '../kit/config-change.ts';

/** A pause longer than this ends a session. */
const PAUSE = 30 * MINUTE;

/** One thing that an account did. */
export interface Deed {
  readonly account: string;
  readonly from: string | null;
  readonly at: Instant;
  readonly record: RecordBase;
  /** True for what an account that only reads would not do. */
  readonly changes: boolean;
  /** True for accounts that the system itself calls services. */
  readonly service: boolean;
  /** An outside address that data went to; null when none is known. */
  readonly sentTo: string | null;
}

/** Deeds of one account from one address without a long pause. */
export interface Session {
  readonly account: string;
  readonly from: string | null;
  readonly start: Instant;
  readonly deeds: readonly Deed[];
}

type Timed<T> = T & { at: Instant };

function timed<T extends { at: Instant | null }>(records: readonly T[]): Timed<T>[] {
  return records.filter((r): r is Timed<T> => r.at !== null);
}

/** Everything that accounts did on a device or system, oldest first. */
export function deedsOf(view: DeviceView): readonly Deed[] {
  const plain = { changes: false, service: false, sentTo: null };
  const commands = timed(view.records('command')).map((record) => {
    const { account, from, at } = record;
    return { ...plain, account, from, at, record, changes: changesConfig(record.command) };
  });
  const logins = timed(view.records('login'))
    .filter((r) => r.outcome === 'success')
    .map((record) => ({ ...plain, account: record.account, from: record.from, at: record.at, record }));
  const access = timed(view.records('access')).map((record) => ({
    account: record.actor,
    from: record.from,
    at: record.at,
    record,
    changes: ['modify', 'delete', 'activate', 'deactivate', 'destination_create'].includes(record.action),
    service: record.actorType === 'service',
    sentTo: record.destination !== null && isExternalText(record.destination) ? record.destination : null,
  }));
  return [...commands, ...logins, ...access].filter((d) => d.account !== '').sort((a, b) => a.at - b.at);
}

/** Gathers the deeds of one account into sessions, oldest first; a deed without an address joins the one that runs. */
export function sessionsOf(deeds: readonly Deed[]): readonly Session[] {
  const out: { account: string; from: string | null; start: Instant; last: Instant; deeds: Deed[] }[] = [];
  const open = new Map<string | null, (typeof out)[number]>();
  for (const deed of deeds) {
    const running = open.get(deed.from) ?? (deed.from === null ? out.at(-1) : undefined);
    if (running && deed.at - running.last <= PAUSE) {
      running.deeds.push(deed);
      running.last = deed.at;
      continue;
    }
    const session = { account: deed.account, from: deed.from, start: deed.at, last: deed.at, deeds: [deed] };
    out.push(session);
    open.set(deed.from, session);
  }
  return out;
}

/** Days (UTC) on which sessions began. */
export function daysOf(sessions: readonly Session[]): number {
  return new Set(sessions.map((s) => Math.floor(s.start / DAY))).size;
}

/** The addresses from which the account comes on at least half of its days; empty with fewer than three days. */
export function usualAddresses(sessions: readonly Session[]): ReadonlySet<string> {
  const days = daysOf(sessions);
  const byAddress = Map.groupBy(sessions, (s) => s.from);
  const usual = [...byAddress].flatMap(([from, own]) =>
    from !== null && daysOf(own) * 2 >= days ? [from] : [],
  );
  return new Set(days < 3 ? [] : usual.sort());
}

/** True when the account changes things on so many days that changing belongs to its work. */
export function usuallyChanges(sessions: readonly Session[]): boolean {
  const changing = sessions.filter((s) => s.deeds.some((d) => d.changes));
  return daysOf(changing) * 3 > daysOf(sessions);
}
