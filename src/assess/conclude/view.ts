import { canonicalIp } from '../../base/ip.ts';
import type { Period } from '../../base/time.ts';
import { coverKind } from '../../coverage/index.ts';
import type { CoverageTrack, KindCoverage } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Conversation } from '../../model/flow.ts';
import type { RecordKind, RecordOf, SeawallRecord } from '../../model/record.ts';
import type { Reason } from '../../model/verdict.ts';
import type { DeviceView, FleetView, SightedFlow } from '../../model/view.ts';

/** What one device's view is made from; lists are sorted already. */
export interface ViewInput {
  readonly device: Device;
  readonly period: Period;
  readonly snapshots: readonly DeviceFacts[];
  readonly records: readonly SeawallRecord[];
  readonly conversations: readonly Conversation[];
  readonly sightedFlows: readonly SightedFlow[];
  readonly tracks: readonly CoverageTrack[];
  readonly fleet: FleetView;
  readonly doubts: (kind: EvidenceKind) => readonly Reason[];
  readonly unscanned: boolean;
  /** Address origins that are ours beyond what one sender can claim. */
  readonly own: ReadonlySet<string>;
}

/** Makes the view of one device that checks look at. */
export function makeView(input: ViewInput): DeviceView {
  const byKind = new Map<RecordKind, SeawallRecord[]>();
  for (const record of input.records) {
    const list = byKind.get(record.kind);
    if (list) list.push(record);
    else byKind.set(record.kind, [record]);
  }
  const cover = coverer(input);
  const addresses = new Set(input.device.addresses);
  return {
    device: input.device,
    period: input.period,
    snapshots: input.snapshots,
    configs: input.snapshots.filter((s) => s.hasConfig),
    records: <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly RecordOf<K>[],
    conversations: input.conversations,
    sightedFlows: input.sightedFlows,
    coverage: (kind) => cover(kind, false),
    ownCoverage: (kind) => cover(kind, true),
    owns: (address) => addresses.has(canonicalIp(address) ?? address),
    ownsSurely: (address) => {
      const canonical = canonicalIp(address) ?? address;
      return addresses.has(canonical) && input.own.has(`addr:${canonical}`);
    },
    doubts: input.doubts,
    deepest: deepestOf(input.tracks),
    unreadRecords: {
      login: input.tracks.reduce((sum, t) => sum + (t.unreadLogins ?? 0), 0),
      command: input.tracks.reduce((sum, t) => sum + (t.unreadCommands ?? 0), 0),
    },
    unscanned: input.unscanned,
    fleet: input.fleet,
  };
}

function deepestOf(tracks: readonly CoverageTrack[]): number | null {
  const deepest = tracks.reduce((most, t) => Math.max(most, t.deepest ?? -1), -1);
  return deepest < 0 ? null : deepest;
}

/** Works out coverage once per kind; `own` leaves out what sensors lend. */
function coverer({ tracks, period }: ViewInput): (kind: EvidenceKind, own: boolean) => KindCoverage {
  const known = new Map<string, KindCoverage>();
  return (kind, own) => {
    const key = `${kind} ${own}`;
    const before = known.get(key);
    if (before) return before;
    const wanted = tracks.filter((t) => t.kind === kind && !(own && t.origin.startsWith('sensor:')));
    const coverage = coverKind(kind, wanted, period);
    known.set(key, coverage);
    return coverage;
  };
}
