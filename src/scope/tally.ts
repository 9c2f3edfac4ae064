import type { AccessRecord, SystemClass } from '../model/record.ts';
import { HOLDINGS, type Holding, surelyHolds } from './data-classes.ts';
import { DifferentObjects } from './persons.ts';
import { type Belonging, isChange, isRead, mostRows, surelyRows } from './reads.ts';
import { canonical } from './suspicion.ts';

/** What proven accesses gave of one class of data, added up. */
export interface Giving {
  /** Proven accesses that gave rows of this class, in bulk and of single subscribers. */
  readonly bulk: number;
  readonly single: number;
  /** Rows that those gave, repeated ones included. */
  readonly rows: number;
  /** Records that differ for sure: those of the longest single list, or those asked for by name if they are more. */
  readonly differing: number;
  /** Persons asked for by name in them; a bulk export names nobody. */
  readonly persons: number;
  /** Numbers among them that were written without a country, so that some may be others written again. */
  readonly withoutCountry: number;
}

/** Accesses of one class of data, added up one by one: what is kept does not grow with their number, but with persons. */
class GivingTally {
  readonly holding: Holding;
  private bulk = 0;
  private single = 0;
  private rows = 0n;
  private longest = 0;
  private readonly named = new DifferentObjects();
  private readonly persons = new DifferentObjects();

  constructor(holding: Holding) {
    this.holding = holding;
  }

  take(access: AccessRecord, rows: number): void {
    if (!surelyHolds(access, this.holding)) return;
    if (access.person) this.single += 1;
    else this.bulk += 1;
    // Exact however large the numbers are, so that the order in which they come does not show.
    this.rows += BigInt(rows);
    this.longest = Math.max(this.longest, rows / access.count);
    if (access.object === null) return;
    if (access.action !== 'list_all') this.named.add(access);
    if (access.person && isRead(access)) this.persons.add(access);
  }

  sum(): Giving {
    const { bulk, single, rows, longest, named, persons } = this;
    const differing = Math.max(longest, named.count);
    return {
      bulk,
      single,
      rows: Number(rows),
      differing,
      persons: persons.count,
      withoutCountry: persons.withoutCountry,
    };
  }
}

/** All accesses to one system, as far as they are or may be the intruder's, added up. */
export class SystemTally {
  readonly name: string;
  readonly systemClass: SystemClass;
  /** Accesses that are or may be the intruder's. */
  possible = 0;
  /** Proven accesses that gave rows. */
  gave = 0;
  /** Possible accesses that do not say how many rows they gave. */
  uncounted = 0;
  /** Proven changes to what is intercepted or delivered. */
  changes = 0;
  /** Accounts (lower case) and addresses of all possible accesses. */
  readonly actors: Set<string> = new Set();
  readonly ends: Set<string> = new Set();
  private rows = 0n;
  private readonly givings: readonly GivingTally[];

  /** Starts with no access. */
  constructor(name: string, systemClass: SystemClass) {
    this.name = name;
    this.systemClass = systemClass;
    this.givings = HOLDINGS[systemClass].map((holding) => new GivingTally(holding));
  }

  /** Adds an access that is or may be the intruder's. */
  take(access: AccessRecord, belonging: Belonging): void {
    this.possible += 1;
    this.actors.add(access.actor.toLowerCase());
    for (const end of [access.from, access.destination]) this.ends.add(canonical(end ?? ''));
    const most = mostRows(access);
    if (most === null) this.uncounted += 1;
    else this.rows += BigInt(most);
    if (belonging === 'proven') this.prove(access);
  }

  /** Rows that all possible accesses handed out, as far as they say. */
  get seen(): number {
    return Number(this.rows);
  }

  /** What was surely given of each class of data that the system holds, in the order of data-classes.ts. */
  classes(): readonly { readonly holding: Holding; readonly giving: Giving }[] {
    return this.givings.map((tally) => ({ holding: tally.holding, giving: tally.sum() }));
  }

  private prove(access: AccessRecord): void {
    if (isChange(access)) this.changes += 1;
    const rows = surelyRows(access);
    if (rows === 0) return;
    this.gave += 1;
    for (const giving of this.givings) giving.take(access, rows);
  }
}
