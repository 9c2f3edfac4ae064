const MOST_STATES = 32_768;
const NONE = 0;

/** Looks for many byte strings in one pass over a stream (Aho and Corasick); strings may lie across chunks. */
export class ByteSearch {
  /** Ids of the strings found so far. */
  readonly found: Set<string> = new Set();
  private readonly plan: SearchPlan;
  private state = 0;

  /** Starts at the first byte of a stream. */
  constructor(plan: SearchPlan) {
    this.plan = plan;
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    const { next, ends } = this.plan;
    let state = this.state;
    for (let at = 0; at < chunk.length; at += 1) {
      state = next[state * 256 + (chunk[at] as number)] as number;
      if (ends[state] !== NONE) this.note(state);
    }
    this.state = state;
  }

  private note(state: number): void {
    const { ends, shorter, ids } = this.plan;
    for (let at = state; at > 0; at = shorter[at] as number) {
      const end = ends[at] as number;
      if (end > 1) for (const id of ids[end] ?? []) this.found.add(id);
    }
  }
}

/** Tables of a search, made once for a list of strings. */
export interface SearchPlan {
  /** State after a byte in a state: `next[state * 256 + byte]`. */
  readonly next: Uint16Array;
  /** 0 where nothing ends; 1 where only a shorter string ends; otherwise an index into `ids`. */
  readonly ends: Uint16Array;
  /** The state of the longest proper suffix. */
  readonly shorter: Uint16Array;
  readonly ids: readonly (readonly string[])[];
}

/** Makes the tables for strings by id. Empty strings are left out; throws RangeError above 32,768 bytes in all. */
export function planSearch(
  strings: readonly { readonly id: string; readonly bytes: Uint8Array }[],
): SearchPlan {
  const wanted = strings.filter(({ bytes }) => bytes.length > 0);
  const states = wanted.reduce((sum, { bytes }) => sum + bytes.length, 1);
  if (states > MOST_STATES) throw new RangeError('too many byte strings for one search');
  const plan = {
    next: new Uint16Array(states * 256),
    ends: new Uint16Array(states),
    shorter: new Uint16Array(states),
    ids: [[], []] as string[][],
  };
  let used = 1;
  for (const { id, bytes } of wanted) {
    let state = 0;
    for (const byte of bytes) {
      const slot = state * 256 + byte;
      if (plan.next[slot] === 0) plan.next[slot] = used++;
      state = plan.next[slot] as number;
    }
    if (plan.ends[state] === NONE) plan.ends[state] = plan.ids.push([]) - 1;
    plan.ids[plan.ends[state] as number]?.push(id);
  }
  linkSuffixes(plan);
  return plan;
}

function linkSuffixes(plan: { next: Uint16Array; ends: Uint16Array; shorter: Uint16Array }): void {
  const { next, ends, shorter } = plan;
  const queue = [...next.subarray(0, 256)].filter((state) => state > 0);
  for (let at = 0; at < queue.length; at += 1) {
    const state = queue[at] as number;
    const suffix = shorter[state] as number;
    if (ends[state] === NONE && ends[suffix] !== NONE) ends[state] = 1;
    for (let byte = 0; byte < 256; byte += 1) {
      const slot = state * 256 + byte;
      const child = next[slot] as number;
      const fallback = next[suffix * 256 + byte] as number;
      if (child === 0) next[slot] = fallback;
      else {
        shorter[child] = fallback;
        queue.push(child);
      }
    }
  }
}
