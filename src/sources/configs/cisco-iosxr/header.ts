import type { Entry } from '../kit/entry.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import { readDate } from './clock.ts';

const RELEASE = /^!! IOS XR Configuration(?: version =)? (\S{1,40})/;
const CHANGED = /^!! Last configuration change at (.{10,40}?) by (\S{1,64})$/;
/** Headers that collection tools write in front of a configuration. */
const TOOL = /^! ?Cisco IOS XR Software, Version (\S{1,40})/;
const CHASSIS = /^! ?Chassis type: (\S{1,60})/;

/** Reads a comment that says something of the device; false for all others. */
export function readHeader(entry: Entry, snapshot: Snapshot): boolean {
  const { text } = entry;
  if (text.length > 300) return false;
  const release = RELEASE.exec(text) ?? TOOL.exec(text);
  if (release) {
    snapshot.draft.version ??= { line: entry.line, lineEnd: entry.line, text: release[1] as string };
    return true;
  }
  const changed = CHANGED.exec(text);
  if (changed) {
    snapshot.changed = readDate(changed[1] as string);
    snapshot.draft.changedBy = changed[2] as string;
    return snapshot.changed !== null;
  }
  const chassis = CHASSIS.exec(text);
  if (chassis) snapshot.draft.model ??= chassis[1] as string;
  return chassis !== null || text.startsWith('!! Building configuration');
}
