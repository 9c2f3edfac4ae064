// Synthetic: every name, address and hash here is made up for tests.
import { sha256, shortLabel } from '../../base/hash.ts';
import { DAY, HOUR, type Instant, type Period } from '../../base/time.ts';
import type { DeviceCoverage } from '../../model/answers.ts';
import type { BlindReason, BlindWindow, KindCoverage } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { Evidence, EvidenceKind } from '../../model/evidence.ts';
import type { Finding, Proof, Verdict } from '../../model/verdict.ts';

/** The period that the synthetic case was judged over. */
export const PERIOD: Period = { from: Date.UTC(2026, 4, 2), to: Date.UTC(2026, 10, 20) };

/** The moment of the synthetic case. */
export const AS_OF: Instant = Date.UTC(2026, 10, 20, 6, 0);

/** Text that an attacker would write into evidence: markup, terminal escapes, overrides, formulas. */
export const HOSTILE =
  '</script></style><img src=x onerror=alert(1)>" onfocus=alert(2) \u001b[31mred\u001b]0;t\u0007 \u202egnp =cmd|a';

/** A synthetic piece of evidence; its id is the hash of its name. */
export function evidence(name: string, kinds: readonly EvidenceKind[], size: number = 48_213): Evidence {
  return {
    id: sha256(name),
    name,
    size,
    hashed: true,
    containers: [],
    source: kinds.length === 0 ? null : `logs/${kinds[0]}`,
    sourceVersion: 1,
    kinds,
    first: PERIOD.from + 3 * DAY,
    last: PERIOD.to - HOUR,
    marking: null,
    magic: kinds.length === 0 ? '7f454c46' : '',
  };
}

/** A synthetic router. */
export function device(id: string, more: Partial<Device> = {}): Device {
  return {
    id,
    origins: [`name:${id}`, 'addr:192.0.2.11'],
    names: [id],
    addresses: ['192.0.2.11', '10.0.4.11'],
    serials: [`SYN${shortLabel(id, 6)}`],
    vendor: 'Cisco',
    platform: 'IOS-XE 17.9.4',
    model: 'ASR1002-HX',
    role: 'provider edge',
    site: 'Chicago (synthetic)',
    inventoried: true,
    sort: 'router',
    because: [`The inventory names ${id} with the address 192.0.2.11.`],
    ...more,
  };
}

/** One line of synthetic proof. */
export function proof(of: Evidence, line: number, more: Partial<Proof> = {}): Proof {
  return {
    ref: { evidence: of.id, line, lineEnd: line, byte: line * 96, length: 96 },
    text: `Aug 14 03:12:0${line % 10} pe-chi-02 ${line}: monitor capture MC1 interface GigabitEthernet0/0/1 both`,
    at: Date.UTC(2026, 7, 14, 3, 12, line % 60),
    shows: 'a capture was defined',
    ...more,
  };
}

/** A synthetic finding; `check`, `subject` and `key` make its id. */
export function finding(more: Partial<Finding> & Pick<Finding, 'check' | 'subject' | 'title'>): Finding {
  const key = more.key ?? 'one';
  return {
    key,
    id: `F-${shortLabel(`${more.check} ${more.subject} ${key}`, 6)}`,
    class: 'compromise',
    severity: 'critical',
    confidence: 'high',
    first: Date.UTC(2026, 7, 14, 3, 12),
    last: Date.UTC(2026, 9, 20, 2, 13),
    count: 3,
    proof: [],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    attack: ['T1040'],
    otherExplanations: ['An engineer captured traffic to look into a fault and left no ticket.'],
    next: ['Keep a forensic copy of the flash before anything else.', 'Ask who owned the change.'],
    suppressed: null,
    ...more,
  };
}

/** A blind window of the synthetic case, counted in days from the start of the period. */
export function blind(fromDay: number, toDay: number, reason: BlindReason = 'silence'): BlindWindow {
  return {
    from: PERIOD.from + fromDay * DAY,
    to: PERIOD.from + toDay * DAY,
    reason,
    missing: reason === 'sequence-gap' ? 412 : null,
  };
}

/** Coverage by one kind of evidence: seen everywhere but in the blind windows. */
export function kind(
  name: EvidenceKind,
  windows: readonly BlindWindow[],
  more: Partial<KindCoverage> = {},
): KindCoverage {
  const seen: Period[] = [];
  let from = PERIOD.from;
  for (const window of windows) {
    if (window.from > from) seen.push({ from, to: window.from });
    from = window.to;
  }
  if (from < PERIOD.to) seen.push({ from, to: PERIOD.to });
  return {
    kind: name,
    first: seen[0]?.from ?? null,
    last: seen.at(-1)?.to ?? null,
    count: 48_213,
    untimed: 0,
    seen,
    blind: windows,
    instants: [],
    rhythm: 2 * HOUR,
    clockOffset: 2,
    unread: 0,
    evidence: [sha256(`${name}.log`)],
    ...more,
  };
}

/** Coverage by configuration: two snapshots and nothing between them. */
export function snapshots(days: readonly number[]): KindCoverage {
  const instants = days.map((d) => PERIOD.from + d * DAY);
  return kind('config', [], {
    seen: [],
    instants,
    count: instants.length,
    rhythm: null,
    first: instants[0] ?? null,
    last: instants.at(-1) ?? null,
  });
}

/** Coverage of one device. */
export function covered(id: string, kinds: readonly KindCoverage[]): DeviceCoverage {
  return { device: id, kinds };
}

/** A clear verdict over the whole period, changed where a test says so. */
export function verdict(check: string, subject: string, more: Partial<Verdict> = {}): Verdict {
  return { check, subject, answer: 'clear', clear: [PERIOD], blind: [], reasons: [], findings: [], ...more };
}

/** A cannot-tell verdict for want of a web log. */
export function cannotTell(check: string, subject: string): Verdict {
  return verdict(check, subject, {
    answer: 'cannot-tell',
    clear: [],
    blind: [PERIOD],
    reasons: [
      {
        code: 'no-evidence',
        text: `No web server log of ${subject} was given.`,
        cheapest: 'Add one logging line on the device and export its web log.',
        kinds: ['http'],
        periods: [PERIOD],
      },
    ],
  });
}
