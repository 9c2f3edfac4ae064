import type { AmbiguousOrigin, Device } from '../model/device.ts';
import type { DeviceFacts } from '../model/device-facts.ts';
import type { Tie } from '../model/digest.ts';
import type { Origin } from '../model/record.ts';
import { type Claim, groupSnapshots, identifies } from './claims.ts';
import { describeDevice } from './describe.ts';
import { Union } from './union.ts';

/** What identity is worked out from. */
export interface IdentityInput {
  readonly facts: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
  /** All origins that any record or track names. */
  readonly origins: readonly Origin[];
}

/** All devices, and which origin belongs to which. */
export interface Identity {
  readonly devices: readonly Device[];
  /** Origin to device id; ambiguous origins are devices of their own. */
  readonly deviceOf: ReadonlyMap<Origin, string>;
  readonly snapshotsOf: ReadonlyMap<string, readonly DeviceFacts[]>;
  readonly ambiguous: readonly AmbiguousOrigin[];
}

/**
 * Brings names, addresses and serials together into devices. An origin that two devices claim joins nothing: it is
 * reported as ambiguous, and what it says stands alone.
 */
export function identify(input: IdentityInput): Identity {
  const claims = groupSnapshots(input.facts);
  const contested = contestedOrigins(claims, input.ties);
  const union = new Union();
  for (const claim of claims) joinAll(union, [`#${claim.id}`, ...claim.origins], contested);
  const owners = ownersByRoot(union, claims);
  for (const tie of input.ties) joinTie(union, { tie, contested, owners });
  for (const origin of input.origins) union.find(origin);
  return assemble(union, { claims, ties: input.ties, contested });
}

function joinAll(union: Union, members: readonly string[], contested: ReadonlyMap<Origin, unknown>): void {
  const usable = members.filter((m) => !contested.has(m));
  for (const member of usable) union.join(usable[0] as string, member);
}

/** Origins that several devices claim, with what to call these. Two boxes of one name are two claimants. */
function contestedOrigins(
  claims: readonly Claim[],
  ties: readonly Tie[],
): ReadonlyMap<Origin, readonly string[]> {
  const claimants = new Map<Origin, Set<string>>();
  const add = (origin: Origin, who: string): void => {
    claimants.set(origin, (claimants.get(origin) ?? new Set()).add(who));
  };
  const labels = labelsOf(claims);
  for (const claim of claims) for (const origin of claim.origins) add(origin, labels.get(claim.id) as string);
  const byName = claimsByName(claims);
  for (const { tie, name } of inventoryRows(ties)) {
    const named = byName.get(`name:${name}`) ?? [];
    for (const origin of tie.origins.filter((o) => o.startsWith('addr:'))) {
      const owner = named.find((c) => c.origins.has(origin)) ?? (named.length === 1 ? named[0] : undefined);
      add(origin, owner ? (labels.get(owner.id) as string) : name);
    }
  }
  const contested = new Map<Origin, readonly string[]>();
  for (const [origin, who] of claimants) if (who.size > 1) contested.set(origin, [...who].sort());
  return contested;
}

function claimsByName(claims: readonly Claim[]): ReadonlyMap<Origin, readonly Claim[]> {
  const out = new Map<Origin, Claim[]>();
  for (const claim of claims)
    for (const origin of claim.origins)
      if (origin.startsWith('name:')) out.set(origin, [...(out.get(origin) ?? []), claim]);
  return out;
}

function inventoryRows(ties: readonly Tie[]): { tie: Tie; name: string }[] {
  return ties.flatMap((tie) => {
    const name = tie.origins.find((o) => o.startsWith('name:'));
    return name && tie.inventoried ? [{ tie, name: name.slice(5) }] : [];
  });
}

/** What to call each claim: its name; with serial or evidence behind it where several bear that name. */
function labelsOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const claim of claims) count.set(nameOf(claim), (count.get(nameOf(claim)) ?? 0) + 1);
  return new Map(
    claims.map((claim) => {
      const name = nameOf(claim);
      const serial = claim.snapshots.flatMap((s) => s.serials).sort()[0];
      return [claim.id, count.get(name) === 1 ? name : `${name}~${serial ?? placeOf(claim.snapshots)}`];
    }),
  );
}

function nameOf(claim: Claim): string {
  const names = claim.snapshots.map((s) => s.hostname?.toLowerCase()).filter((n) => n !== undefined);
  return names.sort()[0] ?? claim.id;
}

function ownersByRoot(union: Union, claims: readonly Claim[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const claim of claims) owners.set(union.find(`#${claim.id}`), claim.id);
  return owners;
}

interface TieJoin {
  readonly tie: Tie;
  readonly contested: ReadonlyMap<Origin, unknown>;
  readonly owners: Map<string, string>;
}

/** A tie joins origins, but never two devices that configurations hold apart. */
function joinTie(union: Union, { tie, contested, owners }: TieJoin): void {
  const usable = tie.origins.filter((o) => !contested.has(o) && identifies(o));
  const held = new Set(usable.map((o) => owners.get(union.find(o))).filter((o) => o !== undefined));
  if (held.size > 1) return;
  const owner = [...held][0];
  for (const origin of usable) union.join(usable[0] as string, origin);
  if (owner !== undefined && usable.length > 0) owners.set(union.find(usable[0] as string), owner);
}

interface Parts {
  readonly claims: readonly Claim[];
  readonly ties: readonly Tie[];
  readonly contested: ReadonlyMap<Origin, readonly string[]>;
}

function assemble(union: Union, { claims, ties, contested }: Parts): Identity {
  const byClaim = new Map(claims.map((c) => [`#${c.id}`, c]));
  const tiesOf = new Map<string, Tie[]>();
  for (const tie of ties) {
    const first = tie.origins.find((o) => !contested.has(o));
    if (first === undefined) continue;
    const root = union.find(first);
    tiesOf.set(root, [...(tiesOf.get(root) ?? []), tie]);
  }
  const described = union.sets().map((members) => {
    const own = members.map((m) => byClaim.get(m)).filter((c) => c !== undefined);
    const origins = members.filter((m) => !m.startsWith('#'));
    const snapshots = own.flatMap((c) => c.snapshots);
    return {
      device: describeDevice({
        origins,
        snapshots,
        ties: tiesOf.get(union.find(members[0] as string)) ?? [],
      }),
      snapshots,
    };
  });
  const devices = uniqueIds(described);
  const deviceOf = new Map<Origin, string>();
  const snapshotsOf = new Map<string, readonly DeviceFacts[]>();
  for (const [index, device] of devices.entries()) {
    for (const origin of device.origins) deviceOf.set(origin, device.id);
    snapshotsOf.set(device.id, described[index]?.snapshots ?? []);
  }
  const ambiguous = [...contested]
    .map(([origin, names]) => ({ origin, devices: names }))
    .sort((a, b) => (a.origin < b.origin ? -1 : 1));
  return { devices, deviceOf, snapshotsOf, ambiguous };
}

/** The first place that snapshots come from, short. */
function placeOf(snapshots: readonly DeviceFacts[]): string | undefined {
  return snapshots.map((s) => `${s.evidence.slice(0, 8)}.${s.ordinal}`).sort()[0];
}

interface Described {
  readonly device: Device;
  readonly snapshots: readonly DeviceFacts[];
}

/** Two devices of one name get their serial, first address or first evidence behind it. */
function uniqueIds(described: readonly Described[]): Device[] {
  const count = new Map<string, number>();
  for (const { device } of described) count.set(device.id, (count.get(device.id) ?? 0) + 1);
  return described.map(({ device, snapshots }) => {
    if (count.get(device.id) === 1) return device;
    const tail =
      device.serials[0] ?? device.addresses[0] ?? placeOf(snapshots) ?? device.origins[0] ?? 'unnamed';
    return { ...device, id: `${device.id}~${tail}` };
  });
}
