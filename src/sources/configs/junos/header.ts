import type { DeviceTime } from '../kit/clock.ts';
import type { Entry } from '../kit/entry.ts';
import { addSerial } from '../kit/serials.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?: ([A-Za-z0-9+-]{1,8}))?/;
const CHANGED = /^##+ Last (?:commit|changed): (\d{4}-\d\d-\d\d .{1,30}?)(?: by (\S{1,64}))?$/;
/** Comments that RANCID and Oxidized write in front of a configuration, out of show commands. */
const TOOL = /^# ?(Hostname|Model|Junos|Chassis)(?::? +| *\t)(\S.{0,200})$/;
const CHASSIS = /^([A-Z0-9]{6,20}) +(\S.{1,60})$/;

/** Reads `2026-10-16 03:12:44 UTC`; null when the text is no such time. */
export function readTime(text: string): DeviceTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (hour > 23 || minute > 59 || second > 60) return null;
  const date = Date.UTC(year, month - 1, day);
  if (new Date(date).getUTCDate() !== day || new Date(date).getUTCMonth() !== month - 1) return null;
  const local = date + ((hour * 60 + minute) * 60 + second) * 1000;
  return { local, zone: found[7] ?? '', unset: false };
}

/** Reads a comment that says something of the device; false for all others. */
export function readHeader(entry: Entry, snapshot: Snapshot): boolean {
  const text = entry.text;
  if (text.length > 300) return false;
  const changed = CHANGED.exec(text);
  if (changed) {
    snapshot.changed = readTime(changed[1] as string);
    if (changed[2]) snapshot.draft.changedBy = changed[2];
    return snapshot.changed !== null;
  }
  const tool = TOOL.exec(text);
  return tool !== null && readTool(tool[1] as string, (tool[2] as string).trim(), { entry, snapshot });
}

function readTool(
  word: string,
  value: string,
  { entry, snapshot }: { entry: Entry; snapshot: Snapshot },
): boolean {
  const { draft } = snapshot;
  if (word === 'Model') draft.model ??= value;
  else if (word === 'Junos') draft.version ??= { line: entry.line, lineEnd: entry.line, text: value };
  else if (word === 'Hostname') draft.hostname ??= value;
  else {
    const chassis = CHASSIS.exec(value);
    if (!chassis) return false;
    addSerial(draft, chassis[1] as string);
    draft.model ??= (chassis[2] as string).toLowerCase();
  }
  return true;
}
