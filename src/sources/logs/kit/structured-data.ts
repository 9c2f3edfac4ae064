const OPEN = 91;
const CLOSE = 93;
const QUOTE = 34;
const BACKSLASH = 92;
const MOST = 16_384;

/**
 * The start of the message after RFC 5424 structured data at `at` (`-` or bracketed elements), past a byte order mark;
 * -1 when there is no structured data.
 */
export function structuredDataEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to) return -1;
  let i = at;
  if (bytes[i] === 45) i += 1;
  else if (bytes[i] !== OPEN) return -1;
  const stop = Math.min(to, at + MOST);
  while (i < stop && bytes[i] === OPEN) {
    i = elementEnd(bytes, i, stop);
    if (i < 0) return -1;
  }
  if (i < to && bytes[i] !== 32) return -1;
  i += 1;
  return bytes[i] === 0xef && bytes[i + 1] === 0xbb && bytes[i + 2] === 0xbf ? i + 3 : i;
}

function elementEnd(bytes: Uint8Array, at: number, stop: number): number {
  let quoted = false;
  for (let i = at + 1; i < stop; i += 1) {
    const byte = bytes[i];
    if (quoted && byte === BACKSLASH) i += 1;
    else if (byte === QUOTE) quoted = !quoted;
    else if (byte === CLOSE && !quoted) return i + 1;
  }
  return -1;
}
