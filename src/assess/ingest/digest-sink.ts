import type { Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Tie } from '../../model/digest.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { LedgerSample, LedgerState } from '../../model/ledger.ts';
import type { Origin, SeawallRecord } from '../../model/record.ts';
import type { Account, DeviceHint, HourTally, Sink, TemplateNote } from '../../sources/kit/contract.ts';
import { RecordFolder } from './record-folder.ts';
import type { Selection } from './selection.ts';
import { TrackBuilder } from './track-builder.ts';

const MOST_SAMPLES = 20;
const BATCH = 2000;
/** Origins of one kind that one piece of evidence may name; more are forged or are no devices, and count as one. */
const MOST_ORIGINS = 20_000;
const BEYOND: Origin = 'name:more-than-20000-names';

/** Where a digest sink sends what must not pile up in memory. */
export interface DigestOutlet {
  records(batch: SeawallRecord[]): void;
  flows(batch: FlowBatch): void;
}

interface LedgerTally {
  readonly state: LedgerState;
  readonly reason: string;
  bytes: number;
  units: number;
  readonly samples: LedgerSample[];
}

/** The sink that readers write to in a real run: counts coverage, keeps selected records, adds up the ledger. */
export class DigestSink implements Sink {
  readonly snapshots: DeviceFacts[] = [];
  readonly ties: Map<string, Tie> = new Map();
  readonly offered: Map<string, Set<string>> = new Map();
  readonly missing: Set<string> = new Set();
  records = 0;
  flowCount = 0;
  private readonly selection: Selection;
  private readonly outlet: DigestOutlet;
  private readonly tracksByKind = new Map<EvidenceKind, Map<Origin, TrackBuilder>>();
  private readonly tallies = new Map<string, LedgerTally>();
  private readonly folder: RecordFolder;
  private pending: SeawallRecord[] = [];
  /** The track asked for last: a line asks several times for its own. */
  private lastKind: EvidenceKind | '' = '';
  private lastOrigin: Origin = '';
  private lastTrack: TrackBuilder | null = null;

  /** Keeps what `selection` selects; records and flows leave through `outlet`. */
  constructor(selection: Selection, outlet: DigestOutlet) {
    this.selection = selection;
    this.outlet = outlet;
    this.folder = new RecordFolder((record) => this.emit(record));
  }

  /** See Sink. */
  record(record: SeawallRecord, kind: EvidenceKind): void {
    const at = record.timeQuality === 'clock-unset' ? null : record.at;
    if (record.kind !== 'sighting' && record.kind !== 'register')
      this.track(record.origin, kind).seen(at, record.count);
    if (this.selection.keeps(record)) this.folder.add(record);
  }

  /** See Sink. */
  seen(origin: Origin, kind: EvidenceKind, at: Instant | null): void {
    this.track(origin, kind).seen(at);
  }

  /** See Sink. */
  wantsLog(mnemonic: string): boolean {
    return this.selection.wantsLog(mnemonic);
  }

  /** See Sink. */
  sequence(origin: Origin, number: number, at: Instant): void {
    this.track(origin, 'syslog').sequence(number, at);
  }

  /** See Sink. */
  clockOffset(origin: Origin, offset: number): void {
    this.track(origin, 'syslog').clockOffset(offset);
  }

  /** See Sink. */
  severity(origin: Origin, level: number): void {
    this.track(origin, 'syslog').severity(level);
  }

  /** See Sink. */
  unread(origin: Origin, kind: EvidenceKind, what?: 'login' | 'command'): void {
    this.track(origin, kind).unreadLine(what);
  }

  /** See Sink. */
  lost(origin: Origin, kind: EvidenceKind, tally: HourTally): void {
    this.track(origin, kind).lost(tally);
  }

  /** See Sink. */
  flows(batch: FlowBatch): void {
    const origin = batch.exporter.startsWith('sensor:') ? batch.exporter : `addr:${batch.exporter}`;
    const track = this.track(origin, 'flow');
    for (let i = 0; i < batch.length; i += 1) {
      const at = batch.last[i] as number;
      track.seen(Number.isNaN(at) ? null : at);
      track.input(batch.inIf[i] as number);
    }
    track.sampledBy(batch.sampled ?? 1);
    this.flowCount += batch.length;
    this.outlet.flows(batch);
  }

  /** See Sink. */
  facts(facts: DeviceFacts): void {
    this.snapshots.push(facts);
  }

  /** See Sink. */
  same(origins: readonly Origin[], because: string, about?: DeviceHint): void {
    const sorted = [...new Set(origins)].sort();
    this.ties.set(JSON.stringify([sorted, because, about ?? null]), { origins: sorted, because, ...about });
  }

  /** See Sink. */
  template(template: TemplateNote): void {
    if (template.definition === null) this.missing.add(template.key);
    else {
      const known = this.offered.get(template.key) ?? new Set<string>();
      known.add(template.definition);
      this.offered.set(template.key, known);
    }
  }

  /** See Sink. */
  account(account: Account): void {
    const key = `${account.state} ${account.reason}`;
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { state: account.state, reason: account.reason, bytes: 0, units: 0, samples: [] };
      this.tallies.set(key, tally);
    }
    tally.bytes += account.bytes;
    tally.units += account.units;
    if (account.sample && tally.samples.length < MOST_SAMPLES) tally.samples.push(account.sample);
  }

  /** Lets all records go; to be called once after the reader ended. */
  close(): void {
    this.folder.flush();
    if (this.pending.length > 0) this.outlet.records(this.pending);
    this.pending = [];
  }

  /** Tracks in order of kind and origin. */
  builders(): TrackBuilder[] {
    const out: TrackBuilder[] = [];
    for (const kind of [...this.tracksByKind.keys()].sort()) {
      const tracks = this.tracksByKind.get(kind) as Map<Origin, TrackBuilder>;
      for (const origin of [...tracks.keys()].sort()) out.push(tracks.get(origin) as TrackBuilder);
    }
    return out;
  }

  /** Ledger sums, in order of state and reason. */
  ledger(): readonly LedgerTally[] {
    return [...this.tallies.keys()].sort().map((key) => this.tallies.get(key) as LedgerTally);
  }

  private emit(record: SeawallRecord): void {
    this.records += 1;
    this.pending.push(record);
    if (this.pending.length >= BATCH) {
      this.outlet.records(this.pending);
      this.pending = [];
    }
  }

  private track(origin: Origin, kind: EvidenceKind): TrackBuilder {
    if (this.lastTrack && origin === this.lastOrigin && kind === this.lastKind) return this.lastTrack;
    this.lastKind = kind;
    this.lastOrigin = origin;
    this.lastTrack = this.find(origin, kind);
    return this.lastTrack;
  }

  private find(origin: Origin, kind: EvidenceKind): TrackBuilder {
    let byOrigin = this.tracksByKind.get(kind);
    if (!byOrigin) {
      byOrigin = new Map();
      this.tracksByKind.set(kind, byOrigin);
    }
    const known = byOrigin.get(origin);
    if (known) return known;
    const named = byOrigin.size < MOST_ORIGINS ? origin : BEYOND;
    const track = byOrigin.get(named) ?? new TrackBuilder(named, kind);
    byOrigin.set(named, track);
    return track;
  }
}
