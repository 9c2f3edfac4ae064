import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SAYS_NOTHING: Fate = ['set-aside', 'show output that no question turns on'];
const KNOWN =
  /^(?:Hardware version|Hardware MAC|System MAC|Architecture|Internal build|Image format|Image optimization|Total memory|Free memory|cEOS tools|Kernel version|Deviations|Boot|Installed|Serial number)/;
const UNITS: Readonly<Record<string, number>> = {
  week: 604_800,
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
};

/** Reads `show version`. */
export class VersionShow implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const at = { line: entry.line, lineEnd: entry.line };
    const model = /^Arista (\S{1,60})$/.exec(text);
    if (model) draft.model = model[1] as string;
    const version = /^Software image version: +(\S{1,60})/.exec(text);
    if (version) draft.version = { ...at, text: version[1] as string };
    const serial = /^Serial number: +(\S{1,40})/.exec(text);
    if (serial) addSerial(draft, serial[1] as string);
    const uptime = /^Uptime: +(.{1,100})/.exec(text);
    if (uptime) draft.uptimeSeconds = readUptime(uptime[1] as string);
    if (model || version || serial || uptime) return READ;
    return KNOWN.test(text) ? SAYS_NOTHING : BROKEN;
  }
}

/** `3 weeks, 0 days, 20 hours and 45 minutes` in seconds. */
export function readUptime(text: string): number {
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d{1,6}) (week|day|hour|minute|second)s?/g))
    seconds += Number(count) * (UNITS[unit as string] as number);
  return seconds;
}
