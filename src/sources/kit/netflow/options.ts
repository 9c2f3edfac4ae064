import { uint } from './bytes.ts';
import type { Domain, Known } from './state.ts';

/** Largest value that is believed as a sampling interval. */
const MOST = 1_000_000;

/** Values of one options record by field number; only fields of at most 8 bytes without enterprise number. */
function values(
  known: Known,
  record: { readonly bytes: Uint8Array; readonly offsets: Uint32Array; readonly widths: Uint32Array },
): Map<number, number> {
  const out = new Map<number, number>();
  known.template.fields.forEach((field, index) => {
    // In NetFlow v9 scope fields have numbers of their own; in IPFIX a scope may name the sampler.
    if (field.enterprise !== 0 || (index < known.template.scopes && field.number < 48)) return;
    const width = record.widths[index] as number;
    if (width >= 1 && width <= 8)
      out.set(field.number, uint(record.bytes, record.offsets[index] as number, width));
  });
  return out;
}

function interval(of: ReadonlyMap<number, number>): number | null {
  const plain = of.get(34) ?? of.get(50);
  if (plain !== undefined) return plain;
  const every = of.get(305);
  if (every !== undefined && every > 0) return (every + (of.get(306) ?? 0)) / every;
  const size = of.get(309);
  const population = of.get(310);
  return size && population ? population / size : null;
}

/**
 * Takes from an options record what flows need: the sampling interval (by sampler number 48 or 302 where given) and the
 * time at which the exporter started (160). Returns false when the record holds neither.
 */
export function readOptions(
  domain: Domain,
  known: Known,
  record: { readonly bytes: Uint8Array; readonly offsets: Uint32Array; readonly widths: Uint32Array },
): boolean {
  const of = values(known, record);
  const init = of.get(160);
  if (init !== undefined && init > 0) domain.init = init;
  const factor = interval(of);
  if (factor === null) return init !== undefined;
  if (factor >= 1 && factor <= MOST && domain.sampling.size < 10_000) {
    const sampler = of.get(302) ?? of.get(48) ?? null;
    domain.sampling.set(sampler, factor);
  }
  return true;
}
