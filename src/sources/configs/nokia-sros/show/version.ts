import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readImage } from '../header.ts';

const DETAIL: Fate = ['set-aside', 'detail of show output'];

/** Reads `show version`. */
export class VersionReader implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    return readImage(bodyOf(entry), entry.line, to) ? READ : DETAIL;
  }
}

const PAIR = /^ {0,12}([A-Za-z][\w/. -]{1,40}?) {0,40}: (\S.{0,200})$/;

/** Reads `show system information` and `show chassis`: lines of a name and what it is. */
export class PairsReader implements Show {
  private hardware = false;

  line(entry: Entry, to: Snapshot): Fate {
    const found = PAIR.exec(entry.text.slice(0, 300));
    if (/^ {0,8}Hardware Data/.test(entry.text)) this.hardware = true;
    if (/^(?:Power|Fan|Card|Environment|Control)/.test(bodyOf(entry))) this.hardware = false;
    if (!found) return DETAIL;
    return this.take(found[1] as string, (found[2] as string).trim(), { entry, to }) ? READ : DETAIL;
  }

  private take(name: string, value: string, { entry, to }: { entry: Entry; to: Snapshot }): boolean {
    const { draft } = to;
    const place = { line: entry.line, lineEnd: entry.line };
    if (name === 'System Name' || name === 'Name') draft.hostname ??= value;
    else if (name === 'System Type' || name === 'Type') draft.model = value;
    else if (name === 'System Version') draft.version ??= { ...place, text: value };
    else if (name === 'System Up Time') draft.uptimeSeconds = uptime(value);
    else if (name === 'Serial number' && this.hardware) {
      // The first is that of the chassis; cards come behind.
      if (draft.serials.length === 0) addSerial(draft, value);
    } else return false;
    return true;
  }
}

/** Seconds of `120 days, 03:04:05.67 (hr:min:sec)`; null when the text is something else. */
export function uptime(text: string): number | null {
  const found = /^(?:(\d{1,6}) days?, )?(\d{1,3}):(\d\d):(\d\d)/.exec(text);
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1, 5).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
