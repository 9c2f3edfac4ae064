/** The records of a pax header that matter here. */
export interface PaxRecords {
  readonly path: string | null;
  readonly size: number | null;
  readonly sparse: boolean;
}

const TEXT = new TextDecoder('utf-8');
const SPACE = 32;

/** Reads the records `length key=value\n` of a pax header; null when they are not well formed. */
export function parsePax(bytes: Uint8Array): PaxRecords | null {
  let path: string | null = null;
  let size: number | null = null;
  let sparse = false;
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const digits = space < 0 ? '' : TEXT.decode(bytes.subarray(at, Math.min(space, at + 20)));
    const length = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
    // A record is longer than its own length and blank, so that every step leads on.
    if (space < 0 || length <= space - at || at + length > bytes.length)
      return isPadding(bytes, at) ? done() : null;
    const record = TEXT.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    const key = record.slice(0, equals);
    const value = record.slice(equals + 1);
    if (key === 'path') path = value;
    if (key === 'size') size = wholeNumber(value);
    if (key.startsWith('GNU.sparse.')) sparse = true;
    at += length;
  }
  return done();

  function done(): PaxRecords {
    return { path, size, sparse };
  }
}

function isPadding(bytes: Uint8Array, from: number): boolean {
  return bytes.subarray(from).every((byte) => byte === 0);
}

function wholeNumber(text: string): number | null {
  if (!/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
