/** Changing the seed changes every generated file: do it only together with the committed evidence. */
const SEED = 'harbor-telecom/1';

/** A small deterministic random source; every stream is independent of the order in which others are read. */
export interface Rng {
  /** A float in [0, 1). */
  next(): number;
  /** A whole number between both bounds, bounds included. */
  int(low: number, high: number): number;
  /** One element of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Text of the given length over the given alphabet. */
  text(length: number, alphabet: string): string;
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The random stream of a name (mulberry32 seeded by FNV-1a). */
export function rngFor(label: string): Rng {
  let state = fnv1a(`${SEED}/${label}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick: <T>(items: readonly T[]): T => items[int(0, items.length - 1)] as T,
    chance: (probability) => next() < probability,
    text: (length, alphabet) => Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join(''),
  };
}
