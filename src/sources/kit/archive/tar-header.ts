/** Size of a tar block in bytes. */
export const BLOCK = 512;

/** What one tar header block says. */
export interface TarHeader {
  readonly name: string;
  /** Type flag as a character: `0` file, `5` directory, `x` pax, `L` GNU long name … */
  readonly type: string;
  /** Bytes of the member; null when the field cannot be read. */
  readonly size: number | null;
}

const TEXT = new TextDecoder('utf-8');

/** Text of a field that ends at the first NUL byte. */
export function tarText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return TEXT.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Reads the header block at the start of `block`; null when its checksum says that it is none. */
export function tarHeaderAt(block: Uint8Array): TarHeader | null {
  if (block.length < BLOCK || !checksumHolds(block)) return null;
  const name = tarText(block.subarray(0, 100));
  const ustar = tarText(block.subarray(257, 262)) === 'ustar';
  // GNU tar (magic followed by a space) keeps times where ustar keeps the prefix of the name.
  const prefix = ustar && block[262] === 0 ? tarText(block.subarray(345, 500)) : '';
  const flag = block[156] as number;
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    type: flag === 0 ? '0' : String.fromCharCode(flag),
    size: number(block.subarray(124, 136)),
  };
}

/** True when the block holds nothing but zero bytes. */
export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

function checksumHolds(block: Uint8Array): boolean {
  const stated = number(block.subarray(148, 156));
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i += 1) {
    const byte = i >= 148 && i < 156 ? 32 : (block[i] as number);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  // 256 is the sum over a block of zeros, which is an end mark and no header.
  return stated !== null && unsigned !== 256 && (stated === unsigned || stated === signed);
}

// Octal digits, or big-endian binary where the first bit is set.
function number(field: Uint8Array): number | null {
  if (((field[0] as number) & 0x80) !== 0) return binary(field);
  const text = tarText(field).trim();
  if (!/^[0-7]{0,12}$/.test(text)) return null;
  return text === '' ? 0 : Number.parseInt(text, 8);
}

function binary(field: Uint8Array): number | null {
  let value = (field[0] as number) & 0x7f;
  for (const byte of field.subarray(1)) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : null;
}
