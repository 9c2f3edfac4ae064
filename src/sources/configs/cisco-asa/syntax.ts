import type { StatementTree } from '../../../base/statement-tree.ts';
import { readClock } from '../kit/clock.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import { Indented } from '../kit/indented.ts';
import { addSerial } from '../kit/serials.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { Syntax } from '../kit/syntax.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const PAGER: Fate = ['set-aside', 'pager'];
const CHECKSUM: Fate = ['set-aside', 'checksum of the configuration'];
const HEADING: Fate = ['read', 'heading'];

const FORM = {
  comment: '!',
  prelude: /^Building configuration/,
  header: () => false,
  ends: [],
  end: null,
  freeText: () => null,
} as const;

/** The lines of an ASA configuration: blocks by indentation, and lines of the device about itself behind a colon. */
export class AsaLines implements Syntax {
  ended = false;
  private readonly inner = new Indented(FORM);

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const first = entry.text.charCodeAt(0);
    if (first === 60 && entry.text.startsWith('<--- More --->')) return PAGER;
    if (first === 67 && entry.text.startsWith('Cryptochecksum:')) return CHECKSUM;
    if (first !== 58) return this.inner.take(entry, tree, to);
    if (entry.text === ': end') {
      this.ended = true;
      to.draft.complete = true;
      return HEADING;
    }
    return readAbout(bodyOf(entry).slice(0, 300), to) ? HEADING : COMMENT;
  }
}

/** `: Serial Number: X`, `: Hardware: ASA5516, …`, `: Written by X at 10:52:23.123 UTC Tue Nov 3 2020`. */
function readAbout(text: string, to: Snapshot): boolean {
  const serial = /^: Serial Number: (\w{4,40})/.exec(text);
  if (serial) addSerial(to.draft, serial[1] as string);
  const hardware = /^: Hardware: {1,4}([\w-]{2,40})/.exec(text);
  if (hardware) to.draft.model ??= hardware[1] as string;
  const written = /^: Written by (\S{1,64}) at (.{10,60})$/.exec(text);
  if (!written) return serial !== null || hardware !== null || text === ': Saved';
  to.changed = readClock(written[2] as string);
  to.draft.changedBy = written[1] as string;
  return to.changed !== null;
}
