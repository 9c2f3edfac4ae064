import type { AccessRecord } from '../model/record.ts';

/**
 * Counts how many objects of accesses differ for sure. Two ways to write one telephone number give two pseudonyms unless
 * the country is known, but the same tail: of one tail, numbers without a country count once at most, and not beside one
 * with a country. The order in which they come does not show.
 */
export class DifferentObjects {
  private readonly sure = new Set<string>();
  private readonly sureTails = new Set<string>();
  private readonly unsure = new Set<string>();
  private readonly unsureTails = new Set<string>();
  private short = false;

  /** Adds the object of one access. */
  add({ object, number }: Pick<AccessRecord, 'object' | 'number'>): void {
    if (object === null) return;
    if (!number || number.international) {
      this.sure.add(object);
      if (number?.tail) this.sureTails.add(number.tail);
      return;
    }
    this.unsure.add(object);
    if (number.tail === null) this.short = true;
    else this.unsureTails.add(number.tail);
  }

  /** As few as they may be. */
  get count(): number {
    const count = this.sure.size + this.unsureTails.difference(this.sureTails).size;
    // A number that is too short to tell from the end of another is somebody all the same.
    return count === 0 && this.short ? 1 : count;
  }

  /** Telephone numbers that were written without their country: each may be one that is counted already. */
  get withoutCountry(): number {
    return this.unsure.size;
  }
}
