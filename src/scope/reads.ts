import type { Instant } from '../base/time.ts';
import type { Ref } from '../model/evidence.ts';
import type { AccessAction, AccessRecord } from '../model/record.ts';
import type { Finding } from '../model/verdict.ts';
import { canonical, isMoreThanGuess, plainName, type Suspicion } from './suspicion.ts';

const READING: ReadonlySet<AccessAction> = new Set(['search', 'view', 'export', 'list_all', 'print']);
/** Actions that show or change one record and give none away in bulk. */
const TOUCHING: ReadonlySet<AccessAction> = new Set([
  'activate',
  'modify',
  'deactivate',
  'destination_create',
  'delete',
]);

/**
 * How surely an access is the intruder's: `proven` where findings show it or it leads to a hostile outside address,
 * `possible` where an account or address under suspicion made it since the first sign, whatever it looked like.
 */
export type Belonging = 'proven' | 'possible' | 'no';

/** Makes the judge of single accesses. */
export function belongingBy(suspicion: Suspicion): (access: AccessRecord) => Belonging {
  const isProven = provenBy(suspicion);
  return (access) => {
    if (isProven(access)) return 'proven';
    return inWindow(access, suspicion) && isSuspect(access, suspicion) ? 'possible' : 'no';
  };
}

/** True when an access reads records. */
export function isRead(access: AccessRecord): boolean {
  return READING.has(access.action);
}

/** True when an access changes what is intercepted or delivered, or where to. */
export function isChange(access: AccessRecord): boolean {
  return TOUCHING.has(access.action) && access.result === 'success';
}

/** Rows that an access handed out for sure. A view that says no number shows one record; a search may find nothing. */
export function surelyRows(access: AccessRecord): number {
  if (!isRead(access) || access.result !== 'success') return 0;
  return (rowsOf(access) ?? (access.action === 'view' ? 1 : 0)) * access.count;
}

/** Rows that an access handed out at most; null when nothing says how many. */
export function mostRows(access: AccessRecord): number | null {
  if (access.result === 'failure' || access.action === 'login') return 0;
  const rows = rowsOf(access) ?? (TOUCHING.has(access.action) ? 1 : null);
  return rows === null ? null : rows * access.count;
}

/** Numbers that logs give may be damaged or forged: what is no count is as if it were not given. */
function rowsOf({ rows }: AccessRecord): number | null {
  return rows !== null && Number.isSafeInteger(rows) && rows >= 0 ? rows : null;
}

function inWindow({ at }: AccessRecord, { window }: Suspicion): boolean {
  return window !== null && (at === null || (at >= window.from && at <= window.to));
}

function isSuspect(access: AccessRecord, { accounts, addresses }: Suspicion): boolean {
  return accounts.has(access.actor.toLowerCase()) || endsOf(access).some((end) => addresses.has(end));
}

interface Session {
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly accounts: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** What findings say of each system, by its plain name. */
function sessionsOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Session[]> {
  const out = new Map<string, Session[]>();
  for (const f of findings.filter(isMoreThanGuess)) {
    const system = plainName(f.subject);
    const session = {
      first: f.first,
      last: f.last ?? f.first,
      accounts: new Set(f.accounts.map((a) => a.toLowerCase())),
      addresses: new Set(f.addresses.map(canonical)),
      places: new Set(f.proof.map((p) => placeOf(p.ref))),
    };
    const known = out.get(system);
    if (known) known.push(session);
    else out.set(system, [session]);
  }
  return out;
}

function provenBy(suspicion: Suspicion): (access: AccessRecord) => boolean {
  const sessions = sessionsOf(suspicion.findings);
  return (access) =>
    (inWindow(access, suspicion) && endsOf(access).some((end) => suspicion.hostile.has(end))) ||
    (sessions.get(plainName(access.system)) ?? []).some((session) => belongs(access, session));
}

/**
 * True when a finding shows the access: a line of its proof, or the same account with one of its addresses while it
 * lasted. A line alone is not enough where the finding names accounts or addresses: proof may hold honest lines beside it.
 */
function belongs(access: AccessRecord, session: Session): boolean {
  const account = session.accounts.has(access.actor.toLowerCase());
  const address = endsOf(access).some((end) => session.addresses.has(end));
  if (session.places.has(placeOf(access.ref))) {
    return (account || session.accounts.size === 0) && (address || session.addresses.size === 0);
  }
  const { first, last } = session;
  return (
    account &&
    address &&
    access.at !== null &&
    first !== null &&
    last !== null &&
    access.at >= first &&
    access.at <= last
  );
}

function endsOf(access: AccessRecord): string[] {
  return [access.from, access.destination].filter((a): a is string => a !== null).map(canonical);
}

function placeOf({ evidence, line, byte }: Ref): string {
  return `${evidence}|${line}|${byte}`;
}
