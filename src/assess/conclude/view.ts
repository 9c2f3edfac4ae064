import { canonicalIp } from '../../base/ip.ts';
import type { Period } from '../../base/time.ts';
import { coverKind } from '../../coverage/index.ts';
import type { CoverageTrack, KindCoverage } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Conversation } from '../../model/flow.ts';
import type { RecordKind, RecordOf, SeawallRecord } from '../../model/record.ts';
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
}

/** Makes the view of one device that checks look at. */
export function makeView(input: ViewInput): DeviceView {
  const byKind = new Map<RecordKind, SeawallRecord[]>();
  for (const record of input.records) {
    const list = byKind.get(record.kind);
    if (list) list.push(record);
    else byKind.set(record.kind, [record]);
  }
  const coverage = new Map<EvidenceKind, KindCoverage>();
  const addresses = new Set(input.device.addresses);
  return {
    device: input.device,
    period: input.period,
    snapshots: input.snapshots,
    configs: input.snapshots.filter((s) => s.hasConfig),
    records: <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly RecordOf<K>[],
    conversations: input.conversations,
    sightedFlows: input.sightedFlows,
    coverage: (kind) => {
      let known = coverage.get(kind);
      if (!known) {
        known = coverKind(
          kind,
          input.tracks.filter((t) => t.kind === kind),
          input.period,
        );
        coverage.set(kind, known);
      }
      return known;
    },
    owns: (address) => addresses.has(canonicalIp(address) ?? address),
    fleet: input.fleet,
  };
}
