import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const DETAIL: Fate = ['set-aside', 'detail of show system info'];
const TIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Reads `show system info`: `sw-version: 10.1.9` and what else names the device. */
export class InfoReader implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const found = /^([a-z][a-z-]{1,60}): ?(.{0,200})$/.exec(bodyOf(entry).slice(0, 300));
    const said = found?.[2]?.trim() ?? '';
    if (!found || said === '' || said === 'unknown') return DETAIL;
    return known(found[1] as string, said, { entry, to }) ? READ : DETAIL;
  }
}

function known(name: string, said: string, { entry, to }: { entry: Entry; to: Snapshot }): boolean {
  const { draft } = to;
  const at = { line: entry.line, lineEnd: entry.line };
  if (name === 'hostname') draft.hostname ??= said;
  else if (name === 'model') draft.model = said;
  else if (name === 'serial') addSerial(draft, said);
  else if (name === 'sw-version') draft.version = { ...at, text: said };
  else if (name === 'uptime') draft.uptimeSeconds = uptime(said);
  else if (name === 'time') return clock(to, said);
  else return false;
  return true;
}

/** Seconds of `2 days, 2:38:49`; null when the text is something else. */
export function uptime(text: string): number | null {
  const found = /^(?:(\d{1,5}) days?, )?(\d{1,2}):(\d\d):(\d\d)$/.exec(text);
  if (!found) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

function clock(to: Snapshot, said: string): boolean {
  const found = TIME.exec(said);
  const month = MONTHS.indexOf(found?.[1] ?? '-') / 3;
  if (!found || month < 0) return false;
  const [day = 0, hour = 0, minute = 0, second = 0, year = 0] = found.slice(2).map(Number);
  to.addClock({ local: Date.UTC(year, month, day, hour, minute, second), zone: '', unset: false });
  return true;
}
