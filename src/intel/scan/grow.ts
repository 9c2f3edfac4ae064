/**
 * The same bytes in an array of another length. The old array is given up at once, not when the collector comes by:
 * tables of a million values would otherwise exist twice.
 */
export function resizedBytes(from: Uint8Array, length: number): Uint8Array {
  return new Uint8Array((from.buffer as ArrayBuffer).transfer(length));
}

/** As `resizedBytes`, for 32-bit numbers. */
export function resizedWords(from: Uint32Array, length: number): Uint32Array {
  return new Uint32Array((from.buffer as ArrayBuffer).transfer(length * 4));
}
