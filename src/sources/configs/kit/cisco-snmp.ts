import { canonicalIp } from '../../../base/ip.ts';
import type { Snmp } from '../../../model/device-facts.ts';
import { at, type CiscoLine, type CiscoScope, wordAfter } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

type Group = Snmp['groups'][number];

const ASIDE =
  'location contact chassis-id enable ifindex engineID packetsize queue-length trap-timeout trap trap-authentication ' +
  'inform ip cache context drop cpu event-notify ifmib queue-limit sparse-tables trap-retries license file-transfer manager ' +
  'host-config usm global-trap-source spi';

/** SNMP communities, groups, users, views and trap receivers. Source interfaces are in sources.ts. */
export function addSnmp<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('snmp-server community', readSnmpCommunity)
    .add('snmp-server group', readSnmpGroup)
    .add('snmp-server user', readSnmpUser)
    .add('snmp-server view', readSnmpView)
    .add('snmp-server host', readSnmpHost)
    .add('snmp-server tftp-server-list', readTransferList)
    .add('snmp-server system-shutdown', readShutdown)
    .add('snmp-server', readBare)
    .aside('SNMP setting', 'snmp mib, snmp ifmib, snmp engineID');
  for (const word of ASIDE.split(' ')) book.add(`snmp-server ${word}`, 'SNMP setting');
}

/** Keeps a community as the secret that it is. */
export function keepCommunity(line: CiscoLine, text: string): Snmp['communities'][number]['secret'] {
  const secret = { use: 'snmp community', type: 'community', strength: 'plaintext', text } as const;
  return line.to.secrets.keep(secret, at(line.statement));
}

/** A community with its access, view and list. */
export function readSnmpCommunity(line: CiscoLine): void {
  const { statement, no, args, to } = line;
  const text = args[0];
  if (text === undefined || no) return;
  const rest = args.slice(1);
  // A view may be called `ro` or `rw` as well.
  const from = rest[0] === 'view' ? 2 : 0;
  const modeAt = rest.findIndex((word, i) => i >= from && /^r[ow]$/i.test(word));
  const mode = modeAt < 0 ? 'ro' : rest[modeAt]?.toLowerCase();
  const acl = aclOf(rest.slice(modeAt + 1));
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where: 'snmp community', direction: null });
  to.draft.snmp.communities.push({
    ...at(statement),
    secret: keepCommunity(line, text),
    access: mode === 'rw' ? 'rw' : 'ro',
    acl,
    view: wordAfter(rest, 'view'),
    wellKnown: text === 'public' || text === 'private',
  });
  statement.read();
}

/** The list after the access words; an IPv6 list only counts when no other is named. */
function aclOf(words: readonly string[]): string | null {
  const six = words.indexOf('ipv6');
  const plain = words.filter((_, i) => six < 0 || (i !== six && i !== six + 1));
  const start = plain.indexOf('view') >= 0 ? plain.indexOf('view') + 2 : 0;
  return plain[start] ?? (six < 0 ? null : (words[six + 1] ?? null));
}

const LEVELS: ReadonlyMap<string, NonNullable<Group['level']>> = new Map([
  ['noauth', 'noauth'],
  ['auth', 'auth'],
  ['priv', 'priv'],
]);

function versionOf(word: string | undefined): Group['version'] | null {
  return word === 'v1' || word === 'v2c' || word === 'v3' ? word : null;
}

/** A group with its version, level, views and list. */
export function readSnmpGroup({ statement, no, args, to }: CiscoLine): void {
  const version = versionOf(args[1]);
  if (!args[0] || !version || no) return;
  const level = version === 'v3' ? (LEVELS.get(args[2] ?? '') ?? null) : null;
  const access = args.indexOf('access');
  const acl = access < 0 ? null : aclOf(args.slice(access + 1));
  const where = `snmp group ${args[0]}`;
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where, direction: null });
  const read = wordAfter(args, 'read');
  const write = wordAfter(args, 'write');
  to.draft.snmp.groups.push({ ...at(statement), name: args[0], version, level, read, write, acl });
  statement.read();
}

/** Users seldom stand in a running configuration; where they do, their keys are secrets. */
export function readSnmpUser({ statement, no, args, to }: CiscoLine): void {
  const [name, group] = args;
  if (!name || !group || no) return;
  const encrypted = args.includes('encrypted') || args.includes('localized');
  const keep = (text: string | null | undefined): void => {
    if (!text) return;
    const strength = encrypted ? 'acceptable' : 'plaintext';
    to.secrets.keep({ use: 'snmp user', type: encrypted ? 'localized' : '0', strength, text }, at(statement));
  };
  // Names and passwords may be the words `auth` and `priv` themselves, so each part is looked for behind the last.
  const auth = readCipher(args, 'auth', 2);
  keep(auth.secret);
  const priv = readCipher(args, 'priv', auth.end);
  keep(priv.secret);
  to.draft.snmp.users.push({ ...at(statement), name, group, auth: auth.name, priv: priv.name });
  statement.read();
}

interface Cipher {
  readonly name: string | null;
  readonly secret: string | undefined;
  readonly end: number;
}

/** `auth sha TEXT`, `auth sha-2 256 TEXT`, `priv aes 128 TEXT`. */
function readCipher(args: readonly string[], word: string, from: number): Cipher {
  const i = args.indexOf(word, from);
  if (i < 0) return { name: null, secret: undefined, end: from };
  const sized = /^(?:aes|sha-2)$/.test(args[i + 1] ?? '') && /^\d{3}$/.test(args[i + 2] ?? '');
  const name = sized ? `${args[i + 1]} ${args[i + 2]}` : (args[i + 1] ?? null);
  const secret = i + (sized ? 3 : 2);
  return { name, secret: args[secret], end: secret + 1 };
}

/** A view with one of its branches. */
export function readSnmpView({ statement, no, args, to }: CiscoLine): void {
  const [name, oid, how] = args;
  if (!name || !oid || no) return;
  to.draft.snmp.views.push({ ...at(statement), name, oid, included: how !== 'excluded' });
  statement.read();
}

const HOST_WORDS = new Set(['traps', 'informs']);

/** A receiver of traps; the community that it names is a secret. */
export function readSnmpHost(line: CiscoLine): void {
  const { statement, no, args, to } = line;
  if (!args[0] || no) return;
  let i = 1;
  let version = '1';
  for (let more = true; more; ) {
    if (args[i] === 'vrf') i += 2;
    else if (HOST_WORDS.has(args[i] ?? '')) i += 1;
    else if (args[i] === 'version') {
      const leveled = args[i + 1] === '3' && LEVELS.get(args[i + 2] ?? '');
      version = leveled ? `3 ${leveled}` : (args[i + 1] ?? '1');
      i += leveled ? 3 : 2;
    } else more = false;
  }
  const community = args[i];
  if (community && !version.startsWith('3')) keepCommunity(line, community);
  to.draft.snmp.hosts.push({ ...at(statement), address: canonicalIp(args[0]) ?? args[0], version });
  to.tree.setAside(statement, 'SNMP setting');
  statement.read();
}

function readTransferList({ statement, args, to }: CiscoLine): void {
  if (!args[0]) return;
  to.draft.aclBindings.push({ ...at(statement), acl: args[0], where: 'snmp tftp', direction: null });
  statement.read();
}

function readShutdown({ statement, no, to }: CiscoLine): void {
  const service = { name: 'snmp-reload', enabled: !no, port: null, acl: null, detail: null };
  to.draft.services.push({ ...at(statement), ...service });
  statement.read();
}

/** `no snmp-server` alone switches the agent off. */
function readBare({ statement, no, args, to }: CiscoLine): void {
  if (args.length > 0) return;
  to.draft.services.push({
    ...at(statement),
    name: 'snmp',
    enabled: !no,
    port: null,
    acl: null,
    detail: null,
  });
  statement.read();
}
