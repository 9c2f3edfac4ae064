import type { Sink } from '../contract.ts';
import { CAPACITY, FlowColumns } from './columns.ts';

/** Batches that are kept open at once; each takes about 2.5 MB. */
const MOST_OPEN = 12;

/** Keeps one open batch for each exporter and hands batches over when they are full. */
export class Batches {
  private readonly sink: Sink;
  private readonly open = new Map<string, FlowColumns>();
  private readonly spare: FlowColumns[] = [];
  private current: FlowColumns | null = null;

  /** Full batches go to `sink`. */
  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** The open batch of an exporter with room for at least `room` rows. */
  take(exporter: string, room: number): FlowColumns {
    let columns = this.current;
    if (!columns || columns.exporter !== exporter) columns = this.find(exporter);
    if (columns.length + room > CAPACITY) this.send(columns);
    return columns;
  }

  /** Hands over all open batches. */
  flush(): void {
    for (const columns of this.open.values()) this.send(columns);
  }

  private find(exporter: string): FlowColumns {
    let columns = this.open.get(exporter);
    if (!columns) {
      if (this.open.size >= MOST_OPEN) this.recycle();
      columns = this.spare.pop() ?? new FlowColumns(exporter);
      columns.exporter = exporter;
      this.open.set(exporter, columns);
    }
    this.current = columns;
    return columns;
  }

  private recycle(): void {
    this.flush();
    this.spare.push(...this.open.values());
    this.open.clear();
    this.current = null;
  }

  private send(columns: FlowColumns): void {
    if (columns.length > 0) this.sink.flows(columns);
    columns.length = 0;
    columns.sampled = 1;
  }
}
