import type { SeawallRecord } from '../../../model/record.ts';

/** Values that are kept; what comes later stands for itself, so that a hostile log costs no memory here. */
const MOST_VALUES = 20_000;
/** Fields of which hardly two records have the same value. */
const OWN: ReadonlySet<string> = new Set(['text', 'message', 'object', 'uri', 'requestBody', 'responseBody']);

/** Lets equal texts of many records be one text in memory: accounts, addresses and queries stand in them by the million. */
export class Shared {
  private readonly values = new Map<string, string>();

  /** Puts the shared texts into a record, in place. */
  in(record: SeawallRecord): void {
    const fields = record as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string' && !OWN.has(name)) fields[name] = this.one(value);
    }
  }

  private one(value: string): string {
    const known = this.values.get(value);
    if (known !== undefined) return known;
    if (this.values.size < MOST_VALUES) this.values.set(value, value);
    return value;
  }
}
