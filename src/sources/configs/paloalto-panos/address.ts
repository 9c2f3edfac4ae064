import { canonicalIp, formatNetwork, parseNetwork } from '../../../base/ip.ts';

/** `A/N` or `A` as a network with host bits cleared; `any` for everything; null when it is none. */
export function network(text: string): string | null {
  const parsed = parseNetwork(text);
  if (!parsed) return null;
  return parsed.bits === 0 ? 'any' : formatNetwork(parsed);
}

/** An address as it is compared elsewhere, without its mask; a name stays as written. */
export function end(text: string | null): string | null {
  if (text === null) return null;
  const slash = text.indexOf('/');
  return canonicalIp(slash < 0 ? text : text.slice(0, slash)) ?? text;
}
