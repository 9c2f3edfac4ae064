import type { Entry } from '../kit/entry.ts';
import { readDate } from '../kit/local-date.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const CHANGED = /^!Running configuration last done at: (.{10,40})$/;
const TAKEN = /^!Time: (.{10,40})$/;

/** Reads a comment that NX-OS writes in front of a configuration; false for all others. */
export function readHeader(entry: Entry, snapshot: Snapshot): boolean {
  if (entry.text.length > 80) return false;
  const changed = CHANGED.exec(entry.text);
  if (changed) {
    // `!Running configuration last done at: Never` is no time.
    snapshot.changed = readDate(changed[1] as string);
    return snapshot.changed !== null;
  }
  const taken = TAKEN.exec(entry.text);
  const time = taken && readDate(taken[1] as string);
  if (time) snapshot.addClock(time);
  return time !== null;
}
