import { bodyOf, type Entry } from '../kit/entry.ts';
import { addSerial } from '../kit/serials.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const MADE =
  /^# (?:([a-z]{3})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) |(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) )?by RouterOS (\d[\w.]{0,20})/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Reads `# nov/22/2026 10:00:00 by RouterOS 6.49.6` and the model and serial number below it. */
export function readHeader(entry: Entry, to: Snapshot): boolean {
  const text = bodyOf(entry).slice(0, 300);
  const made = MADE.exec(text);
  if (made) {
    to.draft.version ??= { line: entry.line, lineEnd: entry.line, text: made[13] as string };
    addTime(made, to);
    return true;
  }
  const [, name, said] = /^# (model|serial number|software id) = ?(\S{0,60})/.exec(text) ?? [];
  if (name === 'model' && said) to.draft.model ??= said;
  if (name === 'serial number' && said) addSerial(to.draft, said);
  return name !== undefined;
}

function addTime(made: RegExpExecArray, to: Snapshot): void {
  const old = made[1] !== undefined;
  const month = old ? MONTHS.indexOf(made[1] ?? '-') / 3 : Number(made[8]) - 1;
  const [day, year] = old ? [made[2], made[3]] : [made[9], made[7]];
  const [hour, minute, second] = (old ? made.slice(4, 7) : made.slice(10, 13)).map(Number);
  if (year === undefined || !Number.isInteger(month) || month < 0 || month > 11) return;
  const local = Date.UTC(Number(year), month, Number(day), hour, minute, second);
  to.addClock({ local, zone: '', unset: Number(year) <= 1970 });
}
