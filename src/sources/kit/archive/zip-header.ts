/** What the header in front of a zip member says. */
export interface ZipHeader {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** True when sizes and checksum stand behind the bytes, not in this header. */
  readonly sizesFollow: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Length of the fixed part of a member's header. */
export const LOCAL_HEADER = 30;

/** Signatures that begin the parts of a zip file, as little-endian numbers. */
export const SIGNATURE = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  extra: 0x08064b50,
} as const;

const UTF8 = new TextDecoder('utf-8');
const LATIN = new TextDecoder('latin1');
const WHOLE = 0xffffffff;

/** A view for reading little-endian numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** How many bytes of name and extra field follow the fixed part. */
export function variableLength(fixed: Uint8Array): number {
  const view = viewOf(fixed);
  return view.getUint16(26, true) + view.getUint16(28, true);
}

/** Reads a member's header from its fixed part and what follows it; null when sizes are beyond reason. */
export function parseZipHeader(fixed: Uint8Array, variable: Uint8Array): ZipHeader | null {
  const view = viewOf(fixed);
  const flags = view.getUint16(6, true);
  const nameLength = view.getUint16(26, true);
  const name = variable.subarray(0, nameLength);
  const sizes = {
    packed: view.getUint32(18, true),
    size: view.getUint32(22, true),
  };
  if (sizes.packed === WHOLE || sizes.size === WHOLE) readLarge(variable.subarray(nameLength), sizes);
  if (!Number.isSafeInteger(sizes.packed) || !Number.isSafeInteger(sizes.size)) return null;
  return {
    name: ((flags & 0x800) !== 0 ? UTF8 : LATIN).decode(name),
    method: view.getUint16(8, true),
    encrypted: (flags & 1) !== 0,
    sizesFollow: (flags & 8) !== 0,
    crc: view.getUint32(14, true),
    ...sizes,
  };
}

// zip64 extended information, field 1: the sizes that did not fit, the unpacked one first.
function readLarge(extra: Uint8Array, sizes: { packed: number; size: number }): void {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + length <= extra.length) {
      let field = at + 4;
      for (const key of ['size', 'packed'] as const) {
        if (sizes[key] !== WHOLE || field + 8 > at + 4 + length) continue;
        sizes[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
      return;
    }
    at += 4 + length;
  }
}
