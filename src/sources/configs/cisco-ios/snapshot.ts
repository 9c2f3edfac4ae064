import type { StatementTree } from '../../../base/statement-tree.ts';
import type { User } from '../../../model/device-facts.ts';
import type { EvidenceKind } from '../../../model/evidence.ts';
import type { ReadContext } from '../../kit/contract.ts';
import { type Draft, emptyDraft } from '../kit/draft.ts';
import { SecretKeeper } from '../kit/secret-keeper.ts';
import type { DeviceTime } from './clock.ts';
import { shareGlobalKeys } from './features/aaa-servers.ts';
import { settleTime } from './features/time.ts';
import type { OpenAcl, OpenMirror, Scope } from './scope.ts';
import type { SeenFile } from './show/files.ts';

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
  configured: 'no' | 'part' | 'startup' | 'running' = 'no';
  versioned = false;
  clock: DeviceTime | null = null;
  /** A clock that was read after the configuration: it belongs to the next one. */
  nextClock: DeviceTime | null = null;
  changed: DeviceTime | null = null;
  saved: DeviceTime | null = null;
  private readonly acls = new Map<string, OpenAcl>();
  private readonly users = new Map<string, User>();
  private readonly mirrors = new Map<string, OpenMirror>();
  private readonly web = new Map<string, number>();
  private readonly state: Scope['state'] = {
    ntpAuthenticate: false,
    tacacsKey: null,
    radiusKey: null,
    summer: null,
  };

  /** An empty snapshot of a device of which only the prompt is known, or not even that. */
  constructor(context: ReadContext, host: string) {
    this.host = host;
    this.draft = emptyDraft(context.evidence, 'cisco', 'ios');
    this.secrets = new SecretKeeper(context.keyed);
  }

  /** What the features of one configuration write to. */
  scope(tree: StatementTree): Scope {
    const { draft, secrets, acls, users, mirrors, web, zones, state } = this;
    return { draft, tree, secrets, acls, users, mirrors, web, zones, state };
  }

  /** Takes a clock reading. */
  addClock(time: DeviceTime): void {
    if (this.clock === null) this.clock = time;
    else if (this.configured === 'no') this.clock = time;
    else this.nextClock = time;
  }

  /** Settles what needed all lines to be known. */
  settle(): void {
    const scope = this.scope({} as StatementTree);
    shareGlobalKeys(scope);
    settleTime(scope);
    this.draft.acls = [...this.acls.values()].map(({ standard: _standard, ...acl }) => acl);
    this.draft.users = [...this.users.values()];
    this.draft.secrets = this.secrets.kept.toSorted((a, b) => a.line - b.line);
  }
}
