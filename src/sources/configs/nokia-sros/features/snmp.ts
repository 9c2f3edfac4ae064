import { canonicalIp } from '../../../../base/ip.ts';
import type { Acl, AclEntry } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf } from '../leaf.ts';
import { at, type Line, removed, type Scope, secretAt, wordAfter } from '../scope.ts';

const BASE = 'system security snmp';
const LEVELS: Readonly<Record<string, 'noauth' | 'auth' | 'priv'>> = {
  'no-auth-no-privacy': 'noauth',
  'auth-no-privacy': 'auth',
  privacy: 'priv',
};
const ACCESS = new Set(['r', 'rw', 'rwa', 'mgmt', 'vpls-mgmt']);

/** Communities, groups, views, lists of managers and receivers of traps. */
export function addSnmp(book: PathBook<Scope>): void {
  book.add(`${BASE} community`, readCommunity).add(`${BASE} usm-community`, readCommunity);
  book.add(`${BASE} access group`, (line) => readGroup(line, line.args[0] ?? '', line.args.slice(1)));
  book.add(`${BASE} access *`, (line) => readGroup(line, line.names[0] ?? '', line.args));
  on(book, `${BASE} view * subtree *`, readView);
  on(book, `${BASE} source-access-list * source-host *`, readManager);
  on(book, 'log snmp-trap-group * trap-target *', readTarget);
  on(book, 'router * log snmp-trap-group * trap-target *', readTarget);
  onLeaf(
    book,
    `${BASE} attempts, ${BASE} engineID, ${BASE} engine-id, ${BASE} packet-size`,
    ({ statement, to }) => to.tree.setAside(statement, 'SNMP setting'),
  );
  book.aside(
    'SNMP setting',
    'log snmp-trap-group * description, router * log snmp-trap-group * description, router * snmp, system snmp engineID, system snmp packet-size',
  );
}

/** `community TEXT hash2 rw version both` in the classic form; MD-CLI writes the access in statements of its own. */
function readCommunity(line: Line): void {
  const { statement, args, to } = line;
  const text = args[0];
  if (text === undefined || removed(line)) return;
  const known = to.communities.get(text);
  const written = to.forms.written(args, 0);
  if (!written) return;
  const community = to.communities.open(text, statement, (place) => ({
    ...place,
    secret: to.secrets.keep(
      {
        use: 'snmp community',
        type: written.type === '0' ? 'community' : written.type,
        strength: written.type === '0' ? 'plaintext' : to.forms.grade(written.type, 'key'),
        text: written.text,
      },
      at(statement),
    ),
    access: 'ro',
    acl: null,
    view: null,
    wellKnown: written.text === 'public' || written.text === 'private',
  }));
  const rest = args.slice(1);
  const access = wordAfter(rest, 'access-permissions') ?? rest.find((word) => ACCESS.has(word));
  if (access) community.access = access === 'r' ? 'ro' : 'rw';
  const list = wordAfter(rest, 'src-access-list') ?? wordAfter(rest, 'source-access-list');
  if (list) {
    community.acl = list;
    to.draft.aclBindings.push({ ...at(statement), acl: list, where: 'snmp community', direction: null });
  }
  if (known === undefined || rest.length > 0) statement.read();
}

/** `access group G security-model usm security-level privacy read V write V notify V`, or parts of it. */
function readGroup(line: Line, name: string, words: readonly string[]): void {
  const { statement, to } = line;
  if (name === '' || removed(line)) return;
  const model = wordAfter(words, 'security-model') ?? '';
  const level = wordAfter(words, 'security-level') ?? '';
  const version = model === 'usm' ? 'v3' : model === 'snmpv1' ? 'v1' : 'v2c';
  const key = `${name} ${model} ${level} ${wordAfter(words, 'context') ?? ''}`;
  const group = to.snmpGroups.open(key, statement, (place) => ({
    ...place,
    name,
    version,
    level: version === 'v3' ? (LEVELS[level] ?? null) : null,
    read: null,
    write: null,
    acl: null,
  }));
  group.read = wordAfter(words, 'read') ?? group.read;
  group.write = wordAfter(words, 'write') ?? group.write;
  statement.read();
}

/** `view V subtree OID`, with `mask M type excluded` in a statement below it. */
function readView({ statement, names, args, to }: Line): void {
  const [name = '', oid = ''] = names;
  const view = to.views.open(`${name} ${oid}`, statement.read(), (place) => ({
    ...place,
    name,
    oid,
    included: true,
  }));
  const type = wordAfter(args, 'type');
  if (type) view.included = type !== 'excluded';
}

/** A list of managers is an access list of hosts. */
function readManager(line: Line): void {
  const { statement, names, args, to } = line;
  const text = wordAfter(args, 'ip-address') ?? wordAfter(args, 'address');
  const address = canonicalIp((text ?? '').split('/')[0] ?? '');
  if (!text || !address) return;
  const six = address.includes(':');
  const source = text.includes('/') ? text : `${address}/${six ? 128 : 32}`;
  to.managers.push({ ...at(statement.read()), list: names[0] ?? '', family: six ? 'ipv6' : 'ipv4', source });
}

const TARGET = new Set('address port version notify-community security-level description'.split(' '));

/** `trap-target T address A port N snmpv2c notify-community TEXT security-level privacy`, or parts of it. */
function readTarget(line: Line): void {
  const { statement, args, path, to } = line;
  if (removed(line) || !args.some((word) => TARGET.has(word) || /^snmpv\d/.test(word))) return;
  const key = path.slice(0, path.length - args.length).join(' ');
  const host = to.trapHosts.open(key, statement, (place) => ({ ...place, address: '', version: '' }));
  const address = wordAfter(args, 'address');
  if (address) host.address = canonicalIp(address) ?? address;
  const version = (wordAfter(args, 'version') ?? args.find((word) => /^snmpv[123]c?$/.test(word)))?.slice(5);
  if (version) host.version = version;
  const level = LEVELS[wordAfter(args, 'security-level') ?? ''];
  if (level) host.version = `3 ${level}`;
  const from = args.indexOf('notify-community') + 1;
  if (from > 0 && !host.version.startsWith('3')) secretAt(line, args, { from, use: 'snmp community' });
  statement.read();
}

/** SNMP facts, made of what the statements said. */
export function settleSnmp(to: Scope): void {
  to.draft.snmp.communities.push(...to.communities.all);
  to.draft.snmp.groups.push(...to.snmpGroups.all);
  to.draft.snmp.views.push(...to.views.all);
  for (const host of to.trapHosts.all) if (host.address !== '') to.draft.snmp.hosts.push(host);
  const lists = new Map<string, { -readonly [K in keyof Acl]: Acl[K] } & { readonly entries: AclEntry[] }>();
  for (const { line, lineEnd, list: name, family, source } of to.managers) {
    const acl = lists.get(`${family} ${name}`) ?? { line, lineEnd, name, family, entries: [] };
    const any = { protocol: 'udp', destination: 'any', ports: null, log: false };
    acl.entries.push({ line, lineEnd, action: 'permit', source, ...any });
    acl.lineEnd = Math.max(acl.lineEnd, lineEnd);
    lists.set(`${family} ${name}`, acl);
  }
  to.draft.acls.push(...lists.values());
  for (const group of to.draft.snmp.groups)
    if (group.version === 'v3')
      to.draft.crypto.push({
        line: group.line,
        lineEnd: group.lineEnd,
        area: 'snmp',
        subject: `group ${group.name}`,
        part: 'mode',
        value: group.level ?? 'noauth',
      });
}
