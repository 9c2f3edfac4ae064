import type { DeviceFacts } from '../../model/device-facts.ts';
import { guardOf } from '../kit/acl.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { WEAK_WORDS, weakAccess } from './weak-access.ts';

const GROUP = 'MGMT-V3';
const KEYS = 'v3 auth sha <NEW SECRET> priv aes 128 <NEW SECRET>';

type Snmp = DeviceFacts['snmp'];

interface Change {
  readonly lines: readonly string[];
  readonly back: readonly string[];
}

/** A secret that the line must repeat: where it stands in the file that was read. */
const onLine = (what: string, { line }: { readonly line: number }): string => `<${what} ON LINE ${line}>`;

function words(pairs: readonly (readonly [string, string | null])[]): string {
  return pairs.flatMap(([word, value]) => (value === null ? [] : [` ${word} ${value}`])).join('');
}

/** A group of version 3 where none has encryption, behind the list that guarded the communities. */
function newGroup(facts: DeviceFacts): Change {
  const { groups, communities, hosts } = facts.snmp;
  const weak = communities.length > 0 || hosts.some(({ version }) => version !== '3 priv');
  if (!weak || groups.some(({ version }) => version === 'v3')) return { lines: [], back: [] };
  const acl = communities.map((c) => c.acl).find((name) => guardOf(facts, name) === 'guards') ?? null;
  const group = `snmp-server group ${GROUP} v3 priv`;
  return {
    lines: [`${group}${words([['access', acl]])}`, `snmp-server user <SNMPV3 USER> ${GROUP} ${KEYS}`],
    back: [`no snmp-server user <SNMPV3 USER> ${GROUP} v3`, `no ${group}`],
  };
}

function groupChange(group: Snmp['groups'][number]): Change {
  const { name, version, level, read, write, acl } = group;
  const views = words([
    ['read', read],
    ['write', write],
    ['access', acl],
  ]);
  const was = version === 'v3' ? `${version} ${level ?? 'noauth'}` : version;
  const none = `no snmp-server group ${name} ${was}`;
  const back = `snmp-server group ${name} ${was}${views}`;
  if (version !== 'v3') return { lines: [none], back: [back] };
  const strong = `snmp-server group ${name} v3 priv`;
  return { lines: [`${strong}${views}`, none], back: [back, `no ${strong}`] };
}

function hostChange(host: Snmp['hosts'][number]): Change {
  const { address, version } = host;
  const three = version.startsWith('3');
  const name = onLine(three ? 'USER' : 'COMMUNITY', host);
  const was = `snmp-server host ${address} ${version === '1' ? '' : `version ${version} `}${name}`;
  const now = `snmp-server host ${address} version 3 priv <SNMPV3 USER>`;
  return { lines: [now, `no ${was}`], back: [was, `no ${now}`] };
}

function userChange({ name, group }: Snmp['users'][number]): Change {
  return {
    lines: [`no snmp-server user ${name} ${group} v3`, `snmp-server user ${name} ${group} ${KEYS}`],
    back: [],
  };
}

/** Takes away what is weaker than version 3 with encryption, after what takes its place stands there. */
export function fixOfSnmp(facts: DeviceFacts): Fix | null {
  if (weakAccess(facts).length === 0) return null;
  const { communities, groups, users, hosts } = facts.snmp;
  const bad = (word: string | null): boolean => !word || WEAK_WORDS.test(word);
  const changes = [
    newGroup(facts),
    ...groups.filter(({ version, level }) => version !== 'v3' || level !== 'priv').map(groupChange),
    ...users.filter(({ auth, priv }) => bad(auth) || bad(priv)).map(userChange),
    ...hosts.filter(({ version }) => version !== '3 priv').map(hostChange),
    ...communities.map((c): Change => {
      const views = `${words([['view', c.view]])} ${c.access.toUpperCase()}${c.acl ? ` ${c.acl}` : ''}`;
      const line = `snmp-server community ${onLine('COMMUNITY', c)}`;
      return { lines: [`no ${line}`], back: [`${line}${views}`] };
    }),
  ];
  return iosFix(facts, {
    lines: changes.flatMap(({ lines }) => lines),
    back: changes.flatMap(({ back }) => back).reverse(),
    first: [
      'The management system speaks version 3 with authentication and encryption, and reads this device with the new user.',
      'Nothing else asks with the communities: `show snmp` counts who does.',
      'Where nobody manages by SNMP, `no snmp-server` takes the place of all of this.',
    ],
    afterwards: ['show snmp user', 'show snmp group', 'show snmp community', 'show snmp host'],
    mayCut: true,
  });
}
