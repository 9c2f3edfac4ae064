import type { Secret } from '../../model/device-facts.ts';

/** What a secret opens, coarsely: a way in for people, the AAA servers, SNMP, a peer, or something else. */
export type SecretClass = 'login' | 'aaa' | 'snmp' | 'ipsec' | 'routing' | 'other';

const FIRST_WORDS: ReadonlyMap<string, SecretClass> = new Map(
  Object.entries({
    user: 'login',
    enable: 'login',
    line: 'login',
    view: 'login',
    ftp: 'login',
    tacacs: 'aaa',
    radius: 'aaa',
    snmp: 'snmp',
    ike: 'ipsec',
    nhrp: 'ipsec',
    bgp: 'routing',
    ospf: 'routing',
    isis: 'routing',
    eigrp: 'routing',
    hsrp: 'routing',
    vrrp: 'routing',
    ntp: 'routing',
    key: 'routing',
  } as const),
);

/** The class of a secret by its use. */
export function secretClass(secret: Secret): SecretClass {
  return FIRST_WORDS.get(secret.use.split(' ')[0] ?? '') ?? 'other';
}

/** The account whose secret it is; null when it is no user's. */
export function accountOf(secret: Secret): string | null {
  return secret.use.startsWith('user ') ? secret.use.slice(5) : null;
}
