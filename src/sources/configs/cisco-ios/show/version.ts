import type { Draft } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['year', 31_536_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]);

/** Seconds of `4 weeks, 2 days, 3 hours, 1 minute`; null when the text is something else. */
export function readUptime(text: string): number | null {
  let seconds = 0;
  for (const part of text.split(',')) {
    const [count, unit] = part.trim().split(' ');
    const length = UNITS.get(unit?.replace(/s$/, '') ?? '');
    if (length === undefined || !/^\d{1,6}$/.test(count ?? '')) return null;
    seconds += Number(count) * length;
  }
  return seconds;
}

/** Reads `show version`. */
export class VersionReader implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    return readVersionLine(entry, to.draft) ? READ : ['set-aside', 'detail of show version'];
  }
}

/** Reads one line of `show version`; false when it says nothing that is kept. */
function readVersionLine(entry: Entry, draft: Draft): boolean {
  const text = bodyOf(entry).slice(0, 400);
  const at = { line: entry.line, lineEnd: entry.line };
  return readSoftware(text, at, draft) || readHardware(text, draft);
}

type At = { readonly line: number; readonly lineEnd: number };

function readSoftware(text: string, at: At, draft: Draft): boolean {
  if (/^Cisco IOS[ -]XE Software, Version /i.test(text)) {
    draft.platform = 'ios-xe';
    draft.version = { ...at, text: text.slice(text.indexOf('Version ') + 8).trim() };
    return true;
  }
  const ios = /^(?:Cisco )?(?:IOS|Internetwork Operating System).{0,200}?, Version ([^\s,]{1,60})/.exec(text);
  if (ios) {
    if (/IOS[ -]XE|IOSXE|X86_64_LINUX|CAT\dK_CAA|_IOSD-/i.test(text)) draft.platform = 'ios-xe';
    if (!draft.version || draft.platform === 'ios') draft.version = { ...at, text: ios[1] as string };
    return true;
  }
  const image = /^System image file is "([^"]{1,200})"/.exec(text);
  if (image) draft.image = { ...at, text: image[1] as string };
  return image !== null;
}

function readHardware(text: string, draft: Draft): boolean {
  const uptime = /^(\S{1,63}) uptime is (.{1,100})$/.exec(text);
  if (uptime) {
    draft.hostname ??= uptime[1] as string;
    draft.uptimeSeconds = readUptime(uptime[2] as string);
    return true;
  }
  const board =
    /^Processor board ID (\w{1,40})/.exec(text) ?? /^System [Ss]erial [Nn]umber\s*: (\w{1,40})/.exec(text);
  if (board) {
    addSerial(draft, board[1] as string);
    return true;
  }
  const model =
    /^[Cc]isco (\S{1,60}) \(.{1,80}\) (?:processor|Processor)/.exec(text) ??
    /^Model [Nn]umber\s*: (\S{1,60})/.exec(text);
  if (model) draft.model ??= model[1] as string;
  return model !== null;
}
