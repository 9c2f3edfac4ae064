import type { Period } from '../base/time.ts';

/** Classes of data that can be taken (facts 4.5). */
export type DataClass =
  | 'identity'
  | 'call-metadata'
  | 'location'
  | 'sms-content'
  | 'sms-metadata'
  | 'data-session-metadata'
  | 'intercept-target'
  | 'intercept-content'
  | 'credentials'
  | 'network-config';

/** Lower and upper bound of a count; `upper` null means that no upper bound can be given. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number | null;
}

/** What was taken of one class of data from one system. */
export interface DataScope {
  readonly system: string;
  readonly dataClass: DataClass;
  readonly records: Bounds;
  readonly persons: Bounds;
  /** What made each bound and which missing log would tighten it most; one sentence each. */
  readonly lowerBecause: string;
  readonly upperBecause: string;
  readonly tighten: string | null;
  /** Stretches in which nothing can be said. */
  readonly unknown: readonly Period[];
  readonly findings: readonly string[];
}

/** What else falls with a device: shared secrets and systems within reach. */
export interface BlastEdge {
  readonly from: string;
  /** `device:<id>`, `aaa:<address>`, `snmp` … */
  readonly to: string;
  readonly by:
    | 'aaa-key'
    | 'snmp-community'
    | 'local-secret'
    | 'ike-key'
    | 'routing-key'
    | 'aaa-server'
    | 'other-secret';
  /** Reuse group as reports show it (`R1`), null for a server. */
  readonly group: string | null;
  readonly count: number;
}

/** Devices, accounts and secrets that are or may be in the intruder's hands. */
export interface BlastRadius {
  readonly hitDevices: readonly string[];
  /** Devices that share a secret with a hit device. */
  readonly exposedDevices: readonly string[];
  readonly accounts: readonly string[];
  readonly edges: readonly BlastEdge[];
  /** Secrets to change: how many distinct groups stand in the hit devices' configurations. */
  readonly secretGroups: number;
  /** Hit devices whose secrets we could not see, since no configuration was given. */
  readonly unseenDevices: readonly string[];
}

/** Answer to: how deep, and who is affected. */
export interface Scope {
  readonly blast: BlastRadius;
  readonly data: readonly DataScope[];
  /** Stretches, by device, in which nothing can be said though the incident may have run. */
  readonly window: {
    readonly from: number | null;
    readonly earliest: number | null;
    readonly to: number | null;
  };
}
