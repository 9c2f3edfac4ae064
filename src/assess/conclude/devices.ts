import { type Identity, identify } from '../../identity/index.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Tie } from '../../model/digest.ts';
import type { Origin } from '../../model/record.ts';
import type { CaseStore } from '../../store/contract.ts';

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

/** Who is who: all origins brought together, those that are subjects, and those that are judged. */
export interface WhoIsWho {
  readonly identity: Identity;
  readonly facts: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
  readonly subjects: readonly Device[];
  readonly devices: readonly Device[];
}

/** Works out the devices from everything that names one. */
export async function devicesOf(store: CaseStore, tracks: readonly CoverageTrack[]): Promise<WhoIsWho> {
  const sources = await store.recordSources();
  const origins = new Set<Origin>(sources.map((s) => s.origin));
  for (const track of tracks)
    if (OWN_KINDS.has(track.kind) && !track.origin.startsWith('sensor:')) origins.add(track.origin);
  const [facts, ties] = [await store.facts(), await store.ties()];
  const identity = identify({ facts, ties, origins: [...origins].sort() });
  const told = new Set(sources.filter((s) => s.kind !== 'register').map((s) => s.origin));
  const subjects = withSorts(identity.devices, tracks, identity).filter((d) => isSubject(d, told));
  return { identity, facts, ties, subjects, devices: bounded(subjects) };
}

/** Tracks by the origin that they are about, and those of sensors once more by themselves: they are few. */
export interface TrackGroups {
  readonly byOrigin: ReadonlyMap<Origin, readonly CoverageTrack[]>;
  readonly ofSensors: readonly CoverageTrack[];
}

/** Groups tracks for `tracksOf`. */
export function groupTracks(tracks: readonly CoverageTrack[]): TrackGroups {
  const byOrigin = Map.groupBy(tracks, (track) => track.origin);
  const sensors = [...byOrigin].filter(([origin]) => origin.startsWith('sensor:'));
  return { byOrigin, ofSensors: sensors.flatMap(([, own]) => own) };
}

/**
 * A device's own tracks, and those of a sensor once it has seen this device: from then on the sensor's silence about
 * the device means something. Without one sighting nobody knows whether the sensor sees the device at all.
 */
export function tracksOf(
  device: Device,
  { byOrigin, ofSensors }: TrackGroups,
  sensors: readonly string[],
): readonly CoverageTrack[] {
  const own = device.origins.flatMap((o) => byOrigin.get(o) ?? []);
  const seen = new Set(own.filter((t) => t.kind === 'http').map((t) => t.evidence));
  const lent = ofSensors.filter(
    ({ kind, evidence, origin }) =>
      (kind === 'http' && seen.has(evidence)) || (kind === 'flow' && sensors.includes(origin)),
  );
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
function isSubject(device: Device, told: ReadonlySet<Origin>): boolean {
  if (device.sort !== 'unknown' && device.id !== 'system:register') return true;
  return device.origins.some((origin) => told.has(origin));
}

/** Snapshots of each device, oldest first, those without a time before all. */
export function sortedSnapshots(identity: Identity): ReadonlyMap<string, readonly DeviceFacts[]> {
  const order = (a: DeviceFacts, b: DeviceFacts): number =>
    (a.takenAt ?? Number.NEGATIVE_INFINITY) - (b.takenAt ?? Number.NEGATIVE_INFINITY) ||
    (a.evidence < b.evidence ? -1 : a.evidence > b.evidence ? 1 : a.ordinal - b.ordinal);
  return new Map([...identity.snapshotsOf].map(([id, list]) => [id, [...list].sort(order)]));
}
