import type { DeviceTime } from '../kit/clock.ts';
import type { Entry } from '../kit/entry.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const TIME = /(\d{4})[-/](\d\d)[-/](\d\d) (\d\d):(\d\d):(\d\d)(?: ?([+-]\d\d):(\d\d)| ([A-Z]{2,5}))?/;

/** Reads `2026-09-16 23:02:11+05:30`; null when the text holds no time. */
export function readTime(text: string): DeviceTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  if (new Date(local).getUTCDate() !== day) return null;
  if (!found[7]) return { local, zone: found[9] ?? '', unset: false };
  const sign = found[7].startsWith('-') ? -1 : 1;
  const shift = sign * (Math.abs(Number(found[7])) * 60 + Number(found[8]));
  return { local: local - shift * 60_000, zone: 'UTC', unset: false };
}

/** Reads a line that VRP writes in front of a configuration: `!Software Version V200R010C00SPC600`, `[V200R003C00]`. */
export function readHeader(entry: Entry, to: Snapshot): boolean {
  const text = entry.text.slice(0, 300).trim();
  const version = /^(?:! ?Software Version |\[)(V\d{3}R\d{3}C\w{2,20})\]?/.exec(text);
  if (version) {
    to.draft.version ??= { line: entry.line, lineEnd: entry.line, text: version[1] as string };
    return true;
  }
  const changed = /^! ?Last configuration was (updated|saved) at (.{10,40}?)(?: by (\S{1,64}))?$/.exec(text);
  if (!changed) return false;
  const time = readTime(changed[2] as string);
  if (changed[1] === 'saved') to.saved = time;
  else {
    to.changed = time;
    to.draft.changedBy = changed[3] ?? null;
  }
  return time !== null;
}
