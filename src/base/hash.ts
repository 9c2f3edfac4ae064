import { createHash, createHmac, hash } from 'node:crypto';

/** Lower-case hexadecimal SHA-256. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/** Lower-case hexadecimal HMAC-SHA-256. */
export function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A short label made from text, `length` letters and digits that cannot be mistaken for one another. */
export function shortLabel(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  let out = '';
  for (let i = 0; i < length; i += 1) out += ALPHABET[(digest[i] as number) % ALPHABET.length];
  return out;
}
