import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/hash.ts';
import { packageVersion } from '../../base/package-root.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { judge } from '../../checks/kit/judge.ts';
import { withUntimed } from '../../checks/kit/untimed.ts';
import type { Device } from '../../model/device.ts';
import type { RecordKind, SeawallRecord } from '../../model/record.ts';
import type { Hit, Verdict } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Cell } from '../../store/contract.ts';
import type { Case } from '../case.ts';
import { intelFingerprint } from '../ingest/fingerprints.ts';
import type { Material } from './material.ts';
import { type OfferedFix, offerOf } from './plans.ts';
import { makeView } from './view.ts';

const ALL_KINDS: readonly RecordKind[] = [
  'log',
  'command',
  'login',
  'http',
  'access',
  'file',
  'sighting',
  'register',
];

const VERSION = packageVersion();

/** What evaluating gave: hits of each check and subject, verdicts, and how many cells were worked out anew. */
export interface Evaluation {
  readonly results: readonly {
    readonly check: Check;
    readonly subject: string;
    readonly hits: readonly Hit[];
  }[];
  readonly verdicts: readonly Verdict[];
  /** How to mend what checks of weaknesses found. */
  readonly offers: readonly OfferedFix[];
  readonly computed: number;
  readonly reused: number;
}

/**
 * Evaluates every check on every subject that it is asked about. A cell (check × subject) is worked out again only when
 * something that it can see has changed; hits of the others are taken as they are. Verdicts are judged each time.
 */
export async function evaluateCells(
  opened: Case,
  checks: readonly Check[],
  material: Material,
): Promise<Evaluation> {
  const known = new Map((await opened.store.cells()).map((c) => [`${c.check} ${c.subject}`, c]));
  const stamps = await stampMaker(opened, material);
  const run = new CellRun({ opened, checks, material, known, stamps });
  for (const device of material.devices) await run.device(device);
  // In the order of their key, so that a store need not look for the place of each.
  await opened.store.saveCells(
    run.fresh.toSorted((a, b) => (a.check < b.check ? -1 : a.check > b.check ? 1 : 0)),
  );
  if ([...known.keys()].some((key) => !run.keys.has(key))) await opened.store.keepCells(run.keys);
  return {
    results: run.results,
    verdicts: run.verdicts,
    offers: run.offers,
    computed: run.fresh.length,
    reused: run.keys.size - run.fresh.length,
  };
}

interface Stamps {
  readonly device: (device: Device) => string;
  readonly fleet: string;
  /** True when the case has records of some origin of the device. */
  readonly hasRecords: (device: Device) => boolean;
}

interface CellInput {
  readonly opened: Case;
  readonly checks: readonly Check[];
  readonly material: Material;
  readonly known: ReadonlyMap<string, Cell>;
  readonly stamps: Stamps;
}

class CellRun {
  readonly results: { check: Check; subject: string; hits: readonly Hit[] }[] = [];
  readonly verdicts: Verdict[] = [];
  readonly offers: OfferedFix[] = [];
  readonly fresh: Cell[] = [];
  readonly keys: Set<string> = new Set();
  private readonly input: CellInput;
  private readonly codes = new Map<Check, string>();

  constructor(input: CellInput) {
    this.input = input;
  }

  async device(device: Device): Promise<void> {
    const { checks, stamps } = this.input;
    const stamp = stamps.device(device);
    const asked = checks.filter((c) => c.subjects.includes(device.sort as (typeof c.subjects)[number]));
    const view = await this.view(device);
    for (const check of asked) this.cell(check, view, this.stampOf(check, stamp));
  }

  private stampOf(check: Check, device: string): string {
    const code = this.codes.get(check) ?? codeOf(check);
    this.codes.set(check, code);
    return sha256(`${code} ${device} ${check.fleet ? this.input.stamps.fleet : ''}`).slice(0, 32);
  }

  private cell(check: Check, view: DeviceView, stamp: string): void {
    if (check.applies && !check.applies(view)) return;
    const subject = view.device.id;
    const key = `${check.id} ${subject}`;
    const before = this.input.known.get(key);
    const hits = before?.fingerprint === stamp ? before.hits : withUntimed(check, view, check.evaluate(view));
    if (before?.fingerprint !== stamp)
      this.fresh.push({ check: check.id, subject, fingerprint: stamp, hits });
    this.keys.add(key);
    this.results.push({ check, subject, hits });
    this.verdicts.push(judge(check, view, hits));
    const offer = hits.length > 0 ? offerOf(check, view) : null;
    if (offer) this.offers.push(offer);
  }

  /** Records are needed for judging limits too, so they are loaded whenever the device has any. */
  private async view(device: Device): Promise<DeviceView> {
    const { opened, material, stamps } = this.input;
    const tracks = material.tracksOf(device);
    const query = { origins: device.origins, kinds: ALL_KINDS, lean: true };
    const records = stamps.hasRecords(device) ? await opened.store.records(query) : [];
    return makeView({
      device,
      period: material.period,
      snapshots: material.snapshotsOf(device.id),
      records: records.filter((r) => inAsked(r, material)),
      conversations: material.conversations.get(device.id) ?? [],
      sightedFlows: material.sightings.get(device.id) ?? [],
      tracks,
      fleet: material.fleet,
      own: material.own,
      doubts: material.doubts(device, tracks),
      unscanned: tracks.some((t) => t.kind !== 'flow' && material.unscanned.has(t.evidence)),
    });
  }
}

function inAsked(record: SeawallRecord, { asked }: Material): boolean {
  // A time that the device itself calls unset is none: the record may belong to the period.
  if (record.at === null || record.kind === 'register' || record.timeQuality === 'clock-unset') return true;
  const last = record.last ?? record.at;
  return (asked.since === null || last >= asked.since) && (asked.until === null || record.at < asked.until);
}

/** Tells one state of a check from another: a new version may judge otherwise though the check's own text is the same. */
function codeOf(check: Check): string {
  // oxlint-disable-next-line typescript/unbound-method -- its text is taken, it is not called
  return sha256(canonicalJson([VERSION, check.id, String(check.evaluate)]));
}

async function stampMaker(opened: Case, material: Material): Promise<Stamps> {
  // The same evidence read with other intelligence or templates gives other records.
  const readings = new Map(
    material.evidence.map((e) => [e.id, `${e.scannedWith} ${e.templatesWith} ${e.readWith}`]),
  );
  const byOrigin = new Map<string, string[]>();
  for (const source of await opened.store.recordSources()) {
    const list = byOrigin.get(source.origin) ?? [];
    list.push(`${source.kind} ${source.evidence} ${readings.get(source.evidence)}`);
    byOrigin.set(source.origin, list);
  }
  const register = material.register.map((r) => [r.entry, r.value, r.device, r.from, r.until]);
  const devices = material.devices.map((d) => [d.id, d.origins, d.sort]);
  const facts = material.devices.map((d) => material.snapshotsOf(d.id).map((f) => [f.evidence, f.ordinal]));
  const intel = intelFingerprint(await opened.packs());
  const streams = material.tracks
    .filter((t) => t.kind === 'syslog')
    .map((t) => [t.evidence, t.origin, t.count]);
  const own = [...material.own].sort();
  const { content } = opened.options;
  const vendors = [...content.keys()].filter((path) => path.startsWith('vendors/')).sort();
  const defaults = vendors.map((path) => [path, content.get(path) ?? '']);
  const fleet = sha256(canonicalJson([devices, register, facts, intel, streams, own, defaults]));
  return {
    fleet,
    hasRecords: (device) => device.origins.some((o) => byOrigin.has(o)),
    device: (device) =>
      sha256(
        canonicalJson([
          device,
          device.origins.map((o) => byOrigin.get(o) ?? []),
          material.snapshotsOf(device.id).map((f) => [f.evidence, f.ordinal]),
          material.conversations.get(device.id) ?? [],
          material.sightings.get(device.id) ?? [],
          material.tracksOf(device).map((t) => [t.evidence, t.kind, t.origin, t.count]),
          material.period,
          material.asked,
          opened.readWith,
        ]),
      ),
  };
}
