import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const DETAIL: Fate = ['set-aside', 'detail of display version'];
const UNITS: ReadonlyMap<string, number> = new Map([
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]);

/** Seconds of `60 weeks, 4 days, 11 hours, 20 minutes`; null when the text is something else. */
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

/** Reads `display version`. */
export class VersionReader implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const place = { line: entry.line, lineEnd: entry.line };
    // The release of the product is what advisories name; the number of the platform beside it says little.
    const software =
      /^VRP \(R\) [Ss]oftware, Version [\d.]{1,12} \((?:[^()]{0,60} )?(V\d{3}R\d{3}C\w{2,20})\)/.exec(text);
    if (software) {
      draft.version ??= { ...place, text: software[1] as string };
      return READ;
    }
    const patch = /^Patch Version: ?(V\w{4,20})/.exec(text);
    if (patch && draft.version) {
      draft.version = { ...draft.version, lineEnd: entry.line, text: `${draft.version.text} ${patch[1]}` };
      return READ;
    }
    const up =
      /^(?:HUAWEI|Huawei|Quidway) (\S{2,40}(?: (?!Router|Routing|uptime)\S{1,20}){0,4})(?: (?:Terabit )?Rout(?:er|ing Switch))? uptime is (.{5,80})$/.exec(
        text,
      );
    if (up) {
      draft.model ??= (up[1] as string).replace(/ Terabit$/, '');
      draft.uptimeSeconds = readUptime(up[2] as string);
    }
    return up || text.startsWith('Huawei Versatile') ? READ : DETAIL;
  }
}

/** Reads `display esn`. */
export class EsnReader implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = /^ESN(?: of [\w ]{1,30})?: ?(\w{8,30})/.exec(bodyOf(entry).slice(0, 200));
    if (!found) return DETAIL;
    addSerial(draft, found[1] as string);
    return READ;
  }
}
