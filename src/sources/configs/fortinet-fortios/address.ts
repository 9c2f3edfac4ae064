import { canonicalIp, formatNetwork, parseNetwork } from '../../../base/ip.ts';
import { maskBits, maskedNetwork } from '../kit/mask.ts';

/** `A M` or `A/N` as an address in CIDR with its host bits; null for none and for 0.0.0.0. */
export function hostCidr(words: readonly string[]): string | null {
  const [first = '', mask] = words;
  const slash = first.indexOf('/');
  const address = canonicalIp(slash < 0 ? first : first.slice(0, slash));
  if (!address || address === '0.0.0.0' || address === '::') return null;
  if (slash >= 0) return `${address}${first.slice(slash)}`;
  const bits = mask === undefined ? (address.includes(':') ? 128 : 32) : maskBits(mask);
  return bits < 0 ? null : `${address}/${bits}`;
}

/** `A M`, `A/N` or `A` as a network with host bits cleared; `any` for everything; null when it is none. */
export function network(words: readonly string[]): string | null {
  const [first = '', mask] = words;
  if (mask !== undefined && mask !== '') {
    const found = maskedNetwork(first, mask);
    return found?.endsWith('/0') ? 'any' : found;
  }
  const parsed = parseNetwork(first);
  if (!parsed) return null;
  return parsed.bits === 0 ? 'any' : formatNetwork(parsed);
}

/** An address as it is compared elsewhere; a name stays as written; null for none and for 0.0.0.0. */
export function end(text: string | null): string | null {
  if (text === null) return null;
  const address = canonicalIp(text);
  if (address === '0.0.0.0' || address === '::') return null;
  return address ?? text;
}
