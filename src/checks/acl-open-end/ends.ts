import type { Acl, AclEntry, DeviceFacts } from '../../model/device-facts.ts';
import { aclsNamed } from '../kit/acl.ts';

/** How an access list treats what no entry names. */
export type End = 'undefined' | 'open' | 'silent' | 'unwritten' | 'logged';

/** True for an entry that decides on everything that comes to it. */
function isFinal({ source, destination, protocol, ports }: AclEntry): boolean {
  const all = protocol === 'ip' || protocol === 'ipv6' || protocol === 'any';
  return all && source === 'any' && destination === 'any' && ports === null;
}

/** The entry that decides on the rest; null when the list leaves it to the platform, which denies without a word. */
export function finalEntry(acl: Acl): AclEntry | null {
  return acl.entries.find(isFinal) ?? null;
}

function endOf(acl: Acl): End {
  if (acl.entries.length === 0) return 'undefined';
  const last = finalEntry(acl);
  if (!last) return 'unwritten';
  if (last.action === 'permit') return 'open';
  return last.log ? 'logged' : 'silent';
}

const WORST: readonly End[] = ['undefined', 'open', 'unwritten', 'silent', 'logged'];

/** How the access list of a name ends; an IPv4 and an IPv6 list may share it, and the worse end counts. */
export function endOfNamed(facts: DeviceFacts, name: string): { end: End; acl: Acl | null } {
  const ends = aclsNamed(facts, name).map((acl) => ({ end: endOf(acl), acl }));
  ends.sort((a, b) => WORST.indexOf(a.end) - WORST.indexOf(b.end));
  return ends[0] ?? { end: 'undefined', acl: null };
}

/**
 * The line that denies and logs the rest, for the end of a list; null where the configuration does not tell whether the
 * list is a standard one.
 */
export function denyLine({ name, family, entries }: Acl): string | null {
  if (family === 'ipv6') return 'deny ipv6 any any log';
  const number = /^\d+$/.test(name) ? Number(name) : 0;
  if ((number > 0 && number < 100) || (number >= 1300 && number < 2000)) return 'deny any log';
  const extended =
    number > 0 || entries.some((e) => e.protocol !== 'ip' || e.destination !== 'any' || e.ports);
  return extended ? 'deny ip any any log' : null;
}
