import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const PACKAGE = /^(?:JUNOS|Junos|junos)\b.{0,200}?\[([\w.-]{3,60})\]$/;
/** Releases, as against the builds of single packages (`20220825.064945_builder_…`). */
const RELEASE = /^\d{1,2}\.\d[\w.-]*$/;

/** Reads `show version`: of members of a chassis the first names the device. */
export class VersionReader implements Show {
  private told = false;

  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    return this.known(bodyOf(entry).slice(0, 400), entry, to)
      ? READ
      : ['set-aside', 'detail of show version'];
  }

  private known(text: string, entry: Entry, { draft }: Snapshot): boolean {
    const place = { line: entry.line, lineEnd: entry.line };
    const named = /^(Hostname|Model|Junos|Family|Serial Number): (\S.{0,100})$/.exec(text);
    if (named) {
      const value = named[2] as string;
      if (named[1] === 'Hostname') draft.hostname ??= value;
      else if (named[1] === 'Model') draft.model ??= value;
      else if (named[1] === 'Junos' && !this.told) {
        draft.version = { ...place, text: value };
        this.told = true;
      }
      return true;
    }
    const found = PACKAGE.exec(text)?.[1] ?? /^Junos: (\S+)/.exec(text)?.[1];
    if (found === undefined || this.told || !RELEASE.test(found)) return found !== undefined;
    draft.version = { ...place, text: found };
    this.told = /Base OS|EX +Software Suite|OS Kernel|Software Suite/i.test(text);
    return true;
  }
}
