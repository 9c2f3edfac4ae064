/** A buffer that grows as big-endian numbers are appended. */
export interface Writer {
  u8(value: number): Writer;
  u16(value: number): Writer;
  u32(value: number): Writer;
  u64(value: number): Writer;
  ip4(address: string): Writer;
  raw(bytes: Uint8Array): Writer;
  length(): number;
  bytes(): Uint8Array;
}

/** An empty writer. */
export function writer(): Writer {
  const parts: number[] = [];
  const push = (value: number, size: number): Writer => {
    for (let shift = size - 1; shift >= 0; shift--) parts.push(Math.floor(value / 256 ** shift) % 256);
    return self;
  };
  const self: Writer = {
    u8: (value) => push(value, 1),
    u16: (value) => push(value, 2),
    u32: (value) => push(value, 4),
    u64: (value) => push(value, 8),
    ip4: (address) => {
      for (const part of address.split('.')) parts.push(Number(part));
      return self;
    },
    raw: (bytes) => {
      for (const byte of bytes) parts.push(byte);
      return self;
    },
    length: () => parts.length,
    bytes: () => Uint8Array.from(parts),
  };
  return self;
}
