import { canonicalIp } from '../../../../base/ip.ts';
import type { Snmp } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';

type User = Open<Snmp['users'][number]>;
type Group = Open<Snmp['groups'][number]>;

interface Three {
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  /** Group by model and name of a user. */
  readonly members: Map<string, string>;
  readonly targets: Map<string, Open<Snmp['hosts'][number]> & { parameters: string }>;
  readonly levels: Map<string, string>;
}

const THREE = new Store<Three>(() => ({
  users: new Map(),
  groups: new Map(),
  members: new Map(),
  targets: new Map(),
  levels: new Map(),
}));

/** Users, groups and targets of SNMP version 3. */
export function addSnmpV3(book: PathBook<Scope>): void {
  book
    .add('snmp v3 usm local-engine user *', (line) => readUser(line, line.names[0] as string))
    .add('snmp v3 usm remote-engine * user *', (line) => readUser(line, line.names[1] as string))
    .add('snmp v3 vacm security-to-group security-model * security-name *', readMember)
    .add('snmp v3 vacm access group *', readGroup)
    .add('snmp v3 target-address *', readTarget)
    .add('snmp v3 target-parameters *', readParameters)
    .add('snmp v3 snmp-community *', readCommunity)
    .aside(
      'SNMP setting',
      'snmp v3 notify, snmp v3 notify-filter, snmp v3 management-routing-instance, snmp v3 management-instance',
    );
}

function readUser(line: Path, name: string): void {
  const { args, statement, to } = line;
  const all = THREE.in(to).users;
  const user = all.get(name) ?? { ...at(statement), name, group: '', auth: null, priv: null };
  all.set(name, user);
  grow(user, line);
  const [method, what, text] = args;
  const found = /^(authentication|privacy)-(.+)$/.exec(method ?? '');
  if (method !== undefined && !found) return;
  if (found) {
    const part = found[1] === 'privacy' ? 'cipher' : 'authentication';
    const value = found[2] as string;
    if (part === 'cipher') user.priv = value === 'none' ? null : value;
    else user.auth = value === 'none' ? null : value;
    cryptoUse(line, { area: 'snmp', subject: name, part }, [value]);
    if (/-(?:key|password)$/.test(what ?? '')) secretIn(line, text, { use: 'snmp user', purpose: 'key' });
  }
  statement.read();
}

function readMember({ names, args, statement, to }: Path): void {
  if (args[0] === 'group' && args[1]) THREE.in(to).members.set(names.join(' '), args[1]);
  statement.read();
}

const MODELS: ReadonlyMap<string, readonly Group['version'][]> = new Map([
  ['usm', ['v3']],
  ['v1', ['v1']],
  ['v2c', ['v2c']],
  ['any', ['v2c', 'v3']],
]);
const LEVELS: ReadonlyMap<string, NonNullable<Group['level']>> = new Map([
  ['none', 'noauth'],
  ['authentication', 'auth'],
  ['privacy', 'priv'],
]);

/** `access group G default-context-prefix security-model usm security-level privacy read-view V`. */
function readGroup(line: Path): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  const model = args.indexOf('security-model');
  const level = args.indexOf('security-level');
  if (model < 0 || level < 0) {
    if (args.length < 2) statement.read();
    return;
  }
  const all = THREE.in(to).groups;
  for (const version of MODELS.get(args[model + 1] ?? '') ?? []) {
    const key = `${name} ${version} ${args[level + 1]}`;
    const asked = version === 'v3' ? (LEVELS.get(args[level + 1] ?? '') ?? null) : null;
    const group = all.get(key) ?? {
      ...at(statement),
      name,
      version,
      level: asked,
      read: null,
      write: null,
      acl: null,
    };
    all.set(key, group);
    grow(group, line);
    const [what, view] = args.slice(level + 2);
    if (what === 'read-view') group.read = view ?? null;
    else if (what === 'write-view') group.write = view ?? null;
  }
  statement.read();
}

function readTarget(line: Path): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  const all = THREE.in(to).targets;
  const target = all.get(name) ?? { ...at(statement), address: '', version: '3', parameters: '' };
  all.set(name, target);
  grow(target, line);
  if (args[0] === 'address' && args[1]) target.address = canonicalIp(args[1]) ?? args[1];
  else if (args[0] === 'target-parameters' && args[1]) target.parameters = args[1];
  statement.read();
}

function readParameters({ names, args, statement, to }: Path): void {
  const i = args.indexOf('security-level');
  if (i >= 0) THREE.in(to).levels.set(names[0] as string, LEVELS.get(args[i + 1] ?? '') ?? '');
  statement.read();
}

/** Communities of version 1 and 2c that are mapped to names of version 3. */
function readCommunity(line: Path): void {
  if (line.args[0] === 'community-name')
    secretIn(line, line.args[1], { use: 'snmp community', purpose: 'key' });
  line.statement.read();
}

/** Hands over what belongs together once all statements are read. */
export function settleSnmpV3(to: Scope): void {
  const { users, groups, members, targets, levels } = THREE.in(to);
  to.draft.snmp.users = [...users.values()].map((user) => ({
    ...user,
    group: members.get(`usm ${user.name}`) ?? '',
  }));
  to.draft.snmp.groups = [...groups.values()];
  for (const { parameters, ...host } of targets.values()) {
    const level = levels.get(parameters) ?? '';
    if (host.address !== '') to.draft.snmp.hosts.push({ ...host, version: `3 ${level}`.trim() });
  }
}
