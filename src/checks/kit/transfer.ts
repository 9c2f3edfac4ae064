import { canonicalIp } from '../../base/ip.ts';

/** The parts of a place that a device copies to or from: `ftp://user@192.0.2.9/in/a.pcap`. */
export interface Place {
  readonly protocol: string;
  /** Canonical address or name in lower case; empty where the device asks for it. */
  readonly host: string;
}

const PROTOCOLS: ReadonlySet<string> = new Set([
  'tftp',
  'ftp',
  'scp',
  'sftp',
  'http',
  'https',
  'rcp',
  'ftps',
]);

/** Reads the place; null when it is on the device itself (`flash:`, `nvram:`). The host may be missing (`tftp:`). */
export function placeOf(text: string): Place | null {
  const colon = text.indexOf(':');
  const protocol = text.slice(0, Math.max(0, colon)).toLowerCase();
  if (!PROTOCOLS.has(protocol)) return null;
  const rest = text.slice(colon + 1).replace(/^\/+/, '');
  const authority = rest.split('/', 1)[0] ?? '';
  const bare = authority.slice(authority.lastIndexOf('@') + 1);
  const six = /^\[([0-9a-fA-F:.]+)\]/.exec(bare)?.[1];
  const host = six ?? (canonicalIp(bare) ? bare : (bare.split(':', 1)[0] ?? ''));
  return { protocol, host: canonicalIp(host) ?? host.toLowerCase() };
}

/** The host of a place; null when it is on the device itself or the device asks for it. */
export function hostOf(text: string): string | null {
  const host = placeOf(text)?.host ?? '';
  return host === '' ? null : host;
}
