import type { Entry } from '../kit/entry.ts';
import { readDate } from '../kit/local-date.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const DEVICE = /^! device: (\S{1,63}) \((\S{1,60}), EOS-(\S{1,60})\)$/;
const BOOT = /^! ?boot system (\S{1,200})$/;
const CHANGED =
  /^! (?:Startup-config last modified|Last configuration change) at +(.{20,30}?)(?: by (\S{1,64}))?$/;

/** Reads a comment that says something of the device; false for all others. */
export function readHeader(entry: Entry, snapshot: Snapshot): boolean {
  const { text } = entry;
  if (text.length > 300) return false;
  const { draft } = snapshot;
  const at = { line: entry.line, lineEnd: entry.line };
  const device = DEVICE.exec(text);
  if (device) {
    const [, name, model, version] = device;
    // A switch that nobody named calls itself `localhost`.
    if (name !== 'localhost') draft.hostname ??= name as string;
    draft.model ??= model as string;
    draft.version ??= { ...at, text: version as string };
    return true;
  }
  const boot = BOOT.exec(text);
  if (boot) {
    draft.image ??= { ...at, text: boot[1] as string };
    return true;
  }
  const changed = CHANGED.exec(text);
  if (!changed) return false;
  snapshot.saved = readDate(changed[1] as string);
  draft.changedBy = changed[2] ?? null;
  return snapshot.saved !== null;
}
