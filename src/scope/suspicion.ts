import { canonicalIp, isExternal, parseIp } from '../base/ip.ts';
import type { Instant, Period } from '../base/time.ts';
import { type Finding, SEVERITIES } from '../model/verdict.ts';
import type { ScopeInput } from './input.ts';

/** Who is under suspicion, where, and since when: what every bound rests on. */
export interface Suspicion {
  /** Findings of incidents that nobody set aside, without weaknesses; sorted by id. */
  readonly findings: readonly Finding[];
  /** Devices with a sign of compromise or a contradiction above low; sorted. */
  readonly hit: readonly string[];
  /** Accounts in lower case: what they did since the first sign may be the intruder's work. */
  readonly accounts: ReadonlySet<string>;
  /** Addresses that play a part and addresses of hit devices. */
  readonly addresses: ReadonlySet<string>;
  /** Outside addresses of findings that are more than a guess: what comes from there or goes there is the intruder's. */
  readonly hostile: ReadonlySet<string>;
  /** From the first sign to the end of the judged period: nothing shows that the intruder left. */
  readonly window: Period | null;
  readonly earliest: Instant | null;
}

/** Reads from incidents and their findings who is under suspicion. */
export function suspicionOf(input: ScopeInput): Suspicion {
  const named = new Set(input.incidents.flatMap((i) => i.findings));
  const findings = input.findings
    .filter((f) => named.has(f.id) && f.suppressed === null && f.class !== 'weakness')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const accusing = findings.filter(accuses);
  const systems = new Set(input.devices.filter((d) => d.sort === 'system').map((d) => d.id));
  for (const system of input.systems) systems.add(plainName(system));
  const hit = [...new Set(accusing.filter(isSerious).map((f) => f.subject))]
    .filter((subject) => !subject.startsWith('system:') && !systems.has(plainName(subject)))
    .sort();
  const own = input.devices.filter((d) => hit.includes(d.id)).flatMap((d) => d.addresses);
  const firsts = input.incidents.map((i) => i.first).filter((t): t is Instant => t !== null);
  const lasts = input.incidents.map((i) => i.last).filter((t): t is Instant => t !== null);
  const from = least(firsts);
  return {
    findings,
    hit,
    accounts: new Set(accusing.flatMap((f) => f.accounts).map((a) => a.toLowerCase())),
    addresses: new Set([...findings.flatMap((f) => f.addresses), ...own].map(canonical)),
    hostile: new Set(
      accusing
        .filter(isMoreThanGuess)
        .flatMap((f) => f.addresses)
        .map(canonical)
        .filter(outside),
    ),
    window: from === null ? null : { from, to: lasts.reduce((a, b) => Math.max(a, b), input.period.to) },
    earliest: from === null ? null : Math.min(from, input.period.from),
  };
}

/** The name of a system without the mark that says that it is one. */
export function plainName(subject: string): string {
  return subject.replace(/^system:/, '').toLowerCase();
}

/** Canonical text of an address; text that is none stays as it is. */
export function canonical(address: string): string {
  return canonicalIp(address) ?? address;
}

/** True for findings that are more than a guess: only they may prove that something was taken. */
export function isMoreThanGuess(finding: Finding): boolean {
  return accuses(finding) && finding.confidence !== 'low';
}

function accuses(finding: Finding): boolean {
  return finding.class === 'compromise' || finding.class === 'contradiction';
}

function isSerious(finding: Finding): boolean {
  return SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf('low');
}

function outside(address: string): boolean {
  const ip = parseIp(address);
  return ip !== null && isExternal(ip);
}

function least(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
