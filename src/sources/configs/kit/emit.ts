import { formatIp, parseIp, sortOfAddress } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import type { Instant } from '../../../base/time.ts';
import type { Origin, TimeQuality } from '../../../model/record.ts';
import type { ReadContext, Sink } from '../../kit/contract.ts';
import { scrub } from '../../kit/scrub.ts';
import { settle } from './clock.ts';
import type { AnyPlatform } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

interface Taken {
  readonly at: Instant | null;
  readonly quality: TimeQuality;
}

/**
 * When the snapshot held: the clock of the capture; else the time of the last change, since from then on the device was
 * set so (its quality never counts as exact). A stored configuration held from the time it was saved.
 */
function takenOf(snapshot: Snapshot): Taken {
  const { clock, changed, saved, zones, configured } = snapshot;
  const dated = configured === 'startup' ? (saved ?? changed) : null;
  if (clock && !dated) return settle(clock, zones);
  const since = dated ?? changed ?? saved;
  return since ? { at: settle(since, zones).at, quality: 'zone-assumed' } : { at: null, quality: 'none' };
}

/** Kinds of address that many devices have at once and that therefore name none. */
const NAMELESS = new Set(['loopback', 'link-local', 'unspecified', 'multicast']);

function aliasesOf(snapshot: Snapshot): Origin[] {
  const { draft, host } = snapshot;
  const name = draft.hostname ?? host;
  const aliases = new Set<Origin>(name === '' ? [] : [`name:${name.toLowerCase()}`]);
  for (const serial of draft.serials) aliases.add(`serial:${serial}`);
  for (const face of draft.interfaces) {
    if (face.shutdown) continue;
    for (const address of face.addresses) {
      const ip = parseIp(address.slice(0, address.indexOf('/')));
      if (ip && !NAMELESS.has(sortOfAddress(ip))) aliases.add(`addr:${formatIp(ip)}`);
    }
  }
  return [...aliases];
}

/** Where a snapshot goes. */
export interface Outlet {
  readonly platform: AnyPlatform;
  readonly context: ReadContext;
  readonly sink: Sink;
}

/** Hands over all that one snapshot holds; `ordinal` counts the snapshots of the evidence that have facts. */
export function emit(snapshot: Snapshot, ordinal: number, to: Outlet): boolean {
  to.platform.settle(snapshot.scope);
  snapshot.draft.secrets = snapshot.secrets.kept.toSorted((a, b) => a.line - b.line);
  const { draft } = snapshot;
  const taken = takenOf(snapshot);
  draft.hostname ??= snapshot.host || null;
  const aliases = aliasesOf(snapshot);
  const origin = aliases[0] ?? `name:unnamed-${to.context.evidence.slice(0, 8)}`;
  draft.aliases = aliases.length > 0 ? aliases : [origin];
  draft.ordinal = ordinal;
  draft.takenAt = taken.at;
  draft.takenQuality = taken.quality;
  draft.changedAt = snapshot.changed && settle(snapshot.changed, snapshot.zones).at;
  draft.areas = draft.hasConfig
    ? [...to.platform.areas]
    : snapshot.versioned
      ? ['identity', 'software']
      : ['identity'];
  for (const kind of snapshot.sections) to.sink.seen(origin, kind, taken.at);
  for (const line of draft.unread) if (line.area !== null) to.sink.unread(origin, 'config');
  emitRecords(snapshot, { origin, taken }, to);
  if (snapshot.sections.length === 0) return false;
  to.sink.facts(draft);
  return true;
}

function emitRecords(
  snapshot: Snapshot,
  about: { origin: Origin; taken: Taken },
  { context, sink }: Outlet,
): void {
  const base = {
    origin: about.origin,
    at: about.taken.at,
    timeQuality: about.taken.quality,
    count: 1,
    last: null,
  };
  const refOf = (line: number, byte: number, length: number): SightingRef => ({
    evidence: context.evidence,
    line,
    lineEnd: line,
    byte,
    length,
  });
  for (const { entry, path, size, md5, sha1 = null, sha256 = null, sha512 } of snapshot.files) {
    const ref = refOf(entry.line, entry.byte, entry.size);
    const text = printable(scrub(entry.text.slice(0, 600)), 400);
    const hashes = { md5, sha1, sha256, sha512 };
    sink.record({ ...base, kind: 'file', ref, text, path, size, ...hashes, strings: [] }, 'state');
  }
  for (const { line, byte, length, ...sighting } of snapshot.sightings)
    sink.record({ ...base, kind: 'sighting', ref: refOf(line, byte, length), ...sighting }, sighting.where);
}

interface SightingRef {
  readonly evidence: string;
  readonly line: number;
  readonly lineEnd: number;
  readonly byte: number;
  readonly length: number;
}
