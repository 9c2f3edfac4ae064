import type { DeviceTime } from '../kit/clock.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const IMAGE = /TiMOS-([A-Z]+-[\w.]{1,40})/;
const MODEL =
  /\b(?:Nokia|ALCATEL|ALCATEL-LUCENT|Alcatel-Lucent) ((?:SAR|[\w-]{3,20})(?: (?!Copyright)[\w-]{1,20}){0,2})/;
const TIME =
  /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})? ?(Z|UTC|[+-]\d\d:?\d\d|[A-Z]{2,5})?/;
const LONG = /[A-Za-z]{3} ([A-Za-z]{3}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})(?: ([A-Z]{2,5}))?/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads a time as SR OS writes it, `2026-06-10T20:59:50.7+00:00` or `THU APR 15 01:28:37 2021 UTC`; null when none. */
export function readTime(text: string): DeviceTime | null {
  const iso = TIME.exec(text);
  if (iso) {
    const [year, month, day, hour, minute, second] = iso.slice(1, 7).map(Number);
    const local = utc([year, (month ?? 0) - 1, day, hour, minute, second]);
    const zone = iso[7] ?? '';
    const shift = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
    if (local === null) return null;
    if (!shift) return { local, zone, unset: false };
    const minutes = (Number(shift[2]) * 60 + Number(shift[3])) * (shift[1] === '-' ? -1 : 1);
    return { local: local - minutes * 60_000, zone: 'UTC', unset: false };
  }
  const long = LONG.exec(text);
  if (!long) return null;
  const month = MONTHS.indexOf((long[1] as string).toLowerCase());
  const local = utc([long[6], month, ...long.slice(2, 6)].map(Number));
  return local === null ? null : { local, zone: long[7] ?? '', unset: false };
}

function utc(parts: readonly (number | undefined)[]): number | null {
  const [year = 0, month = -1, day = 0, hour = 99, minute = 99, second = 99] = parts;
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return null;
  const local = Date.UTC(year, month, day, hour, minute, second);
  return new Date(local).getUTCDate() === day ? local : null;
}

/** Reads version and model of a text such as `TiMOS-B-26.3.R1 both/x86_64 Nokia 7750 SR-1 Copyright …`. */
export function readImage(text: string, line: number, { draft }: Snapshot): boolean {
  const image = IMAGE.exec(text.slice(0, 300));
  if (!image) return false;
  const place = { line, lineEnd: line };
  draft.version ??= { ...place, text: image[1] as string };
  draft.image ??= { ...place, text: `TiMOS-${image[1]}` };
  const model = MODEL.exec(text.slice(0, 300));
  if (model) draft.model ??= model[1] as string;
  return true;
}

/** Reads a comment that tells something of the device or of the configuration; false for all others. */
export function readHeader(entry: Entry, to: Snapshot): boolean {
  const text = bodyOf(entry).slice(1, 300).trim();
  if (text.startsWith('TiMOS-')) return readImage(text, entry.line, to);
  if (text.startsWith('Generated ')) {
    const time = readTime(text);
    if (time) to.addClock(time);
    return time !== null;
  }
  if (text.startsWith('Last modified ')) {
    to.changed = readTime(text);
    to.draft.changedBy = / by (\S{1,64})/.exec(text)?.[1] ?? null;
    return to.changed !== null;
  }
  return /^(?:Finished |Configuration format version )/.test(text);
}
