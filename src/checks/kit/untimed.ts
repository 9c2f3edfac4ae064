import type { SeawallRecord } from '../../model/record.ts';
import type { Hit, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { loggedChange } from './config-change.ts';
import type { Check, Select } from './contract.ts';
import { limit } from './limits.ts';

function isWanted(record: SeawallRecord, { records, mnemonics = ['*'] }: Select): boolean {
  if (!records.includes(record.kind)) return false;
  if (record.kind !== 'log') return true;
  return mnemonics.some((m) =>
    m.endsWith('*') ? record.mnemonic.startsWith(m.slice(0, -1)) : record.mnemonic === m,
  );
}

/** What a device says of its own start always comes before its clock is set, and is nobody's deed. */
function isOfStart(record: SeawallRecord): boolean {
  return record.kind === 'log' && loggedChange(record)?.by === 'start';
}

/** The records of which nobody knows when they were made, among those that the check sets against each other by time. */
export function untimed(check: Check, view: DeviceView): readonly SeawallRecord[] {
  if (!check.comparesTimes) return [];
  const kinds = [...new Set(check.selects.flatMap((s) => s.records))];
  return kinds
    .flatMap((kind) => view.records(kind) as readonly SeawallRecord[])
    .filter((r) => r.at === null || r.timeQuality === 'clock-unset' || r.timeQuality === 'none')
    .filter((r) => check.selects.some((s) => isWanted(r, s)) && !isOfStart(r));
}

/** Says that records without a time can neither show a contradiction nor rule one out; empty where all have one. */
export function untimedReasons(check: Check, view: DeviceView): readonly Reason[] {
  const records = untimed(check, view);
  const first = records[0];
  if (!first) return [];
  const count = records.reduce((sum, r) => sum + r.count, 0);
  const text = `${count} ${count === 1 ? 'line' : 'lines'} of this device without a usable time could not be compared, such as "${first.text.slice(0, 120)}".`;
  const cheapest = 'Set NTP on the device, and look at these lines by hand.';
  return [limit('no-time', ['syslog', 'accounting'], { text, cheapest })];
}

/** The hits, each with a note when records without a time were left out that might explain it. */
export function withUntimed(check: Check, view: DeviceView, hits: readonly Hit[]): readonly Hit[] {
  const count = hits.length === 0 ? 0 : untimed(check, view).reduce((sum, r) => sum + r.count, 0);
  if (count === 0) return hits;
  const note = `${count} ${count === 1 ? 'line' : 'lines'} without a usable time were left out of this comparison.`;
  return hits.map((hit) => ({ ...hit, notes: [...hit.notes, note] }));
}
