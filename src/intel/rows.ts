import type { Indicator, IndicatorType } from '../model/indicator.ts';
import { resizedBytes, resizedWords } from './scan/grow.ts';

const TYPES: readonly IndicatorType[] = [
  'ipv4',
  'ipv6',
  'network',
  'domain',
  'url',
  'hash',
  'email',
  'filename',
];
const NONE = 0xffffffff;

/** What many indicators share: everything but id, type and value. */
type Shared = Omit<Indicator, 'id' | 'type' | 'value'>;

/**
 * Indicators in columns: what they share is kept once, id and value only where they cannot be told from the key. A
 * million of them take some 30 bytes each beside their text.
 */
export class IndicatorRows {
  private types: Uint8Array = new Uint8Array(256);
  private shares: Uint32Array = new Uint32Array(256);
  private nexts: Uint32Array = new Uint32Array(256);
  private heads: Uint32Array = new Uint32Array(256).fill(NONE);
  private readonly shared: { readonly says: Shared; readonly prefix: string | null }[] = [];
  private readonly byText = new Map<string, number>();
  /** Ids that are not a prefix and the value. */
  private readonly ids = new Map<number, string>();
  /** Values that differ from their key. */
  private readonly values = new Map<number, string>();
  private count = 0;
  private lastSource: Indicator | null = null;

  /** How many indicators it holds. */
  get size(): number {
    return this.count;
  }

  /** Adds an indicator under the number of its key in the table of values; `key` is the text of that entry. */
  add(number: number, key: string, indicator: Indicator): void {
    this.reserve(number);
    const row = this.count;
    this.count += 1;
    this.types[row] = TYPES.indexOf(indicator.type);
    this.shares[row] = this.share(indicator);
    if (indicator.value !== key) this.values.set(row, indicator.value);
    if (this.shared[this.shares[row] ?? 0]?.prefix === null) this.ids.set(row, indicator.id);
    this.nexts[row] = this.heads[number] as number;
    this.heads[number] = row;
  }

  /** The value, as its sharer wrote it, of the first indicator under a number. */
  valueAt(number: number, key: string): string {
    const row = this.heads[number] ?? NONE;
    return row === NONE ? key : (this.values.get(row) ?? key);
  }

  /** All indicators under a number, sorted by id. */
  at(number: number, key: string): Indicator[] {
    const out: Indicator[] = [];
    for (let row = this.heads[number] ?? NONE; row !== NONE; row = this.nexts[row] as number) {
      const shared = this.shared[this.shares[row] as number] as { says: Shared; prefix: string | null };
      const value = this.values.get(row) ?? key;
      const id = shared.prefix === null ? (this.ids.get(row) ?? '') : shared.prefix + value;
      out.push({ ...shared.says, id, type: TYPES[this.types[row] as number] as IndicatorType, value });
    }
    return out.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Gives back memory held for growth. */
  seal(): void {
    this.types = resizedBytes(this.types, this.count);
    this.shares = resizedWords(this.shares, this.count);
    this.nexts = resizedWords(this.nexts, this.count);
    this.byText.clear();
  }

  private share(indicator: Indicator): number {
    const { id, value } = indicator;
    const prefix = id.endsWith(value) ? id.slice(0, id.length - value.length) : null;
    const last = this.shared.length - 1;
    if (this.lastSource && sameSays(this.lastSource, indicator) && this.shared[last]?.prefix === prefix)
      return last;
    const says = without(indicator);
    const text = JSON.stringify([prefix, says]);
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.lastSource = indicator;
    this.shared.push({ says, prefix });
    // Every STIX indicator says something of its own; remembering each would cost more than it saves.
    if (this.byText.size < 4096) this.byText.set(text, last + 1);
    return last + 1;
  }

  private reserve(number: number): void {
    if (this.count >= this.types.length) {
      const room = (this.count * 1.5) | 0;
      this.types = resizedBytes(this.types, room);
      this.shares = resizedWords(this.shares, room);
      this.nexts = resizedWords(this.nexts, room);
    }
    const known = this.heads.length;
    if (number >= known) this.heads = resizedWords(this.heads, (number * 1.5) | 0).fill(NONE, known);
  }
}

/** What an indicator says besides its id, type and value. */
function without(indicator: Indicator): Shared {
  const { together, origin, title, labels, attack, validFrom, validUntil, created } = indicator;
  const { revoked, confidence, marking, markingRefs } = indicator;
  return {
    together,
    origin,
    title,
    labels,
    attack,
    validFrom,
    validUntil,
    created,
    revoked,
    confidence,
    marking,
    markingRefs,
  };
}

/** True when two indicators share, by identity, all that they say; cheap for lists whose rows share one draft. */
function sameSays(a: Indicator, b: Indicator): boolean {
  return (
    a.origin === b.origin &&
    a.title === b.title &&
    a.together === b.together &&
    a.labels === b.labels &&
    a.attack === b.attack &&
    a.validFrom === b.validFrom &&
    a.validUntil === b.validUntil &&
    a.created === b.created &&
    a.confidence === b.confidence &&
    a.marking === b.marking &&
    a.revoked === b.revoked &&
    a.markingRefs === b.markingRefs
  );
}
