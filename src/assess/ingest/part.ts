import { joinMinuteRuns } from '../../base/minute-set.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Tie } from '../../model/digest.ts';
import type { EvidenceKind, Tlp } from '../../model/evidence.ts';
import type { IntelPack } from '../../model/indicator.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import type { DigestSink } from './digest-sink.ts';

/** What reading a piece of evidence, or a part of a large one, gave; records and flows went their own way. */
export interface PartResult {
  readonly source: string | null;
  readonly sourceVersion: number;
  readonly kinds: readonly EvidenceKind[];
  readonly marking: Tlp | null;
  readonly magic: string;
  readonly size: number;
  readonly ledger: readonly LedgerRow[];
  readonly tracks: readonly CoverageTrack[];
  readonly facts: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
  readonly templates: Readonly<Record<string, string>>;
  readonly missingTemplates: readonly string[];
  readonly packs: readonly IntelPack[];
  readonly records: number;
  readonly flows: number;
}

/** How the bytes were recognised, and the intelligence that they hold. */
export type Recognition = Pick<
  PartResult,
  'source' | 'sourceVersion' | 'kinds' | 'marking' | 'magic' | 'packs'
>;

/** What is said of bytes that no source knows. */
export const UNRECOGNISED: Omit<Recognition, 'magic'> = {
  source: null,
  sourceVersion: 0,
  kinds: [],
  marking: null,
  packs: [],
};

/** Takes the result out of a closed sink. Evidence ids stay empty: they are known when the last byte was hashed. */
export function partOf(sink: DigestSink, recognition: Recognition, size: number): PartResult {
  const templates: Record<string, string> = {};
  for (const key of [...sink.offered.keys()].sort()) {
    const definitions = sink.offered.get(key) as Set<string>;
    if (definitions.size === 1) templates[key] = [...definitions][0] as string;
  }
  return {
    ...recognition,
    size,
    ledger: sink.ledger().map((t) => ({ ...t, evidence: '' })),
    tracks: sink.builders().map((b) => b.build('')),
    facts: sink.snapshots,
    ties: [...sink.ties.keys()].sort().map((k) => sink.ties.get(k) as Tie),
    templates,
    missingTemplates: [...sink.missing].filter((k) => !sink.offered.has(k)).sort(),
    records: sink.records,
    flows: sink.flowCount,
  };
}

/** Joins the parts of one large piece of evidence, in their order. */
export function joinParts(parts: readonly PartResult[]): PartResult {
  const first = parts[0];
  if (!first) throw new Error('evidence without parts');
  if (parts.length === 1) return first;
  return {
    ...first,
    size: parts.reduce((sum, p) => sum + p.size, 0),
    ledger: joinLedger(parts.flatMap((p) => p.ledger)),
    tracks: joinTracks(parts.flatMap((p) => p.tracks)),
    facts: parts.flatMap((p) => p.facts).map((f, ordinal) => ({ ...f, ordinal })),
    ties: [...new Map(parts.flatMap((p) => p.ties).map((t) => [JSON.stringify(t), t])).values()],
    templates: Object.fromEntries(parts.flatMap((p) => Object.entries(p.templates))),
    missingTemplates: [...new Set(parts.flatMap((p) => p.missingTemplates))].sort(),
    packs: parts.flatMap((p) => p.packs),
    records: parts.reduce((sum, p) => sum + p.records, 0),
    flows: parts.reduce((sum, p) => sum + p.flows, 0),
  };
}

/** Joins parts in their order though they come in any, holding as little as can be. */
export class PartJoiner {
  private joined: PartResult | null = null;
  private next = 0;
  private readonly early = new Map<number, PartResult>();

  /** Takes the part of an index, counted from 0 without gaps. */
  add(index: number, part: PartResult): void {
    this.early.set(index, part);
    for (let ready = this.early.get(this.next); ready; ready = this.early.get(this.next)) {
      this.early.delete(this.next);
      this.next += 1;
      this.joined = this.joined ? joinParts([this.joined, ready]) : ready;
    }
  }

  /** The whole; every part must have come. */
  result(): PartResult {
    if (!this.joined || this.early.size > 0) throw new Error('parts of a file are missing');
    return this.joined;
  }
}

const MOST_SAMPLES = 20;

function joinLedger(rows: readonly LedgerRow[]): LedgerRow[] {
  const joined = new Map<string, LedgerRow>();
  for (const row of rows) {
    const key = `${row.state} ${row.reason}`;
    const known = joined.get(key);
    if (!known) joined.set(key, row);
    else {
      const samples = [...known.samples, ...row.samples].slice(0, MOST_SAMPLES);
      joined.set(key, { ...known, bytes: known.bytes + row.bytes, units: known.units + row.units, samples });
    }
  }
  return [...joined.keys()].sort().map((k) => joined.get(k) as LedgerRow);
}

function joinTracks(tracks: readonly CoverageTrack[]): CoverageTrack[] {
  const groups = new Map<string, CoverageTrack[]>();
  for (const track of tracks) {
    const key = `${track.kind} ${track.origin}`;
    const group = groups.get(key);
    if (group) group.push(track);
    else groups.set(key, [track]);
  }
  return [...groups.keys()].sort().map((key) => joinGroup(groups.get(key) as CoverageTrack[]));
}

function joinGroup(group: readonly CoverageTrack[]): CoverageTrack {
  const first = group[0] as CoverageTrack;
  if (group.length === 1) return first;
  const firsts = group.map((t) => t.first).filter((t) => t !== null);
  const lasts = group.map((t) => t.last).filter((t) => t !== null);
  const sampled = group.reduce((most, t) => Math.max(most, t.sampled ?? 1), 1);
  const deepest = group.reduce((most, t) => Math.max(most, t.deepest ?? -1), -1);
  return {
    ...first,
    ...(sampled > 1 ? { sampled } : {}),
    ...(deepest >= 0 ? { deepest } : {}),
    ...joinRare(group),
    first: firsts.length > 0 ? Math.min(...firsts) : null,
    last: lasts.length > 0 ? Math.max(...lasts) : null,
    count: group.reduce((sum, t) => sum + t.count, 0),
    untimed: group.reduce((sum, t) => sum + t.untimed, 0),
    minutes: joinMinuteRuns(group.map((t) => t.minutes)),
    sequences: group.flatMap((t) => t.sequences),
    clockOffsets: joinOffsets(group.map((t) => t.clockOffsets)),
    unread: group.reduce((sum, t) => sum + t.unread, 0),
    instants: [...new Set(group.flatMap((t) => t.instants))].sort((a, b) => a - b),
  };
}

/** What most tracks do not have. */
function joinRare(group: readonly CoverageTrack[]): Partial<CoverageTrack> {
  const cuts = group.map((t) => t.sequencesCut).filter((t) => t !== undefined);
  const losses = joinLosses(group);
  const inputs = [...new Set(group.flatMap((t) => t.inputs ?? []))].sort((a, b) => a - b);
  const unreadLogins = group.reduce((sum, t) => sum + (t.unreadLogins ?? 0), 0);
  const unreadCommands = group.reduce((sum, t) => sum + (t.unreadCommands ?? 0), 0);
  return {
    ...(cuts.length > 0 ? { sequencesCut: Math.min(...cuts) } : {}),
    ...(losses.length > 0 ? { losses } : {}),
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(unreadLogins > 0 ? { unreadLogins } : {}),
    ...(unreadCommands > 0 ? { unreadCommands } : {}),
  };
}

function joinLosses(group: readonly CoverageTrack[]): number[] {
  const hours = new Map<number, readonly [number, number]>();
  for (const { losses = [] } of group) {
    for (let i = 0; i + 2 < losses.length; i += 3) {
      const hour = losses[i] as number;
      const [lost, heard] = hours.get(hour) ?? [0, 0];
      hours.set(hour, [lost + (losses[i + 1] as number), heard + (losses[i + 2] as number)]);
    }
  }
  return [...hours].sort((a, b) => a[0] - b[0]).flatMap(([hour, [lost, heard]]) => [hour, lost, heard]);
}

function joinOffsets(lists: readonly (readonly number[])[]): number[] {
  const counts = new Map<number, number>();
  for (const list of lists) {
    for (let i = 0; i + 1 < list.length; i += 2) {
      const seconds = list[i] as number;
      counts.set(seconds, (counts.get(seconds) ?? 0) + (list[i + 1] as number));
    }
  }
  return [...counts].sort((a, b) => a[0] - b[0]).flat();
}
