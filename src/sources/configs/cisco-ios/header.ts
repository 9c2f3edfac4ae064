import { readClock } from '../kit/clock.ts';
import type { Entry } from '../kit/entry.ts';
import { addSerial } from '../kit/serials.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const CHANGED = /^! ?Last configuration change at (.{10,60}?)(?: by (\S{1,64}))?$/;
const SAVED = /^! ?NVRAM config last updated at (.{10,60}?)(?: by (\S{1,64}))?$/;
/** Headers that RANCID and Oxidized write in front of a configuration. */
const TOOL = /^! ?(Chassis type|Processor ID|Image|Software|Model|Serial)(?::| ) ?(.{1,200})$/;

/** Reads a comment that says something of the device; false for all others. */
export function readHeader(entry: Entry, snapshot: Snapshot): boolean {
  const text = entry.text;
  if (text.length > 300) return false;
  const changed = CHANGED.exec(text);
  if (changed) {
    snapshot.changed = readClock(changed[1] as string);
    snapshot.draft.changedBy = changed[2] ?? null;
    return snapshot.changed !== null;
  }
  const saved = SAVED.exec(text);
  if (saved) {
    snapshot.saved = readClock(saved[1] as string);
    return snapshot.saved !== null;
  }
  const tool = TOOL.exec(text);
  return tool !== null && readTool(tool[1] as string, tool[2] as string, { entry, snapshot });
}

function readTool(
  word: string,
  value: string,
  { entry, snapshot }: { entry: Entry; snapshot: Snapshot },
): boolean {
  const { draft } = snapshot;
  const at = { line: entry.line, lineEnd: entry.line };
  if (word === 'Chassis type') draft.model ??= value.split(/ |,/)[0] ?? null;
  else if (word === 'Processor ID') addSerial(draft, value.split(/[ ,]/)[0] ?? '');
  else if (word !== 'Image') return false;
  else if (value.startsWith('Software: ')) {
    const [feature, version] = value.slice(10).split(', ');
    if (/X86_64|IOSD|CAT\dK_CAA/i.test(feature ?? '')) draft.platform = 'ios-xe';
    if (version) draft.version = { ...at, text: version };
  } else if (value.startsWith('File: ')) draft.image = { ...at, text: value.slice(6) };
  else if (/^\w+:\S+$/.test(value)) draft.image = { ...at, text: value };
  return true;
}
