import { canonicalIp, formatNetwork, parseNetwork } from '../base/ip.ts';
import type { IndicatorType } from '../model/indicator.ts';

/** A value with its type, in canonical form: lower case, IP text form, hash in lower-case hexadecimal. */
export interface IntelValue {
  readonly type: IndicatorType;
  readonly value: string;
}

const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/;
const HOST =
  /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z][a-z0-9]{1,62}|xn--[a-z0-9-]{1,59})$/;
const LOCAL = /^[a-z0-9._%+-]{1,64}$/;
const URL_PARTS =
  /^(?:([a-z][a-z0-9+.-]{1,20}):\/\/)?(?:[^/?#@\s]{0,200}@)?(\[[0-9a-f:.]+\]|[^/?#:@\s]+)(:\d{1,5})?([/?#]\S*)?$/i;

/** Longest text that is looked at as one value. */
export const LONGEST_VALUE = 2048;

/** The canonical form of a domain name, or null; the last label must begin with a letter. */
export function domainValue(text: string): string | null {
  const host = text.toLowerCase().replace(/\.$/, '');
  return host.length <= 253 && HOST.test(host) ? host : null;
}

/** The canonical form of a hash of 32, 40, 64 or 128 hexadecimal digits, or null. */
export function hashValue(text: string): string | null {
  const hash = text.toLowerCase();
  return HASH.test(hash) ? hash : null;
}

/** The canonical form of an e-mail address, or null. */
export function emailValue(text: string): string | null {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 320) return null;
  const local = text.slice(0, at).toLowerCase();
  const host = domainValue(text.slice(at + 1));
  return host !== null && LOCAL.test(local) ? `${local}@${host}` : null;
}

/** An address, or a network with fewer bits than an address has; null for other text. */
export function addressValue(text: string): IntelValue | null {
  const network = text.length <= 49 ? parseNetwork(text) : null;
  if (!network) return null;
  if (network.bits < (network.base.version === 4 ? 32 : 128))
    return { type: 'network', value: formatNetwork(network) };
  const value = canonicalIp(text.split('/')[0] ?? '') as string;
  return { type: network.base.version === 4 ? 'ipv4' : 'ipv6', value };
}

/** What stands before and after the host of a URL; the host in canonical form. */
export interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** Path, query and fragment as written; empty for none and for a bare `/`. */
  readonly rest: string;
}

/** Takes a URL apart (the scheme may be missing); null when its host is neither a domain name nor an address. */
export function urlParts(text: string): UrlParts | null {
  if (text.length > LONGEST_VALUE) return null;
  const match = URL_PARTS.exec(text);
  if (!match) return null;
  const [, scheme = '', rawHost = '', port = '', rest = ''] = match;
  const inner = rawHost.startsWith('[') ? rawHost.slice(1, -1) : rawHost;
  const ip = canonicalIp(inner);
  const host = ip?.includes(':') ? `[${ip}]` : (ip ?? domainValue(inner));
  return host === null ? null : { scheme: scheme.toLowerCase(), host, port, rest: rest === '/' ? '' : rest };
}

/** The canonical form of a URL: scheme and host in lower case, no user, no bare trailing slash; null when it is none. */
export function urlValue(text: string): string | null {
  const parts = urlParts(text);
  if (!parts) return null;
  return `${parts.scheme === '' ? '' : `${parts.scheme}://`}${parts.host}${parts.port}${parts.rest}`;
}

/** The canonical value of text that is stated to be of a type; null when it is not. */
export function valueOfType(type: IndicatorType, text: string): IntelValue | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_VALUE) return null;
  if (type === 'ipv4' || type === 'ipv6' || type === 'network') return addressValue(trimmed);
  if (type === 'filename') return { type, value: trimmed };
  const read = { domain: domainValue, url: urlValue, hash: hashValue, email: emailValue }[type];
  const value = read(trimmed);
  return value === null ? null : { type, value };
}

/** Finds out what a value is: hash, address, network, URL, e-mail address, `host:port` or domain name; null for none. */
export function readValue(text: string): IntelValue | null {
  const trimmed = text.trim();
  if (trimmed.length < 3 || trimmed.length > LONGEST_VALUE) return null;
  const hash = hashValue(trimmed);
  if (hash !== null) return { type: 'hash', value: hash };
  const address = addressValue(trimmed);
  if (address) return address;
  if (trimmed.includes('://')) return valueOfType('url', trimmed);
  if (trimmed.includes('@')) return valueOfType('email', trimmed);
  if (/[/?#]/.test(trimmed)) return valueOfType('url', trimmed);
  const host = trimmed.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return addressValue(host) ?? valueOfType('domain', host);
}
