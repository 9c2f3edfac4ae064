import { MinuteSet } from '../../base/minute-set.ts';
import type { Instant } from '../../base/time.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { EvidenceId, EvidenceKind } from '../../model/evidence.ts';
import type { Origin } from '../../model/record.ts';

/** More runs than this mean that the numbers are no sequence; they are then dropped. */
const MOST_RUNS = 20_000;
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
  private overflow = false;
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

  /** Counts a line that could not be read. */
  unreadLine(): void {
    this.unread += 1;
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
    if (this.overflow) return;
    if (n / 4 >= MOST_RUNS) {
      this.overflow = true;
      this.runs = [];
      return;
    }
    runs.push(number, number, at, at);
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
    };
  }
}
