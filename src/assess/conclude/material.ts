import type { Period } from '../../base/time.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { loadPlatformDefaults } from '../../checks/kit/platform-defaults.ts';
import type { Identity } from '../../identity/index.ts';
import type { IntelIndex } from '../../intel/index.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceId } from '../../model/evidence.ts';
import type { Conversation, FlowSelect } from '../../model/flow.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import type { RegisterRecord } from '../../model/record.ts';
import type { FleetView, SightedFlow } from '../../model/view.ts';
import type { CaseStore, StoredEvidence } from '../../store/contract.ts';
import type { Case } from '../case.ts';
import { intelFingerprint } from '../ingest/fingerprints.ts';
import { devicesOf, groupTracks, sortedSnapshots, tracksOf } from './devices.ts';
import { type Doubts, doubtsOf } from './doubts.ts';
import { makeFleet } from './fleet.ts';
import { gatherFlows } from './flows.ts';
import { ownAddresses } from './own-addresses.ts';
import { type AskedPeriod, judgedPeriod } from './period.ts';
import { togetherOf } from './together.ts';

/** Everything that answers are worked out from, but the records of single devices. */
export interface Material {
  readonly evidence: readonly StoredEvidence[];
  readonly tracks: readonly CoverageTrack[];
  readonly ledger: readonly LedgerRow[];
  readonly identity: Identity;
  readonly devices: readonly Device[];
  readonly period: Period;
  readonly asked: AskedPeriod;
  readonly register: readonly RegisterRecord[];
  /** Address origins that are ours beyond what one sender can claim. */
  readonly own: ReadonlySet<string>;
  readonly fleet: FleetView;
  readonly index: IntelIndex;
  readonly conversations: ReadonlyMap<string, readonly Conversation[]>;
  readonly sightings: ReadonlyMap<string, readonly SightedFlow[]>;
  /** True when there were more conversations than could be kept. */
  readonly flowsCut: boolean;
  /** Devices beyond the most that are judged. */
  readonly devicesCut: number;
  /** Files that a run was given, did not finish, and that are no longer there. */
  readonly neverRead: readonly string[];
  /** Evidence that newer intelligence was not looked for in, since it is no longer where it was. */
  readonly unsearched: readonly string[];
  readonly doubts: Doubts;
  /** Evidence that was never searched for the newest intelligence. */
  readonly unscanned: ReadonlySet<EvidenceId>;
  readonly tracksOf: (device: Device) => readonly CoverageTrack[];
  readonly snapshotsOf: (device: string) => readonly DeviceFacts[];
}

type Kept = Pick<Material, 'evidence' | 'tracks' | 'ledger' | 'register'>;

async function keptOf(store: CaseStore): Promise<Kept> {
  const register = await store.records({ origins: null, kinds: ['register'] });
  return {
    evidence: await store.evidence(),
    tracks: await store.tracks(),
    ledger: await store.ledger(),
    register: register as RegisterRecord[],
  };
}

/** Brings the material of a case together. */
export async function gatherMaterial(
  opened: Case,
  checks: readonly Check[],
  asked: AskedPeriod,
): Promise<Material> {
  const { store } = opened;
  const kept = await keptOf(store);
  const { evidence, tracks, ledger, register } = kept;
  const { identity, facts, ties, subjects, devices } = await devicesOf(store, tracks);
  const period = judgedPeriod(tracks, asked, store.settings.anchor);
  const index = await opened.index();
  const snapshots = sortedSnapshots(identity);
  const snapshotsOf: Material['snapshotsOf'] = (device) => snapshots.get(device) ?? [];
  const { deviceOf, ambiguous } = identity;
  const groups = groupTracks(tracks);
  const own = ownAddresses({ facts, ties, tracks });
  const fleet = makeFleet({
    devices,
    deviceOf,
    contested: new Set(ambiguous.map((a) => a.origin)),
    own,
    snapshotsOf: snapshots,
    register,
    lookup: (value) => index.lookup(value),
    hasIntelligence: index.size > 0,
    tellsNear: index.tellsNear,
    defaults: loadPlatformDefaults(opened.options.content).defaults,
    silentTogether: togetherOf({ devices, tracksOf: (d) => tracksOf(d, groups, []), period }),
  });
  const select = unionSelect(checks);
  const flows = await gatherFlows(opened, { devices, deviceOf, index, select, evidence });
  return {
    ...kept,
    identity,
    devices,
    period,
    asked,
    own,
    fleet,
    index,
    conversations: flows.conversations,
    sightings: flows.sightings,
    flowsCut: flows.cut,
    doubts: doubtsOf({
      evidence,
      ledger,
      templates: await store.templates(),
      ambiguous,
      flowsCut: flows.cut,
      readWith: opened.readWith,
      snapshotsOf,
    }),
    ...(await unsearchedOf(opened, evidence)),
    devicesCut: subjects.length - devices.length,
    tracksOf: (device) => tracksOf(device, groups, flows.sensors.get(device.id) ?? []),
    snapshotsOf,
  };
}

/** Evidence that was not searched for the newest intelligence, by id, and by name where a person should know. */
async function unsearchedOf(
  opened: Case,
  evidence: readonly StoredEvidence[],
): Promise<Pick<Material, 'unscanned' | 'unsearched' | 'neverRead'>> {
  const searched = intelFingerprint(await opened.packs());
  const older = evidence.filter((e) => e.scannedWith !== searched);
  return {
    unscanned: new Set(older.map((e) => e.id)),
    unsearched: older.filter((e) => e.source !== 'intel/pack').map((e) => e.name),
    neverRead: (await opened.store.awaited()).map((file) => file.name),
  };
}

function unionSelect(checks: readonly Check[]): FlowSelect {
  const protocols = new Set<number>();
  const ports = new Map<string, readonly [number, number]>();
  for (const { flows } of checks) {
    for (const protocol of flows?.protocols ?? []) protocols.add(protocol);
    for (const range of flows?.ports ?? []) ports.set(`${range[0]}-${range[1]}`, range);
  }
  const sorted = [...ports.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { protocols: [...protocols].sort((a, b) => a - b), ports: sorted };
}
