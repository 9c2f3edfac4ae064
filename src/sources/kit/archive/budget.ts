import type { ProblemCode } from './piece.ts';

/** What unpacking one input may cost. */
export interface UnpackLimits {
  /** How many archives may lie inside one another; a compressed tar counts as one. */
  readonly depth: number;
  /** Bytes that decompression may give in all. */
  readonly totalBytes: number;
  /** Unpacked bytes for one packed byte, asked for once `ratioAfter` bytes came out. */
  readonly ratio: number;
  readonly ratioAfter: number;
  /** Members of all archives of the input together. */
  readonly members: number;
}

/** Limits that no honest export of logs or configurations comes near. */
export const DEFAULT_LIMITS: UnpackLimits = {
  depth: 5,
  totalBytes: 256 * 2 ** 30,
  ratio: 1000,
  ratioAfter: 10 * 2 ** 20,
  members: 200_000,
};

/** Counts what unpacking one input has cost so far. */
export class Budget {
  readonly limits: UnpackLimits;
  /** Set once a limit of the whole input is exceeded: nothing more is unpacked. */
  exhausted: ProblemCode | null = null;
  private bytes = 0;
  private members = 0;

  /** Starts at nothing spent. */
  constructor(limits: UnpackLimits) {
    this.limits = limits;
  }

  /** Counts one member; false when there are too many. */
  member(): boolean {
    this.members += 1;
    if (this.members > this.limits.members) this.exhausted ??= 'too-many-members';
    return this.exhausted === null;
  }

  /** Counts unpacked bytes; false when the total is exceeded. */
  spend(bytes: number): boolean {
    this.bytes += bytes;
    if (this.bytes > this.limits.totalBytes) this.exhausted ??= 'too-large';
    return this.exhausted === null;
  }
}

/** Watches one compressed stream: what went in, what came out, and what went wrong first. */
export class Meter {
  problem: { readonly code: ProblemCode; readonly text: string } | null = null;
  private readonly budget: Budget;
  private readonly packed: () => number;
  private out = 0;

  /** `packed` tells how many packed bytes were taken so far. */
  constructor(budget: Budget, packed: () => number) {
    this.budget = budget;
    this.packed = packed;
  }

  /** Asks whether `bytes` more may come out; false, with the problem noted, when a limit forbids it. */
  allow(bytes: number): boolean {
    const { ratio, ratioAfter } = this.budget.limits;
    this.out += bytes;
    if (!this.budget.spend(bytes)) this.fail('too-large', 'The input unpacks to more bytes than the limit.');
    else if (this.out > ratioAfter && this.out > ratio * this.packed()) {
      this.fail(
        'ratio',
        `It unpacks to more than ${ratio} times its size, as only a decompression bomb does.`,
      );
    }
    return this.problem === null;
  }

  /** Notes a problem; the first one stays. */
  fail(code: ProblemCode, text: string): void {
    this.problem ??= { code, text };
  }
}
