import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { aclIn, at, bind, type Line, type Scope, secretAt, tellService, wordAfter } from '../scope.ts';

const LEVELS: Readonly<Record<string, 'noauth' | 'auth' | 'priv'>> = {
  noauthentication: 'noauth',
  authentication: 'auth',
  privacy: 'priv',
};

/** Communities, groups, users, views and receivers of traps. */
export function addSnmp(book: RuleBook<Scope>): void {
  book
    .add('snmp-agent', ({ statement, no, args, to }) => {
      if (args.length === 0) tellService(to, statement, { name: 'snmp', enabled: !no });
    })
    .add('snmp-agent community', readCommunity)
    .add('snmp-agent group', readGroup)
    .add('snmp-agent usm-user', readUser)
    .add('snmp-agent mib-view', readView)
    .add('snmp-agent target-host', readTarget)
    .add('snmp-agent sys-info version', readVersion)
    .add('snmp-agent acl', readAcl)
    .add('snmp-agent protocol source-interface', ({ statement, args, to }) => {
      if (args[0]) to.draft.sourceInterfaces.snmp ??= args.join('');
      statement.read();
    })
    .add('snmp-agent trap source', ({ statement, args, to }) => {
      if (args[0]) to.draft.sourceInterfaces['snmp-trap'] ??= args.join('');
      statement.read();
    })
    .aside(
      'SNMP setting',
      'snmp-agent trap, snmp-agent local-engineid, snmp-agent sys-info, snmp-agent packet, snmp-agent udp-port, snmp-agent protocol, snmp-agent inform, ' +
        'snmp-agent notification-log, snmp-agent extend, snmp-agent notify-filter-profile, snmp-agent remote-engineid, snmp-agent set-cache, snmp-agent statistics, ' +
        'snmp-agent password, snmp-agent usm-user password, snmp-agent local-user, snmp-agent community complexity-check, snmp-agent get-next-cache, snmp-agent mib, snmp-agent blacklist, snmp-agent server-source, snmp-agent usm-user authentication, snmp-agent get-bulk, snmp-agent log, snmp-agent error-log, snmp-agent heartbeat, snmp-agent target-host inform, snmp-agent ifmib, snmp-agent proxy, snmp-agent usm-user local-engineid',
    );
}

/** `community read cipher TEXT mib-view V acl 2000`. */
function readCommunity({ statement, no, args, to }: Line): void {
  const mode = args[0];
  if (no || (mode !== 'read' && mode !== 'write')) return;
  const written = to.forms.written(args, 1);
  if (!written) return;
  const clear = written.type === '0' || written.type === 'simple';
  const secret = to.secrets.keep(
    {
      use: 'snmp community',
      type: clear ? 'community' : written.type,
      strength: clear ? 'plaintext' : to.forms.grade(written.type, 'key'),
      text: written.text,
    },
    at(statement),
  );
  const acl = aclIn(args.slice(2));
  if (acl) bind(to, statement, { acl, where: 'snmp community' });
  to.draft.snmp.communities.push({
    ...at(statement.read()),
    secret,
    access: mode === 'read' ? 'ro' : 'rw',
    acl,
    view: wordAfter(args.slice(2), 'mib-view'),
    wellKnown: written.text === 'public' || written.text === 'private',
  });
}

/** `group v3 G privacy read-view R write-view W notify-view N acl 2000`. */
function readGroup({ statement, no, args, to }: Line): void {
  const [version, name] = args;
  if (no || !name || !/^v(?:1|2c|3)$/.test(version ?? '')) return;
  const level = LEVELS[args[2] ?? ''] ?? null;
  const acl = aclIn(args.slice(2));
  if (acl) bind(to, statement, { acl, where: `snmp group ${name}` });
  to.draft.snmp.groups.push({
    ...at(statement.read()),
    name,
    version: version as 'v1' | 'v2c' | 'v3',
    level: version === 'v3' ? level : null,
    read: wordAfter(args, 'read-view'),
    write: wordAfter(args, 'write-view'),
    acl,
  });
}

/** One user may be told of in several statements: group, then authentication, then privacy. */
function readUser({ statement, no, args, to }: Line): void {
  const [version, name] = args;
  if (no || version !== 'v3' || !name) return;
  const user = to.snmpUsers.open(name, statement.read(), (place) => ({
    ...place,
    name,
    group: '',
    auth: null,
    priv: null,
  }));
  const bare = args[2];
  if (bare && !/^(?:group|authentication-mode|privacy-mode|acl|simple|cipher)$/.test(bare)) user.group = bare;
  user.group = wordAfter(args.slice(2), 'group') ?? user.group;
  for (const [word, part] of [
    ['authentication-mode', 'auth'],
    ['privacy-mode', 'priv'],
  ] as const) {
    const i = args.indexOf(word, 2);
    if (i < 0) continue;
    user[part] = args[i + 1] ?? null;
    if (args[i + 2]) secretAt(to, statement, { words: args, from: i + 2, use: 'snmp user' });
  }
  const acl = aclIn(args.slice(2));
  if (acl) bind(to, statement, { acl, where: `snmp user ${name}` });
}

/** `mib-view included V OID`, in old releases `mib-view V include OID`. */
function readView({ statement, no, args, to }: Line): void {
  const [first = '', second = '', third = ''] = args;
  if (no || third === '') return;
  const old = /^(?:include|exclude)/.test(second) && !/^(?:include|exclude)d$/.test(first);
  const [how, name, oid] = old ? [second, first, third] : [first, second, third];
  to.draft.snmp.views.push({ ...at(statement.read()), name, oid, included: !how.startsWith('exclude') });
}

/** `target-host trap address udp-domain A params securityname TEXT v2c`. */
function readTarget({ statement, no, args, to }: Line): void {
  const text = wordAfter(args, 'udp-domain') ?? wordAfter(args, 'address');
  if (no || !text) return;
  const from = args.indexOf('securityname') + 1;
  const v3 = args.includes('v3');
  if (from > 0 && !v3) secretAt(to, statement, { words: args, from, use: 'snmp community' });
  const level = LEVELS[args.at(-1) ?? ''];
  const version = v3 ? `3 ${level ?? 'noauth'}` : args.includes('v2c') ? '2c' : '1';
  to.draft.snmp.hosts.push({ ...at(statement.read()), address: canonicalIp(text) ?? text, version });
}

function readVersion({ statement, no, args, to }: Line): void {
  for (const value of no ? [] : args)
    to.draft.crypto.push({ ...at(statement), area: 'snmp', subject: 'agent', part: 'version', value });
  statement.read();
}

function readAcl({ statement, no, args, to }: Line): void {
  const acl = args.find((word) => word !== 'ipv6');
  if (!no && acl) bind(to, statement, { acl, where: 'snmp' });
  statement.read();
}

/** SNMP users of the facts, and what protects them. */
export function settleSnmp(to: Scope): void {
  for (const user of to.snmpUsers.all) {
    to.draft.snmp.users.push(user);
    const { line, lineEnd, name } = user;
    const use = { line, lineEnd, area: 'snmp', subject: name } as const;
    to.draft.crypto.push({ ...use, part: 'authentication', value: user.auth ?? 'none' });
    to.draft.crypto.push({ ...use, part: 'cipher', value: user.priv ?? 'none' });
  }
}
