import type { Period } from '../base/time.ts';
import type { KindCoverage } from '../model/coverage.ts';
import type { Device } from '../model/device.ts';
import type { DeviceFacts } from '../model/device-facts.ts';
import type { Incident } from '../model/incident.ts';
import type { RegisterRecord } from '../model/record.ts';
import type { Finding } from '../model/verdict.ts';

/** What scope is worked out from; the order of the lists does not matter. */
export interface ScopeInput {
  readonly incidents: readonly Incident[];
  readonly findings: readonly Finding[];
  readonly devices: readonly Device[];
  /** Snapshots by device id. */
  readonly snapshots: ReadonlyMap<string, readonly DeviceFacts[]>;
  /** Names of all crown-jewel systems with access records, with `system:` before them or not. */
  readonly systems: Iterable<string>;
  /** Coverage of the access log by name of the system, as access records write it. */
  readonly accessCoverage: ReadonlyMap<string, KindCoverage>;
  readonly register: readonly RegisterRecord[];
  /** The period that was judged. */
  readonly period: Period;
}
