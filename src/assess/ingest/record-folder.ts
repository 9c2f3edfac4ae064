import { MINUTE } from '../../base/time.ts';
import type { SeawallRecord } from '../../model/record.ts';

/** Distinct records held back for folding; then all are let go. */
const MOST_OPEN = 4096;
const NEVER_FOLDED: ReadonlySet<string> = new Set(['access', 'file', 'register', 'http']);

interface Open {
  readonly record: SeawallRecord;
  count: number;
  last: number | null;
}

function contentKey(record: SeawallRecord): string {
  const minute = record.at === null ? 'none' : String(Math.floor(record.at / MINUTE));
  switch (record.kind) {
    case 'log':
      return `log|${record.origin}|${minute}|${record.mnemonic}|${record.message}`;
    case 'command':
      return `command|${record.origin}|${minute}|${record.account}|${record.from}|${record.terminal}|${record.command}`;
    case 'login':
      return `login|${record.origin}|${minute}|${record.account}|${record.from}|${record.outcome}|${record.via}|${record.service}`;
    case 'sighting':
      return `sighting|${record.origin}|${minute}|${record.value}|${record.near}`;
    default:
      return '';
  }
}

/**
 * Folds records of the same content within one minute into one with a count, so that a flood of identical lines costs
 * one row. Depends only on the order within one piece of evidence.
 */
export class RecordFolder {
  private readonly open = new Map<string, Open>();
  private readonly out: (record: SeawallRecord) => void;

  /** Folded records go to `out`, in the order in which they were first seen. */
  constructor(out: (record: SeawallRecord) => void) {
    this.out = out;
  }

  /** Takes a record. */
  add(record: SeawallRecord): void {
    if (NEVER_FOLDED.has(record.kind)) {
      this.out(record);
      return;
    }
    const key = contentKey(record);
    const held = this.open.get(key);
    if (held) {
      held.count += record.count;
      const last = record.last ?? record.at;
      if (last !== null && (held.last === null || last > held.last)) held.last = last;
      return;
    }
    if (this.open.size >= MOST_OPEN) this.flush();
    this.open.set(key, { record, count: record.count, last: record.last });
  }

  /** Lets all held records go. */
  flush(): void {
    for (const { record, count, last } of this.open.values()) {
      this.out(count === record.count ? record : { ...record, count, last });
    }
    this.open.clear();
  }
}
