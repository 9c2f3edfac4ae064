import { cheapestWay, describeKinds } from '../../checks/kit/wording.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceId, EvidenceKind } from '../../model/evidence.ts';
import { isUnreached, type LedgerRow } from '../../model/ledger.ts';
import type { Origin } from '../../model/record.ts';
import type { CannotTellCode, Reason } from '../../model/verdict.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import { templateContext } from '../ingest/fingerprints.ts';
import { coversSome, isSampled } from './exporters.ts';

/** What evidence of the whole case tells of how far its silence can be trusted. */
export interface DoubtInput {
  readonly evidence: readonly StoredEvidence[];
  readonly ledger: readonly LedgerRow[];
  readonly templates: readonly { readonly key: string; readonly definition: string }[];
  readonly ambiguous: readonly { readonly origin: Origin; readonly devices: readonly string[] }[];
  /** True when there were more conversations than could be looked at. */
  readonly flowsCut: boolean;
  /** Fingerprint of the readers there are now. */
  readonly readWith: string;
  readonly snapshotsOf: (device: string) => readonly DeviceFacts[];
}

/** Reasons why silence of a kind of evidence proves nothing about a device, though it covers the period. */
export type Doubts = (
  device: Device,
  tracks: readonly CoverageTrack[],
) => (kind: EvidenceKind) => readonly Reason[];

function doubt(code: CannotTellCode, kind: EvidenceKind, text: string): Reason {
  return { code, text, cheapest: cheapestWay(code, [kind]), kinds: [kind], periods: [] };
}

/** Prepares the doubts of a case; what they rest on is looked up once. */
export function doubtsOf(input: DoubtInput): Doubts {
  const names = new Map(input.evidence.map((e) => [e.id, e.name]));
  const broken = namesOf(brokenIds(input), names);
  const old = namesOf(
    input.evidence.filter((e) => e.source !== 'intel/pack' && e.readWith !== input.readWith).map((e) => e.id),
    names,
  );
  const contested = new Map(input.ambiguous.map((a) => [a.origin, a.devices]));
  const unreadable = untemplated(input);
  return (device, tracks) => (kind) => {
    const own = tracks.filter((t) => t.kind === kind && t.count > 0);
    if (own.length === 0) return [];
    return [
      ...fileDoubts(kind, own, { broken, old }),
      ...shared(kind, device, contested),
      ...(kind === 'flow'
        ? flowDoubts(device, own, {
            cut: input.flowsCut,
            unreadable,
            snapshots: input.snapshotsOf(device.id),
          })
        : []),
    ];
  };
}

/**
 * Evidence that was not read to its end. What is missing of an archive stands in the ledger as evidence of its own, of no
 * source: then nobody knows whose lines it held, and all that came out of the same input is in doubt.
 */
function brokenIds({ evidence, ledger }: DoubtInput): EvidenceId[] {
  const failed = new Set(ledger.filter(isUnreached).map((row) => row.evidence));
  const input = (name: string): string => name.split('!')[0] as string;
  const inputs = new Set(
    evidence.filter((e) => failed.has(e.id) && e.source === null).map((e) => input(e.name)),
  );
  return evidence.filter((e) => failed.has(e.id) || inputs.has(input(e.name))).map((e) => e.id);
}

type Names = ReadonlyMap<EvidenceId, string>;

function namesOf(ids: readonly EvidenceId[], names: Names): Names {
  return new Map(ids.map((id) => [id, names.get(id) ?? id.slice(0, 12)]));
}

function fileDoubts(
  kind: EvidenceKind,
  own: readonly CoverageTrack[],
  { broken, old }: { broken: Names; old: Names },
): Reason[] {
  const out: Reason[] = [];
  const of = (files: Names): string | undefined =>
    own
      .map((t) => files.get(t.evidence))
      .filter((name) => name !== undefined)
      .sort()[0];
  const cut = of(broken);
  if (cut !== undefined) out.push(doubt('truncated', kind, `Part of ${cut} could not be read.`));
  const gone = of(old);
  if (gone !== undefined)
    out.push(doubt('evidence-gone', kind, `${gone} was read by an older version and is no longer there.`));
  return out;
}

function shared(
  kind: EvidenceKind,
  device: Device,
  contested: ReadonlyMap<Origin, readonly string[]>,
): Reason[] {
  const origin = device.origins.find((o) => contested.has(o));
  if (origin === undefined) return [];
  const claimants = (contested.get(origin) ?? []).slice(0, 3).join(', ');
  const text = `${claimants} all claim ${origin.replace(/^[a-z]+:/, '')}, so nobody knows of whom this ${describeKinds([kind])} speaks.`;
  return [doubt('ambiguous-device', kind, text)];
}

function flowDoubts(
  device: Device,
  own: readonly CoverageTrack[],
  given: { cut: boolean; unreadable: ReadonlySet<string>; snapshots: readonly DeviceFacts[] },
): Reason[] {
  const { cut, unreadable, snapshots } = given;
  const out: Reason[] = [];
  const exports = own.filter((t) => !t.origin.startsWith('sensor:'));
  if (cut)
    out.push(doubt('too-many', 'flow', 'There were more conversations than can be looked at in one go.'));
  const interval = own.reduce((most, t) => Math.max(most, t.sampled ?? 1), 1);
  if (interval > 1) {
    const text = `The flows of this device are sampled, 1 packet in ${interval}: short talks may be missing.`;
    out.push(doubt('partial-period', 'flow', text));
  } else if (exports.length > 0 && isSampled(snapshots)) {
    const text =
      'By its configuration this device makes flows of a sample of packets: short talks may be missing.';
    out.push(doubt('partial-period', 'flow', text));
  }
  // A sensor on the way sees what it sees, whatever the device itself exports.
  const some = exports.length === own.length ? coversSome(exports, snapshots) : null;
  if (some !== null) out.push(doubt('exporter-covers-some-interfaces', 'flow', some));
  if (device.addresses.some((address) => unreadable.has(address)))
    out.push(
      doubt('unread-lines', 'flow', 'Some flows of this device came without a template to read them.'),
    );
  return out;
}

/** Exporters with data for which no evidence has a template. */
function untemplated({ evidence, templates }: DoubtInput): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { missingTemplates } of evidence) {
    const known = templateContext(missingTemplates, templates);
    for (const key of missingTemplates) if (!known.has(key)) out.add(key.split('|')[0] as string);
  }
  return out;
}
