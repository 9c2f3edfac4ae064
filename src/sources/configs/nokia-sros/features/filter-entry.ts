import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import type { AclEntry } from '../../../../model/device-facts.ts';
import { maskBits } from '../../kit/mask.ts';

const PERMITS = new Set(['permit', 'accept', 'forward', 'queue', 'nat', 'http-redirect', 'tcp-mss-adjust']);
const DENIES = new Set(['deny', 'drop', 'reject', 'deny-host-unreachable', 'ignore-match']);

/** What an action word of SR OS does to a packet; null for words that neither let it pass nor stop it. */
export function actionOf(word: string | undefined): AclEntry['action'] | null {
  if (PERMITS.has(word ?? '')) return 'permit';
  return DENIES.has(word ?? '') ? 'deny' : null;
}

/** Address with prefix or mask as CIDR, `any` for everything; the text as written when it is neither. */
export function networkOf(text: string, mask: string | null): string {
  if (text === '' || text === 'any' || text === '*') return 'any';
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const length = slash < 0 ? mask : text.slice(slash + 1);
  const bits = length?.includes('.')
    ? maskBits(length)
    : Number(length ?? (address.includes(':') ? 128 : 32));
  const network = Number.isInteger(bits) && bits >= 0 ? parseNetwork(`${address}/${bits}`) : null;
  if (!network) return text;
  if (network.bits === 0) return 'any';
  return `${canonicalIp(address) ?? address}/${network.bits}`;
}

/** Ports as written: `eq 22`, `range 1 10`; a mask of all ones says that it is that port alone. */
export function portsOf(args: readonly string[]): string | null {
  const [first, second] = args;
  if (first === undefined) return null;
  if (/^\d+$/.test(first))
    return second === undefined || second === '65535' ? `eq ${first}` : `${first} mask ${second}`;
  return args.join(' ');
}
