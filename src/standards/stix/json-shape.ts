import type { StixLimits } from './limits.ts';

/** Why JSON was refused before it was parsed. */
export type ShapeProblem = 'too-large' | 'too-deep' | 'string-too-long';

const QUOTE = 34;
const BACKSLASH = 92;

/** Bytes up to and including the closing quote; the length of the array when there is none. */
function stringEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0) return bytes.length;
    let escapes = quote;
    while (escapes > from && bytes[escapes - 1] === BACKSLASH) escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** Checks size, nesting and string length in one pass over the bytes, before any object exists; null when all hold. */
export function checkShape(bytes: Uint8Array, limits: StixLimits): ShapeProblem | null {
  if (bytes.length > limits.bytes) return 'too-large';
  let depth = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const c = bytes[i] as number;
    if (c === QUOTE) {
      const end = stringEnd(bytes, i + 1);
      if (end - i - 2 > limits.string) return 'string-too-long';
      i = end - 1;
    } else if (c === 123 || c === 91) {
      depth += 1;
      if (depth > limits.depth) return 'too-deep';
    } else if (c === 125 || c === 93) depth -= 1;
  }
  return null;
}
