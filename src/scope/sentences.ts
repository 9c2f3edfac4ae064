import type { Period } from '../base/time.ts';
import type { Count } from './bounds.ts';
import type { StoreSize } from './store-size.ts';
import { counted, grouped, lasting, stretch } from './wording.ts';

/** What the sentences of one system are made from. */
export interface SentenceInput {
  readonly system: string;
  readonly count: Count;
  readonly store: StoreSize;
  readonly unknown: readonly Period[];
}

/** Why the lower bound is what it is, one sentence. */
export function lowerSentence({ count }: SentenceInput): string {
  const { giving, unsure, records } = count;
  const { bulk, single, rows, persons: named, withoutCountry } = giving;
  const more =
    unsure > 0
      ? ` ${counted(unsure, 'more read', 'more reads')} gave rows, but not surely of this class.`
      : '';
  if (bulk + single === 0) return `No access that a finding proves gave rows of this class.${more}`;
  const parts = [
    bulk > 0 ? counted(bulk, 'read in bulk', 'reads in bulk') : '',
    single > 0 ? counted(single, 'read of single subscribers', 'reads of single subscribers') : '',
  ].filter((part) => part !== '');
  const who =
    named > 0
      ? `${counted(named, 'subscriber was', 'subscribers were')} asked for by number`
      : 'whom the rows concern is not in the log, but at least one person';
  const few =
    withoutCountry > 0
      ? ` ${counted(withoutCountry, 'number was', 'numbers were')} written without a country and may be others written again; they count as few persons as that allows.`
      : '';
  const differ = records.lower < rows ? `, of which at least ${grouped(records.lower)} differ` : '';
  return `Findings prove ${parts.join(' and ')} that gave ${counted(rows, 'row')}${differ}; ${who}.${few}${more}`;
}

/** Why the upper bound is what it is, one sentence or two. */
export function upperSentence({ count, store, unknown }: SentenceInput): string {
  const seen = `Since the first sign the accounts and addresses under suspicion read ${counted(count.seen, 'row')}, ordinary-looking reads included.`;
  const holes = [
    unknown.length > 0 ? `the access log cannot be seen for ${lasting(unknown)}` : '',
    count.uncounted > 0
      ? `${counted(count.uncounted, 'access does', 'accesses do')} not say how many rows it gave`
      : '',
  ].filter((hole) => hole !== '');
  if (holes.length === 0) return seen;
  if (store.rows === null) {
    return `${seen} No upper bound can be given: ${holes.join(', ')}, and the register does not say how much the store holds.`;
  }
  const persons = store.persons === null ? '' : ` of ${counted(store.persons, 'person')}`;
  return `${seen} But ${holes.join(' and ')}, so it may have been the whole store: ${grouped(store.rows)} rows${persons} by the register.`;
}

/** Which missing log would tighten the bounds most, one sentence; null when nothing would. */
export function tightenSentence({ system, count, store, unknown }: SentenceInput): string | null {
  if (unknown.length > 0) {
    const widest = unknown.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    return `The access log of ${system} from ${stretch(widest)}; where it is lost, flow volumes of the system in that time.`;
  }
  if (count.uncounted > 0)
    return `Row counts of ${counted(count.uncounted, 'access', 'accesses')} to ${system}: its database audit may have them.`;
  if (count.records.upper === null && store.rows === null)
    return `The size of ${system} in the register (record-store).`;
  if (count.records.upper !== count.records.lower)
    return `Word from the owners of the accounts which reads of ${system} were their own.`;
  return null;
}
