import { formatIp4, parseIp4 } from '../../../base/ip.ts';

/** Number of leading one bits of a network mask; -1 when the ones are not contiguous or the text is no mask. */
export function maskBits(text: string): number {
  const mask = parseIp4(text);
  return mask < 0 ? -1 : leadingOnes(mask);
}

/** Number of leading zero bits of a wildcard mask (`0.0.0.255` gives 24); -1 when they are not contiguous. */
export function wildcardBits(text: string): number {
  const wildcard = parseIp4(text);
  return wildcard < 0 ? -1 : leadingOnes(~wildcard >>> 0);
}

function leadingOnes(mask: number): number {
  const bits = Math.clz32(~mask >>> 0);
  const whole = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
  return whole === mask ? bits : -1;
}

/**
 * Address and wildcard mask as CIDR with host bits cleared (`any` for everything). A mask whose bits are not contiguous
 * stays as written, since no network says the same. Null when either is no address.
 */
export function wildcardNetwork(address: string, wildcard: string): string | null {
  const base = parseIp4(address);
  if (base < 0 || parseIp4(wildcard) < 0) return null;
  const bits = wildcardBits(wildcard);
  if (bits < 0) return `${address} ${wildcard}`;
  if (bits === 0) return 'any';
  return masked(address, base, bits);
}

/** Address and network mask as CIDR with host bits cleared; null when either is none. */
export function maskedNetwork(address: string, mask: string): string | null {
  const base = parseIp4(address);
  const bits = maskBits(mask);
  if (base < 0 || bits < 0) return null;
  return masked(address, base, bits);
}

function masked(address: string, base: number, bits: number): string {
  const network = bits === 0 ? 0 : (base & (0xffffffff << (32 - bits))) >>> 0;
  return `${network === base ? address : formatIp4(network)}/${bits}`;
}
