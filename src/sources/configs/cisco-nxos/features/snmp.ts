import { canonicalIp } from '../../../../base/ip.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addSnmp as addCommonSnmp, keepCommunity } from '../../kit/cisco-snmp.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

const ASIDE =
  'aaa-user protocol counter disable load-interval tcp-session aaa context globalEnforceAuth source-interface mib ' +
  'system-contact callhome';

/** SNMP communities and users, which NX-OS ties to roles; views, hosts and the rest are as on IOS. */
export function addSnmp(book: RuleBook<Scope>): void {
  addCommonSnmp(book);
  for (const word of ASIDE.split(' ')) book.add(`snmp-server ${word}`, 'SNMP setting');
  book
    .add('snmp-server community', readCommunity)
    .add('snmp-server user', readUser)
    .add('snmp-server globalEnforcePriv', readEnforced)
    .add('snmp-server protocol enable', (line) => pushService(line, 'snmp'))
    .add('snmp-server host', readHost)
    .aside('SNMP setting', 'snmp-server aaa exclusive-behavior, rmon, snmp');
}

/** Roles that may only read; what a role of one's own may do is settled once all roles are known. */
const READERS = new Set(['network-operator', 'vdc-operator', 'priv-0', 'priv-1']);

/** `snmp-server community C group ROLE`, `… ro`, `… rw`, and lines of their own for the lists that guard it. */
function readCommunity(line: Line): void {
  const { statement, no, args, to } = line;
  const text = args[0];
  if (!text || no) return;
  const acl = wordAfter(args, 'use-acl') ?? wordAfter(args, 'use-ipv4acl') ?? wordAfter(args, 'use-ipv6acl');
  const role = wordAfter(args, 'group');
  const { communities } = to.draft.snmp;
  const secret = keepCommunity(line, text);
  const i = to.communities.get(secret.group) ?? communities.length;
  const old = communities[i];
  to.communities.set(secret.group, i);
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where: 'snmp community', direction: null });
  if (role !== null) to.communityRoles.set(i, role);
  if (old)
    communities[i] = { ...old, acl: old.acl ?? acl, lineEnd: Math.max(old.lineEnd, statement.lineEnd) };
  else
    communities.push({
      ...at(statement),
      secret,
      access: args.includes('rw') || (role !== null && !READERS.has(role)) ? 'rw' : 'ro',
      acl,
      view: null,
      wellKnown: text === 'public' || text === 'private',
    });
  statement.read();
}

/** `snmp-server user U ROLE auth sha K priv aes-128 K localizedkey`, and lines of their own for lists and further roles. */
function readUser({ statement, no, args, to }: Line): void {
  const [name, role] = args;
  if (!name || no) return;
  const acl = wordAfter(args, 'use-ipv4acl') ?? wordAfter(args, 'use-ipv6acl');
  if (acl) {
    to.draft.aclBindings.push({ ...at(statement), acl, where: `snmp user ${name}`, direction: null });
    statement.read();
    return;
  }
  const auth = cipherOf(args, 'auth');
  const priv = cipherOf(args, 'priv');
  const localized = args.some((word) => /^localized(?:v2)?key$/i.test(word));
  for (const { secret } of [auth, priv])
    if (secret) {
      const strength = localized ? 'acceptable' : 'plaintext';
      const type = localized ? 'localized' : '0';
      to.secrets.keep({ use: 'snmp user', type, strength, text: secret }, at(statement));
    }
  const group = role === 'auth' ? '' : (role ?? '');
  to.draft.snmp.users.push({ ...at(statement), name, group, auth: auth.name, priv: priv.name });
  const subject = `user ${name}`;
  addCrypto(to, statement, { area: 'snmp', subject, part: 'authentication', values: [auth.name ?? 'none'] });
  addCrypto(to, statement, { area: 'snmp', subject, part: 'cipher', values: [priv.name ?? 'none'] });
  statement.read();
}

interface Cipher {
  readonly name: string | null;
  readonly secret: string | null;
}

const NAMED = /^(?:md5|sha(?:-\d{3})?|aes-\d{3}|des)$/;

/** `auth sha K`, `priv aes-128 K`; `priv K` without a name is DES (NX-OS system management guide). */
function cipherOf(args: readonly string[], word: 'auth' | 'priv'): Cipher {
  const i = args.indexOf(word, 1);
  if (i < 0) return { name: null, secret: null };
  const next = args[i + 1] ?? '';
  if (NAMED.test(next)) return { name: next, secret: args[i + 2] ?? null };
  return { name: word === 'priv' ? 'des' : null, secret: next || null };
}

/** All users must encrypt; `snmp-server user U enforcePriv` says it of one. */
function readEnforced({ statement, no, to }: Line): void {
  const service = { name: 'snmp-enforce-priv', enabled: !no, port: null, acl: null, detail: null };
  to.draft.services.push({ ...at(statement), ...service });
  statement.read();
}

const SETTINGS = new Set(['use-vrf', 'filter-vrf', 'source-interface', 'udp-port']);

/** `snmp-server host A traps version 2c C`; lines of their own set VRF and source. */
function readHost(line: Line): void {
  const { statement, no, args, to } = line;
  const [address] = args;
  if (!address || no) return;
  if (SETTINGS.has(args[1] ?? '')) {
    to.tree.setAside(statement, 'SNMP setting');
    return;
  }
  const i = args.indexOf('version');
  const leveled = args[i + 1] === '3' && /^(?:noauth|auth|priv)$/.test(args[i + 2] ?? '');
  const version = i < 0 ? '1' : leveled ? `3 ${args[i + 2]}` : (args[i + 1] ?? '1');
  const first = args[1] === 'traps' || args[1] === 'informs' ? 2 : 1;
  const community = i < 0 ? args[first] : args[i + (leveled ? 3 : 2)];
  if (community && !version.startsWith('3')) keepCommunity(line, community);
  to.draft.snmp.hosts.push({ ...at(statement), address: canonicalIp(address) ?? address, version });
  statement.read();
}
