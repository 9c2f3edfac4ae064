import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show install active`: the release and the image that nodes started from; packages are set aside by name. */
export class InstallShow implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const at = { line: entry.line, lineEnd: entry.line };
    const label = /^Label : (\d\S{0,40})/.exec(text);
    if (label) draft.version ??= { ...at, text: label[1] as string };
    const image = /^Boot Image: (\S{1,300})/.exec(text);
    if (image) draft.image ??= { ...at, text: image[1] as string };
    return label || image ? READ : ['set-aside', 'installed package'];
  }
}
