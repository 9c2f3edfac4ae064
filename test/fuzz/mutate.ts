/** A small generator of random numbers, so that a seed tells the whole run. */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
type Mutator = (bytes: Uint8Array, random: Random) => Uint8Array;

const int = (random: Random, below: number): number => Math.floor(random() * below);

function splice(bytes: Uint8Array, at: number, change: { remove: number; insert: Uint8Array }): Uint8Array {
  const out = new Uint8Array(bytes.length - change.remove + change.insert.length);
  out.set(bytes.subarray(0, at));
  out.set(change.insert, at);
  out.set(bytes.subarray(at + change.remove), at + change.insert.length);
  return out;
}

const NASTY = [
  '\0',
  '\r',
  '\n\n\n',
  '\u001b[2J',
  '%SYS-5-CONFIG_I: ',
  '::ffff:999.1.1.1',
  '"',
  ',,,,',
  '<![CDATA[',
  '{"a":'.repeat(50),
  '9'.repeat(40),
  '--More--',
  '^C',
  'Ａ',
].map((text) => new TextEncoder().encode(text));

const MUTATORS: readonly Mutator[] = [
  (bytes, random) => {
    const out = bytes.slice();
    for (let n = 1 + int(random, 8); n > 0 && out.length > 0; n -= 1)
      out[int(random, out.length)] = int(random, 256);
    return out;
  },
  (bytes, random) => bytes.slice(0, int(random, bytes.length + 1)),
  (bytes, random) => bytes.slice(int(random, bytes.length + 1)),
  (bytes, random) => {
    const at = int(random, bytes.length + 1);
    return splice(bytes, at, {
      remove: Math.min(int(random, 40), bytes.length - at),
      insert: new Uint8Array(0),
    });
  },
  (bytes, random) => {
    const at = int(random, bytes.length + 1);
    const from = int(random, bytes.length + 1);
    const piece = bytes.slice(from, from + int(random, 200));
    return splice(bytes, at, { remove: 0, insert: piece });
  },
  (bytes, random) => {
    const insert = NASTY[int(random, NASTY.length)] as Uint8Array;
    return splice(bytes, int(random, bytes.length + 1), { remove: 0, insert });
  },
  (bytes, random) => {
    const line = new Uint8Array(int(random, 200_000)).fill(32 + int(random, 90));
    return splice(bytes, int(random, bytes.length + 1), { remove: 0, insert: line });
  },
];

/** Makes hostile bytes out of a sample: one to four mutations. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let out = bytes;
  for (let n = 1 + int(random, 4); n > 0; n -= 1)
    out = (MUTATORS[int(random, MUTATORS.length)] as Mutator)(out, random);
  return out;
}
