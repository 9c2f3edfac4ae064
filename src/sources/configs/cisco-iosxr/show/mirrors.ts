import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SOURCE = /^(\S{1,80}) +(?:\(port\) +)?(Both|Rx|Tx) +(.{1,60})$/;

/** Reads `show monitor-session [status]`: a session, its destination, and the interfaces that feed it. */
export class MirrorsShow implements Show {
  readonly view = 'mirrors';

  line(entry: Entry, to: Snapshot): Fate {
    return this.known(bodyOf(entry).slice(0, 400), { line: entry.line, lineEnd: entry.line }, to)
      ? READ
      : BROKEN;
  }

  private known(text: string, at: { line: number; lineEnd: number }, { draft }: Snapshot): boolean {
    const { mirrors } = stateOf(draft);
    const opened = /^Monitor-session (\S{1,80})(?: \((\w{1,20})\))?/i.exec(text);
    if (opened) {
      mirrors.push({
        ...at,
        name: opened[1] as string,
        type: opened[2] ?? 'span',
        source: null,
        destination: null,
        up: null,
      });
      return true;
    }
    const last = mirrors.at(-1);
    const end = /^Destination (?:interface|next-hop|pseudowire|file)? ?(.{1,120})$/i.exec(text);
    if (last && end) {
      mirrors[mirrors.length - 1] = { ...last, destination: (end[1] as string).replace(/^interface /, '') };
      return true;
    }
    const source = SOURCE.exec(text);
    if (last && source) {
      const up = last.up === true || (source[3] as string).startsWith('Operational');
      const named =
        last.source === null
          ? source[1]
          : last.source.length > 1000
            ? last.source
            : `${last.source}, ${source[1]}`;
      mirrors[mirrors.length - 1] = { ...last, source: named ?? null, up, lineEnd: at.lineEnd };
      return true;
    }
    return /^(?:[=-]{3,}|Source Interface|No monitor sessions)/i.test(text);
  }
}
