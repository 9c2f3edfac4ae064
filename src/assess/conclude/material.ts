import type { Period } from '../../base/time.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { type Identity, identify } from '../../identity/index.ts';
import type { IntelIndex } from '../../intel/index.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceId } from '../../model/evidence.ts';
import type { Conversation, FlowSelect } from '../../model/flow.ts';
import type { Origin, RegisterRecord } from '../../model/record.ts';
import type { FleetView, SightedFlow } from '../../model/view.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import type { Case } from '../case.ts';
import { intelFingerprint } from '../ingest/fingerprints.ts';
import { type Doubts, doubtsOf } from './doubts.ts';
import { makeFleet } from './fleet.ts';
import { gatherFlows } from './flows.ts';
import { type AskedPeriod, judgedPeriod } from './period.ts';
import { togetherOf } from './together.ts';

/** Kinds of evidence by which a device itself speaks to us: what makes an origin one of ours. */
const OWN_KINDS: ReadonlySet<string> = new Set([
  'config',
  'state',
  'syslog',
  'accounting',
  'flow',
  'access',
  'inventory',
]);

/** Everything that answers are worked out from, but the records of single devices. */
export interface Material {
  readonly evidence: readonly StoredEvidence[];
  readonly tracks: readonly CoverageTrack[];
  readonly identity: Identity;
  readonly devices: readonly Device[];
  readonly period: Period;
  readonly asked: AskedPeriod;
  readonly register: readonly RegisterRecord[];
  readonly fleet: FleetView;
  readonly index: IntelIndex;
  readonly conversations: ReadonlyMap<string, readonly Conversation[]>;
  readonly sightings: ReadonlyMap<string, readonly SightedFlow[]>;
  /** True when there were more conversations than could be kept. */
  readonly flowsCut: boolean;
  /** Devices beyond the most that are judged. */
  readonly devicesCut: number;
  /** Evidence that newer intelligence was not looked for in, since it is no longer where it was. */
  readonly unsearched: readonly string[];
  readonly doubts: Doubts;
  /** Evidence that was never searched for the newest intelligence. */
  readonly unscanned: ReadonlySet<EvidenceId>;
  readonly tracksOf: (device: Device) => readonly CoverageTrack[];
  readonly snapshotsOf: (device: string) => readonly DeviceFacts[];
}

/** Brings the material of a case together. */
export async function gatherMaterial(
  opened: Case,
  checks: readonly Check[],
  asked: AskedPeriod,
): Promise<Material> {
  const { store } = opened;
  const [evidence, tracks, facts, ties] = [
    await store.evidence(),
    await store.tracks(),
    await store.facts(),
    await store.ties(),
  ];
  const sources = await store.recordSources();
  const origins = new Set<Origin>(sources.map((s) => s.origin));
  for (const track of tracks)
    if (OWN_KINDS.has(track.kind) && !track.origin.startsWith('sensor:')) origins.add(track.origin);
  const identity = identify({ facts, ties, origins: [...origins].sort() });
  const subjects = withSorts(identity.devices, tracks, identity).filter((d) => isSubject(d, sources));
  const devices = bounded(subjects);
  const register = (await store.records({ origins: null, kinds: ['register'] })) as RegisterRecord[];
  const period = judgedPeriod(tracks, asked, store.settings.anchor);
  const index = await opened.index();
  const searched = intelFingerprint(await opened.packs());
  const snapshots = sortedSnapshots(identity);
  const { deviceOf } = identity;
  const byOrigin = groupTracks(tracks);
  const fleet = makeFleet({
    devices,
    deviceOf,
    snapshotsOf: snapshots,
    register,
    lookup: (value) => index.lookup(value),
    hasIntelligence: index.size > 0,
    tellsNear: index.tellsNear,
    silentTogether: togetherOf({ devices, tracksOf: (d) => tracksOf(d, byOrigin, []), period }),
  });
  const flows = await gatherFlows(opened, {
    devices,
    deviceOf,
    index,
    select: unionSelect(checks),
    evidence,
  });
  return {
    evidence,
    tracks,
    identity,
    devices,
    period,
    asked,
    register,
    fleet,
    index,
    conversations: flows.conversations,
    sightings: flows.sightings,
    flowsCut: flows.cut,
    doubts: doubtsOf({
      evidence,
      ledger: await store.ledger(),
      templates: await store.templates(),
      ambiguous: identity.ambiguous,
      flowsCut: flows.cut,
      readWith: opened.readWith,
    }),
    unscanned: new Set(evidence.filter((e) => e.scannedWith !== searched).map((e) => e.id)),
    devicesCut: subjects.length - devices.length,
    unsearched: evidence
      .filter((e) => e.source !== 'intel/pack' && e.scannedWith !== searched)
      .map((e) => e.name),
    tracksOf: (device) => tracksOf(device, byOrigin, flows.sensors.get(device.id) ?? []),
    snapshotsOf: (device) => snapshots.get(device) ?? [],
  };
}

function groupTracks(tracks: readonly CoverageTrack[]): ReadonlyMap<Origin, CoverageTrack[]> {
  const out = new Map<Origin, CoverageTrack[]>();
  for (const track of tracks) {
    const list = out.get(track.origin);
    if (list) list.push(track);
    else out.set(track.origin, [track]);
  }
  return out;
}

/**
 * A device's own tracks, and those of a sensor once it has seen this device: from then on the sensor's silence about
 * the device means something. Without one sighting nobody knows whether the sensor sees the device at all.
 */
function tracksOf(
  device: Device,
  byOrigin: ReadonlyMap<Origin, CoverageTrack[]>,
  sensors: readonly string[],
): CoverageTrack[] {
  const own = device.origins.flatMap((o) => byOrigin.get(o) ?? []);
  const seen = new Set(own.filter((t) => t.kind === 'http').map((t) => t.evidence));
  const lent: CoverageTrack[] = [];
  for (const [origin, tracks] of byOrigin) {
    if (!origin.startsWith('sensor:')) continue;
    for (const track of tracks) {
      if (track.kind === 'http' && seen.has(track.evidence)) lent.push(track);
      if (track.kind === 'flow' && sensors.includes(origin)) lent.push(track);
    }
  }
  return [...own, ...lent.map((t) => ({ ...t, sequences: [], clockOffsets: [], unread: 0 }))];
}

function withSorts(
  devices: readonly Device[],
  tracks: readonly CoverageTrack[],
  identity: Identity,
): Device[] {
  const speaking = new Set<string>();
  const ofNetwork = new Set<string>();
  for (const { origin, kind, deepest } of tracks) {
    const id = identity.deviceOf.get(origin);
    if (!id || !['accounting', 'flow', 'syslog'].includes(kind)) continue;
    speaking.add(id);
    if (kind !== 'syslog' || deepest !== undefined) ofNetwork.add(id);
  }
  // Whatever may be a router is asked as one: nothing would ever be asked of the others, and silence would look clean.
  const isRouter = ({ id, sort, inventoried }: Device): boolean =>
    sort === 'unknown' ? inventoried || speaking.has(id) : sort === 'host' && ofNetwork.has(id);
  return devices.map((d) => (isRouter(d) ? { ...d, sort: 'router' } : d));
}

/** Devices that are judged at most; names in logs cost an intruder nothing, a configuration or an inventory row does. */
const MOST_DEVICES = 20_000;

/** The devices to judge: configured and inventoried ones first when there are more than can be judged. */
function bounded(devices: readonly Device[]): readonly Device[] {
  if (devices.length <= MOST_DEVICES) return devices;
  const rank = (d: Device): number =>
    d.platform !== null ? 0 : d.inventoried ? 1 : d.sort === 'system' ? 0 : 2;
  const kept = devices
    .map((device, i) => ({ device, i }))
    .sort((a, b) => rank(a.device) - rank(b.device) || a.i - b.i);
  return kept
    .slice(0, MOST_DEVICES)
    .map(({ device }) => device)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What only a register names is no device: a register says what is allowed, not what is there. */
function isSubject(
  device: Device,
  sources: readonly { readonly origin: Origin; readonly kind: string }[],
): boolean {
  if (device.sort !== 'unknown' && device.id !== 'system:register') return true;
  const own = new Set(device.origins);
  return sources.some((s) => own.has(s.origin) && s.kind !== 'register');
}

function sortedSnapshots(identity: Identity): ReadonlyMap<string, readonly DeviceFacts[]> {
  const order = (a: DeviceFacts, b: DeviceFacts): number =>
    (a.takenAt ?? Number.NEGATIVE_INFINITY) - (b.takenAt ?? Number.NEGATIVE_INFINITY) ||
    (a.evidence < b.evidence ? -1 : a.evidence > b.evidence ? 1 : a.ordinal - b.ordinal);
  return new Map([...identity.snapshotsOf].map(([id, list]) => [id, [...list].sort(order)]));
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
