import type { Instant } from '../base/time.ts';
import type { Severity } from './verdict.ts';

/** How to mend what a check found on one device, and the way back. Seawall writes it; people apply it. */
export interface Fix {
  /** Lines to enter in configuration mode, in order, exact for the platform. No secret stands in them: `<NEW SECRET>`. */
  readonly lines: readonly string[];
  /** Lines that undo them. */
  readonly back: readonly string[];
  /** What must hold first, one sentence each: an access list that lets in the session you are on, a server that answers. */
  readonly first: readonly string[];
  /** Commands to run afterwards, read-only, that show that it worked. */
  readonly afterwards: readonly string[];
  /** True when the lines may end the session that they are entered in, or stop a service that somebody uses. */
  readonly mayCut: boolean;
}

/** A fix for the findings of one check on one device. */
export interface FixStep extends Fix {
  readonly check: string;
  readonly findings: readonly string[];
  readonly severity: Severity;
}

/** All fixes of one device, those that cut most risk for least change first. */
export interface DevicePlan {
  readonly device: string;
  readonly platform: string;
  /** Evidence id and time of the configuration that the lines were written for. */
  readonly evidence: string;
  readonly takenAt: Instant | null;
  readonly steps: readonly FixStep[];
  /** Checks that found something on the device for which no lines are known. */
  readonly byHand: readonly string[];
}
