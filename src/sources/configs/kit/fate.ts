import type { LedgerState } from '../../../model/ledger.ts';

/** What became of a line: state and reason for the ledger. */
export type Fate = readonly [LedgerState, string];

/** The fates of show output that most of its readers give. */
export const READ: Fate = ['read', 'show output'];
/** A line of the output that its reader does not know. */
export const BROKEN: Fate = ['not-understood', 'line of show output not known'];
