import { MinuteSet } from '../../base/minute-set.ts';
import type { Instant } from '../../base/time.ts';
import { joinRuns } from '../../coverage/index.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { EvidenceId, EvidenceKind } from '../../model/evidence.ts';
import type { Origin } from '../../model/record.ts';
import type { HourTally } from '../../sources/kit/contract.ts';

/** More runs than this, joined as far as they can be, mean that the numbers cannot be followed any further. */
const MOST_RUNS = 20_000;
/** More input interfaces than this tell nothing more. */
const MOST_INPUTS = 64;
/** Hours with losses of one origin; later ones count as the last. */
const MOST_HOURS = 100_000;
const MOST_OFFSETS = 64;

/** Gathers what one piece of evidence shows of one origin and kind. */
export class TrackBuilder {
  private readonly origin: Origin;
  private readonly kind: EvidenceKind;
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;
  private count = 0;
  private untimed = 0;
  private unread = 0;
  private readonly minutes = new MinuteSet();
  private runs: number[] = [];
  private full = false;
  private cut = Number.POSITIVE_INFINITY;
  private readonly losses = new Map<number, [lost: number, heard: number]>();
  private readonly inputs = new Set<number>();
  private lastInput = 0;
  private unreadLogins = 0;
  private unreadCommands = 0;
  private sampled = 1;
  private deepest = -1;
  private readonly offsets = new Map<number, number>();
  private readonly instants = new Set<Instant>();

  /** One builder for each origin and kind of a piece of evidence. */
  constructor(origin: Origin, kind: EvidenceKind) {
    this.origin = origin;
    this.kind = kind;
  }

  /** Counts `n` observations at a time, or without one. */
  seen(at: Instant | null, n = 1): void {
    this.count += n;
    if (at === null || !this.minutes.add(at)) {
      this.untimed += n;
      return;
    }
    if (at < this.first) this.first = at;
    if (at > this.last) this.last = at;
    if (this.kind === 'config' || this.kind === 'state') this.instants.add(at);
  }

  /** Counts a line that could not be read; apart where it says what it should have been. */
  unreadLine(what?: 'login' | 'command'): void {
    if (what === 'login') this.unreadLogins += 1;
    else if (what === 'command') this.unreadCommands += 1;
    else this.unread += 1;
  }

  /** Notes what was lost and what came within an hour. */
  lost({ hour, lost, heard }: HourTally): void {
    const known = this.losses.get(hour);
    if (known) {
      known[0] += lost;
      known[1] += heard;
    } else if (this.losses.size < MOST_HOURS) this.losses.set(hour, [lost, heard]);
  }

  /** Notes by which interface flows came in; 0 where they do not say. */
  input(number: number): void {
    if (number === this.lastInput || number === 0) return;
    this.lastInput = number;
    if (this.inputs.size < MOST_INPUTS) this.inputs.add(number);
  }

  /** Notes that flows stand for a sample of one packet in so many. */
  sampledBy(interval: number): void {
    this.sampled = Math.max(this.sampled, interval);
  }

  /** Notes the severity number of a message. */
  severity(level: number): void {
    this.deepest = Math.max(this.deepest, level);
  }

  /** Notes the device's own message number. */
  sequence(number: number, at: Instant): void {
    const runs = this.runs;
    const n = runs.length;
    if (n > 0 && number === (runs[n - 3] as number) + 1) {
      runs[n - 3] = number;
      runs[n - 1] = at;
      return;
    }
    if (n > 0 && number === runs[n - 3]) return;
    if (n / 4 >= MOST_RUNS) this.join();
    if (this.full) this.cut = Math.min(this.cut, at);
    else this.runs.push(number, number, at, at);
  }

  /** Makes room; once joining no longer halves the runs, what follows is given up. */
  private join(): void {
    if (this.full) return;
    this.runs = joinRuns(this.runs);
    this.full = this.runs.length / 4 > MOST_RUNS / 2;
  }

  /** Notes device clock minus relay clock in milliseconds. */
  clockOffset(offset: number): void {
    const seconds = Math.round(offset / 1000);
    if (this.offsets.size >= MOST_OFFSETS && !this.offsets.has(seconds)) return;
    this.offsets.set(seconds, (this.offsets.get(seconds) ?? 0) + 1);
  }

  /** The track so far. */
  build(evidence: EvidenceId): CoverageTrack {
    return {
      evidence,
      origin: this.origin,
      kind: this.kind,
      first: this.first === Number.POSITIVE_INFINITY ? null : this.first,
      last: this.last === Number.NEGATIVE_INFINITY ? null : this.last,
      count: this.count,
      untimed: this.untimed,
      minutes: this.minutes.runs(),
      sequences: this.runs,
      clockOffsets: [...this.offsets.entries()].sort((a, b) => a[0] - b[0]).flat(),
      unread: this.unread,
      instants: [...this.instants].sort((a, b) => a - b),
      ...(this.sampled > 1 ? { sampled: this.sampled } : {}),
      ...(this.deepest >= 0 ? { deepest: this.deepest } : {}),
      ...(this.cut < Number.POSITIVE_INFINITY ? { sequencesCut: this.cut } : {}),
      ...(this.losses.size > 0 ? { losses: flattened(this.losses) } : {}),
      ...(this.inputs.size > 0 ? { inputs: [...this.inputs].sort((a, b) => a - b) } : {}),
      ...(this.unreadLogins > 0 ? { unreadLogins: this.unreadLogins } : {}),
      ...(this.unreadCommands > 0 ? { unreadCommands: this.unreadCommands } : {}),
    };
  }
}

function flattened(losses: ReadonlyMap<number, readonly [number, number]>): number[] {
  return [...losses].sort((a, b) => a[0] - b[0]).flatMap(([hour, [lost, heard]]) => [hour, lost, heard]);
}
