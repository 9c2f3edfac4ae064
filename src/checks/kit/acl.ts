import type { Acl, AclEntry, DeviceFacts } from '../../model/device-facts.ts';

/** How well an access list guards what it is bound to. */
export type Guard = 'none' | 'undefined' | 'open' | 'guards';

/** The access lists of a name; an IPv4 and an IPv6 list may share it. */
export function aclsNamed(facts: DeviceFacts, name: string): readonly Acl[] {
  return facts.acls.filter((acl) => acl.name === name);
}

/** True for an entry that lets everybody in. */
export function admitsAll(entry: AclEntry): boolean {
  return entry.action === 'permit' && entry.source === 'any';
}

/**
 * How well the named list guards: `undefined` when the configuration does not hold it (IOS then lets everybody in), `open`
 * when a `permit any` stands in it before any `deny any`.
 */
export function guardOf(facts: DeviceFacts, name: string | null): Guard {
  if (name === null) return 'none';
  const lists = aclsNamed(facts, name);
  if (lists.every((acl) => acl.entries.length === 0)) return 'undefined';
  const open = lists.some((acl) => {
    const decisive = acl.entries.find(
      (e) => e.source === 'any' && (e.action === 'permit' || e.protocol === 'ip'),
    );
    return decisive !== undefined && admitsAll(decisive);
  });
  return open ? 'open' : 'guards';
}

/** What is wrong with a guard, to stand after `without`, `with` …; empty when it guards. */
export function guardText(guard: Guard, name: string | null): string {
  if (guard === 'none') return 'no access list';
  if (guard === 'undefined') return `access list ${name}, which the configuration does not define`;
  return guard === 'open' ? `access list ${name}, which permits everybody` : '';
}
