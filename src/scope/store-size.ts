import type { RegisterRecord } from '../model/record.ts';
import { plainName } from './suspicion.ts';

/** How much a record store holds; null where the register does not say. */
export interface StoreSize {
  readonly rows: number | null;
  readonly persons: number | null;
}

/** What the register says of a store. Of several entries the largest numbers hold, since they bound from above. */
export function storeSize(system: string, register: readonly RegisterRecord[]): StoreSize {
  const notes = register
    .filter((r) => r.entry === 'record-store' && plainName(r.value) === plainName(system))
    .map((r) => r.note ?? '');
  return { rows: largest(notes, 'rows'), persons: largest(notes, 'persons') };
}

function largest(notes: readonly string[], name: string): number | null {
  const values = notes
    .flatMap((note) => note.toLowerCase().split(/[\s,;]+/))
    .filter((word) => word.startsWith(`${name}=`))
    .map((word) => word.slice(name.length + 1))
    .filter((digits) => /^\d{1,15}$/.test(digits))
    .map(Number);
  return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
}
