import type { At, DeviceFacts } from '../../model/device-facts.ts';
import type { Severity } from '../../model/verdict.ts';
import { guardOf } from '../kit/acl.ts';

/** One way into the SNMP agent that is weaker than version 3 with authentication and encryption. */
export interface WeakAccess extends At {
  readonly key: string;
  /** What it is, to stand in a sentence: `a write community without access list`. */
  readonly what: string;
  /** The line as far as it may be shown. */
  readonly text: string;
  readonly severity: Severity;
}

type Community = DeviceFacts['snmp']['communities'][number];

function severityOf(community: Community, guarded: boolean): Severity {
  if (community.access === 'rw') return guarded ? 'medium' : 'high';
  if (!guarded) return community.wellKnown ? 'high' : 'medium';
  return community.wellKnown ? 'medium' : 'low';
}

function communitiesOf(facts: DeviceFacts): WeakAccess[] {
  return facts.snmp.communities.map((community) => {
    const guarded = guardOf(facts, community.acl) === 'guards';
    const name = community.access === 'rw' ? 'write community' : 'read community';
    const known = community.wellKnown ? 'well-known ' : '';
    const how = guarded ? `behind access list ${community.acl}` : 'without an access list that guards it';
    const { line, lineEnd } = community;
    return {
      line,
      lineEnd,
      key: `${name} ${community.secret.group.slice(0, 16)}`,
      what: `a ${known}${name} (version 1 or 2c) ${how}`,
      text: `snmp-server community <${community.secret.length} characters> ${community.access.toUpperCase()} ${community.acl ?? ''}`.trim(),
      severity: severityOf(community, guarded),
    };
  });
}

function groupsOf(facts: DeviceFacts): WeakAccess[] {
  return facts.snmp.groups
    .filter((group) => group.version !== 'v3' || group.level !== 'priv')
    .map(({ line, lineEnd, name, version, level, write }) => ({
      line,
      lineEnd,
      key: `group ${name} ${version} ${level ?? ''}`.trim(),
      what: `group ${name} with ${version}${version === 'v3' ? ` ${level ?? 'noauth'}` : ''} instead of v3 priv`,
      text: `snmp-server group ${name} ${version} ${level ?? ''}`.trim(),
      severity: write === null ? 'low' : 'medium',
    }));
}

/** Algorithms of users that no longer protect. */
export const WEAK_WORDS: RegExp = /^(?:md5|des|3des|des56)\b/i;

function usersOf(facts: DeviceFacts): WeakAccess[] {
  return facts.snmp.users
    .filter((user) => !user.auth || !user.priv || WEAK_WORDS.test(user.auth) || WEAK_WORDS.test(user.priv))
    .map(({ line, lineEnd, name, auth, priv }) => ({
      line,
      lineEnd,
      key: `user ${name}`,
      what: `user ${name} with authentication ${auth ?? 'none'} and encryption ${priv ?? 'none'}`,
      text: `snmp-server user ${name}`,
      severity: 'low',
    }));
}

function hostsOf(facts: DeviceFacts): WeakAccess[] {
  return facts.snmp.hosts
    .filter((host) => host.version !== '3 priv')
    .map(({ line, lineEnd, address, version }) => ({
      line,
      lineEnd,
      key: `host ${address}`,
      what: `traps to ${address} with version ${version}`,
      text: `snmp-server host ${address} version ${version}`,
      severity: 'info',
    }));
}

/** Everything in the SNMP settings that is weaker than version 3 with authentication and encryption (facts H17, 7). */
export function weakAccess(facts: DeviceFacts): WeakAccess[] {
  if (isOff(facts)) return [];
  return [...communitiesOf(facts), ...groupsOf(facts), ...usersOf(facts), ...hostsOf(facts)];
}

/** True when a line switches the agent off (`no snmp-server`). */
export function isOff(facts: DeviceFacts): boolean {
  return facts.services.some((service) => service.name === 'snmp' && service.enabled === false);
}
