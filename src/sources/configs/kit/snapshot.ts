import { StatementTree } from '../../../base/statement-tree.ts';
import type { EvidenceKind } from '../../../model/evidence.ts';
import type { ReadContext } from '../../kit/contract.ts';
import type { DeviceTime } from './clock.ts';
import { type Draft, emptyDraft } from './draft.ts';
import type { Entry } from './entry.ts';
import type { Scope } from './scope.ts';
import type { SecretForms } from './secret-forms.ts';
import { SecretKeeper } from './secret-keeper.ts';

/** A value of a shared indicator that stood in a line, waiting for the device and time it belongs to. */
export interface PendingSighting {
  readonly value: string;
  readonly valueType: 'ipv4' | 'ipv6' | 'domain' | 'url' | 'hash' | 'email' | 'filename';
  readonly near: boolean;
  readonly where: 'config' | 'state';
  readonly line: number;
  readonly byte: number;
  readonly length: number;
  readonly text: string;
}

/** A file that a listing or a hash in the evidence names. */
export interface SeenFile {
  readonly path: string;
  readonly size: number | null;
  readonly md5: string | null;
  readonly sha1?: string | null;
  readonly sha256?: string | null;
  readonly sha512: string | null;
  readonly entry: Entry;
}

/** What a snapshot must know of its platform. */
export interface Maker {
  readonly vendor: string;
  readonly platform: string;
  readonly secrets: SecretForms;
  begin(common: Scope): Scope;
}

/** What one file says of one device at one time, while it is being gathered. */
export class Snapshot {
  readonly draft: Draft;
  readonly secrets: SecretKeeper;
  readonly files: SeenFile[] = [];
  readonly sightings: PendingSighting[] = [];
  /** One entry for each section that was read, in order. */
  readonly sections: EvidenceKind[] = [];
  /** Name that the prompt shows; empty when no prompt told. */
  readonly host: string;
  readonly zones: Map<string, number> = new Map();
  /** What the features of this snapshot write to. */
  readonly scope: Scope;
  configured: 'no' | 'part' | 'startup' | 'running' = 'no';
  versioned = false;
  clock: DeviceTime | null = null;
  /** A clock that was read after the configuration: it belongs to the next one. */
  nextClock: DeviceTime | null = null;
  changed: DeviceTime | null = null;
  saved: DeviceTime | null = null;
  /** An empty snapshot of a device of which only the prompt is known, or not even that. */
  constructor(context: ReadContext, host: string, maker: Maker) {
    this.host = host;
    this.draft = emptyDraft(context.evidence, maker.vendor, maker.platform);
    this.secrets = new SecretKeeper(context.keyed);
    const { draft, secrets, zones } = this;
    this.scope = maker.begin({
      draft,
      secrets,
      zones,
      forms: maker.secrets,
      tree: new StatementTree(),
      cut: false,
    });
  }

  /** Takes a clock reading. */
  addClock(time: DeviceTime): void {
    if (this.clock === null) this.clock = time;
    else if (this.configured === 'no') this.clock = time;
    else this.nextClock = time;
  }
}
