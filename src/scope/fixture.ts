import { DAY, HOUR, type Period } from '../base/time.ts';
import type { BlindWindow, KindCoverage } from '../model/coverage.ts';
import type { Incident } from '../model/incident.ts';
import type { AccessRecord, RegisterRecord } from '../model/record.ts';
import type { Scope } from '../model/scope.ts';
import type { Finding } from '../model/verdict.ts';
import { beginScope } from './index.ts';
import type { ScopeInput } from './input.ts';

// A synthetic call-record store for the tests of this folder.

/** First moment of the judged period. */
export const START: number = Date.UTC(2026, 9, 15);
/** The judged period: 30 days. */
export const PERIOD: Period = { from: START, to: START + 30 * DAY };
/** Where the account works from. */
export const HOME: string = '10.60.0.8';
/** Where the intruder comes from. */
export const JUMP: string = '10.250.0.22';
/** What the register says of the store. */
export const STORE: { readonly rows: number; readonly persons: number } = {
  rows: 1_000_000,
  persons: 50_000,
};

let serial = 0;
/** An export of 100 rows by the account, at its own place unless told. */
export function access(day: number, with_: Partial<AccessRecord> = {}): AccessRecord {
  serial += 1;
  return {
    kind: 'access',
    origin: 'system:cdr',
    at: START + day * DAY,
    timeQuality: 'exact',
    count: 1,
    last: null,
    ref: { evidence: 'log', line: serial, lineEnd: serial, byte: serial * 100, length: 99 },
    text: '',
    system: 'cdr',
    systemClass: 'cdr',
    actor: 'etl_batch',
    actorType: 'service',
    from: HOME,
    fromHost: null,
    action: 'export',
    objectType: 'table',
    object: 'cdr.calls',
    person: false,
    query: 'SELECT calling, called, cell FROM cdr.calls WHERE call_day = ?',
    queryFrom: null,
    queryTo: null,
    rows: 100,
    bytes: null,
    destination: null,
    caseRef: null,
    warrantRef: null,
    result: 'success',
    ...with_,
  };
}

/** A finding that accuses the account at the intruder's place on day 10. */
export function finding(with_: Partial<Finding> = {}): Finding {
  return {
    id: 'F-1',
    check: 'bulk-record-access',
    class: 'compromise',
    subject: 'system:cdr',
    key: 'k',
    title: 'bulk',
    severity: 'critical',
    confidence: 'high',
    first: START + 10 * DAY,
    last: START + 10 * DAY + HOUR,
    count: 1,
    proof: [],
    accounts: ['etl_batch'],
    addresses: [JUMP],
    indicators: [],
    notes: [],
    attack: [],
    otherExplanations: [],
    next: [],
    suppressed: null,
    ...with_,
  };
}

function incidentOf(findings: readonly Finding[]): Incident {
  const firsts = findings.map((f) => f.first ?? START);
  return {
    id: 'I-1',
    title: 'x',
    severity: 'high',
    confidence: 'high',
    findings: findings.map((f) => f.id),
    subjects: [],
    accounts: [],
    addresses: [],
    first: Math.min(...firsts),
    last: Math.max(...firsts),
    timeline: [],
    playbooks: [],
    because: [],
  };
}

/** Coverage of an access log with holes. */
export function coverage(blind: readonly Period[]): KindCoverage {
  const windows = blind.map((p): BlindWindow => ({ ...p, reason: 'silence', missing: null }));
  return {
    kind: 'access',
    first: START,
    last: PERIOD.to,
    count: 1,
    untimed: 0,
    seen: [],
    blind: windows,
    instants: [],
    rhythm: HOUR,
    clockOffset: null,
    unread: 0,
    evidence: ['log'],
  };
}

/** A register entry of a record store. */
export function register(note: string, value = 'cdr'): RegisterRecord {
  const ref = { evidence: 'reg', line: 1, lineEnd: 1, byte: 0, length: 1 };
  const base = { at: null, timeQuality: 'none', count: 1, last: null, ref, text: '' } as const;
  const entry = {
    entry: 'record-store',
    value,
    device: null,
    from: null,
    until: null,
    ticket: null,
  } as const;
  return { kind: 'register', origin: 'name:register', ...base, ...entry, note };
}

/** The entry that gives the size of the store. */
export const SIZE: RegisterRecord = register(`rows=${STORE.rows} persons=${STORE.persons}`);

/** What scope is worked out from, with its access records; the names of systems follow from those. */
export interface ScopeWorld extends ScopeInput {
  readonly accesses: readonly AccessRecord[];
}

/** Works out a scope in one go. */
export function scopeOf(given: Omit<ScopeWorld, 'systems'>): Scope {
  const run = beginScope({ ...given, systems: given.accesses.map((a) => a.system) });
  for (const access of given.accesses) run.take(access);
  return run.end();
}

/** A case with one incident of all its findings. */
export function world(with_: Partial<ScopeWorld> = {}): ScopeWorld {
  const findings = with_.findings ?? [finding()];
  return {
    incidents: findings.length > 0 ? [incidentOf(findings)] : [],
    findings,
    devices: [],
    snapshots: new Map(),
    accesses: [],
    systems: (with_.accesses ?? []).map((a) => a.system),
    accessCoverage: new Map([['cdr', coverage([])]]),
    register: [SIZE],
    period: PERIOD,
    ...with_,
  };
}
