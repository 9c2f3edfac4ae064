/** Reads a 16-bit big-endian number; 0 for bytes past the end. */
export function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Reads a 32-bit big-endian number; 0 for bytes past the end. */
export function u32(bytes: Uint8Array, at: number): number {
  return ((u16(bytes, at) << 16) | u16(bytes, at + 2)) >>> 0;
}

/** Reads a big-endian number of 1 to 8 bytes; above 2^53 the lowest bits are lost. */
export function uint(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** Seconds between 1900 (NTP) and 1970. */
const NTP_EPOCH = 2_208_988_800;

/** Reads a 64-bit NTP timestamp (RFC 7011, 6.1.9) as milliseconds UTC, rounded down. */
export function ntpMs(bytes: Uint8Array, at: number): number {
  return (u32(bytes, at) - NTP_EPOCH) * 1000 + Math.floor((u32(bytes, at + 4) * 1000) / 4_294_967_296);
}
