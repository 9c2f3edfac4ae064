import { HOUR, type Instant } from '../../../base/time.ts';
import type { Sink } from '../contract.ts';

/** Hours over which one gap is spread at most; a longer one is spread over its last ones. */
const MOST_HOURS = 24 * 31;
/** Hours with tallies that are kept for all exporters together; forged times cost no more. */
const MOST_TALLIES = 200_000;

interface Tally {
  lost: number;
  heard: number;
}

/** A gap between two datagrams: `units` are missing between them. */
export interface Gap {
  /** Export time of the datagram before; NaN where it is not known. */
  readonly from: Instant;
  readonly to: Instant;
  readonly units: number;
}

/**
 * Counts by exporter and hour what came and what did not: lost on the way by the sequence numbers, or never decoded for
 * want of a template. Counted in what the exporter counts in: records (v5, IPFIX) or datagrams (v9).
 */
export class LossBook {
  private readonly byExporter = new Map<string, Map<number, Tally>>();
  private tallies = 0;
  private last: { exporter: string; hour: number; tally: Tally } | null = null;

  /** Counts what came with a datagram. */
  heard(exporter: string, at: Instant, units: number): void {
    const tally = this.at(exporter, at);
    if (tally) tally.heard += units;
  }

  /** Counts what could not be decoded. */
  undecoded(exporter: string, at: Instant, units: number): void {
    const tally = this.at(exporter, at);
    if (tally) tally.lost += units;
  }

  /** Counts what is missing between two datagrams, spread over the hours of the gap. */
  lost(exporter: string, { from, to, units }: Gap): void {
    const last = Math.floor(to / HOUR);
    const first = from <= to ? Math.max(Math.floor(from / HOUR), last - MOST_HOURS) : last;
    const each = units / (last - first + 1);
    for (let hour = first; hour <= last; hour += 1) this.undecoded(exporter, hour * HOUR, each);
  }

  /** Takes back what was counted as lost: it came late. */
  late(exporter: string, at: Instant, units: number): void {
    const tally = this.at(exporter, at);
    if (!tally) return;
    tally.lost = Math.max(0, tally.lost - units);
    tally.heard += units;
  }

  /** Reports the hours of the exporters that lost anything. */
  report(sink: Sink): void {
    for (const [exporter, hours] of this.byExporter) {
      if (![...hours.values()].some((t) => t.lost > 0)) continue;
      for (const [hour, { lost, heard }] of hours)
        sink.lost?.(`addr:${exporter}`, 'flow', { hour, lost: Math.ceil(lost), heard });
    }
    this.byExporter.clear();
    this.tallies = 0;
    this.last = null;
  }

  private at(exporter: string, at: Instant): Tally | null {
    if (Number.isNaN(at)) return null;
    const hour = Math.floor(at / HOUR);
    const { last } = this;
    if (last && last.hour === hour && last.exporter === exporter) return last.tally;
    let hours = this.byExporter.get(exporter);
    if (!hours) {
      hours = new Map();
      this.byExporter.set(exporter, hours);
    }
    let tally = hours.get(hour);
    if (!tally) {
      if (this.tallies >= MOST_TALLIES) return null;
      this.tallies += 1;
      tally = { lost: 0, heard: 0 };
      hours.set(hour, tally);
    }
    this.last = { exporter, hour, tally };
    return tally;
  }
}
