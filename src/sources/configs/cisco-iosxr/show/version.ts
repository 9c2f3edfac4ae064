import type { Draft } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readUptime } from '../../kit/uptime.ts';

/** Reads `show version` of all generations of IOS XR. */
export class VersionShow implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const at = { line: entry.line, lineEnd: entry.line };
    return software(text, at, to.draft) || hardware(text, to.draft)
      ? READ
      : ['set-aside', 'detail of show version'];
  }
}

type At = { readonly line: number; readonly lineEnd: number };

function software(text: string, at: At, draft: Draft): boolean {
  const version = /^Cisco IOS XR Software, Version ([^\s[]{1,60}(?: LNT)?)/.exec(text);
  if (version) draft.version = { ...at, text: version[1] as string };
  const image = /^System image file is "([^"]{1,300})"/.exec(text);
  if (image) draft.image = { ...at, text: image[1] as string };
  return version !== null || image !== null;
}

/** `cisco 8000 (Intel …)` names the family; the line that ends in `processor` names the model. */
const MODEL = /^cisco (\S.{0,60}?)(?: Series)? \(.{0,120}\) processor/i;
/** `ASR 9912 10 Line Card Slot Chassis …` says more than `ASR9K`. */
const CHASSIS = /^((?:ASR|NCS|CRS)[ -]?\d{3,5}\w{0,10}) .{0,80}Chassis/i;

function hardware(text: string, draft: Draft): boolean {
  const uptime = /^(\S{1,63}) uptime is (.{1,100})$/.exec(text);
  if (uptime) {
    if (uptime[1] !== 'System') draft.hostname ??= uptime[1] as string;
    draft.uptimeSeconds = readUptime(uptime[2] as string);
    return true;
  }
  const chassis = CHASSIS.exec(text);
  if (chassis) draft.model = chassis[1] as string;
  const model = MODEL.exec(text);
  if (model) draft.model ??= model[1] as string;
  return chassis !== null || model !== null;
}
