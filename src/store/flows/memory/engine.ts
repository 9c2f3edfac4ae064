import type { FlowBatch } from '../../../model/flow.ts';
import type {
  ConversationQuery,
  Conversations,
  ExporterSpan,
  FlowStore,
  Segment,
  SightingQuery,
  Sightings,
} from '../contract.ts';
import { DEFAULT_LIMIT } from '../contract.ts';
import { splitAddresses } from '../kit/address.ts';
import { expandSightings } from '../kit/expand.ts';
import { wants } from '../kit/folding.ts';
import { Matcher } from '../kit/matcher.ts';
import { Groups } from './groups.ts';
import { type Kept, keep, type Row, rowOf } from './rows.ts';

/** Keeps all flows in arrays: for small cases without a folder, and as the plain twin that tests compare with. */
class MemoryFlowStore implements FlowStore {
  private kept: Kept[] = [];

  append(evidence: string, batch: FlowBatch): void {
    if (batch.length > 0) this.kept.push(keep(evidence, batch));
  }

  async seal(): Promise<readonly Segment[]> {
    if (this.kept.length === 0) return [];
    const evidence = [...new Set(this.kept.map((k) => k.evidence))].sort();
    const rows = this.kept.reduce((sum, k) => sum + k.batch.length, 0);
    return [{ name: 'memory', evidence, rows, bytes: rows * 100 }];
  }

  async forget(evidence: string): Promise<void> {
    this.kept = this.kept.filter((k) => k.evidence !== evidence);
  }

  async conversations(query: ConversationQuery): Promise<Conversations> {
    const { four, six } = splitAddresses(query.addresses);
    const own = new Set<number | bigint>([...four, ...six]);
    const groups = new Groups(query.select.ports ?? []);
    this.each((row) => {
      if (wants(query.select, row) && (own.has(row.src) || own.has(row.dst))) groups.add(row);
    });
    return groups.list(query.limit ?? DEFAULT_LIMIT);
  }

  async sightings(query: SightingQuery): Promise<Sightings> {
    const matcher = new Matcher(query);
    const groups = new Groups([]);
    const known = new Map<number | bigint, boolean>();
    const hit = (address: number | bigint): boolean => {
      let found = known.get(address);
      if (found === undefined) {
        const matches = typeof address === 'bigint' ? matcher.match6(address) : matcher.match4(address);
        found = matches.length > 0;
        known.set(address, found);
      }
      return found;
    };
    this.each((row) => {
      if (hit(row.src) || hit(row.dst)) groups.add(row);
    });
    const { conversations, truncated } = groups.list(query.limit ?? DEFAULT_LIMIT);
    return { sightings: expandSightings(conversations, matcher), truncated };
  }

  async exporters(): Promise<readonly ExporterSpan[]> {
    const spans = new Map<
      string,
      { exporter: string; first: number | null; last: number | null; flows: number }
    >();
    this.each(({ exporter, first, last }) => {
      const span = spans.get(exporter) ?? { exporter, first: null, last: null, flows: 0 };
      if (!Number.isNaN(first)) span.first = Math.min(span.first ?? first, first);
      if (!Number.isNaN(last)) span.last = Math.max(span.last ?? last, last);
      span.flows += 1;
      spans.set(exporter, span);
    });
    return [...spans.values()].sort((a, b) => (a.exporter < b.exporter ? -1 : 1));
  }

  async close(): Promise<void> {
    this.kept = [];
  }

  private each(visit: (row: Row) => void): void {
    for (const kept of this.kept) for (let i = 0; i < kept.batch.length; i += 1) visit(rowOf(kept, i));
  }
}

/** Opens an empty store in memory; nothing is kept after `close`. */
export async function openMemory(): Promise<FlowStore> {
  return new MemoryFlowStore();
}
