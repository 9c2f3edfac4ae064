import { canonicalIp } from '../../../../base/ip.ts';
import type { AclEntry, Snmp } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import type { SecretText } from '../../kit/secret-keeper.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';
import { isRemoved } from '../secret-forms.ts';
import { CLIENTS } from './acls.ts';
import { networkOf } from './prefix-lists.ts';
import { service } from './service.ts';

interface Community extends Open<Snmp['communities'][number]> {
  readonly entries: AclEntry[];
}

interface Agent {
  readonly communities: Map<string, Community>;
  readonly hosts: Map<string, Open<Snmp['hosts'][number]> & { group: string }>;
  /** Version by trap group. */
  readonly versions: Map<string, string>;
}

const AGENT = new Store<Agent>(() => ({ communities: new Map(), hosts: new Map(), versions: new Map() }));

/** SNMP communities, views and receivers of traps; version 3 is in snmp-v3.ts. */
export function addSnmp(book: PathBook<Scope>): void {
  book
    .add('snmp community *', readCommunity)
    .add('snmp view *', readView)
    .add('snmp trap-group *', readTrapGroup)
    .add('snmp interface', (line) => service(line, 'snmp', { detail: `interface ${line.args.join(' ')}` }))
    .add('snmp routing-instance-access', (line) =>
      service(line, 'snmp', { detail: `routing-instance-access ${line.args.join(' ')}`.trim() }),
    )
    .add('snmp trap-options source-address', (line) => {
      const source = line.args[0];
      if (source) line.to.draft.sourceInterfaces['snmp-trap'] = source;
      line.statement.read();
    })
    .aside(
      'SNMP setting',
      'snmp contact, snmp location, snmp description, snmp name, snmp engine-id, snmp filter-duplicates, ' +
        'snmp filter-interfaces, snmp health-monitor, snmp rmon, snmp traceoptions, snmp stats-cache-lifetime, ' +
        'snmp if-count-with-filter-interfaces, snmp nonvolatile, snmp trap-options, snmp arp, snmp subagent, snmp alarm, ' +
        'snmp logical-system-trap-filter, snmp customization, snmp alarm-management, snmp system-name, snmp proxy',
    );
}

/** The secret of a community by its text: its name stands in every line that says something of it. */
function communityOf(line: Path): Community {
  const { statement, to } = line;
  const text = line.names[0] as string;
  const all = AGENT.in(to).communities;
  let found = all.get(text);
  if (!found) {
    const secret = to.secrets.keep({ use: 'snmp community', ...written(line, text) }, at(statement));
    const wellKnown = text === 'public' || text === 'private';
    found = { ...at(statement), secret, access: 'ro', acl: null, view: null, wellKnown, entries: [] };
    all.set(text, found);
  }
  grow(found, line);
  return found;
}

/** A name that an archive took out is that of no other community. */
function written(line: Path, text: string): Pick<SecretText, 'type' | 'strength' | 'text'> {
  if (!isRemoved(text)) return { type: 'community', strength: 'plaintext', text };
  const { draft } = line.to;
  return { type: 'removed', strength: 'unknown', text: `${draft.evidence} ${line.statement.line}` };
}

function readCommunity(line: Path): void {
  const { args, statement, to } = line;
  const community = communityOf(line);
  const [what, value] = args;
  if (what === 'authorization') community.access = value === 'read-write' ? 'rw' : 'ro';
  else if (what === 'view') community.view = value ?? null;
  else if (what === 'client-list-name' && value) {
    community.acl = value;
    to.draft.aclBindings.push({ ...at(statement), acl: value, where: 'snmp community', direction: null });
  } else if (what === 'clients') addClients(community, line);
  else if (what === 'routing-instance' || what === 'logical-system') return readInside(line, community);
  else if (what !== undefined) return;
  statement.read();
}

/** `routing-instance X clients A` and `logical-system L routing-instance X …`. */
function readInside(line: Path, community: Community): void {
  const [, , what] = line.args;
  const rest = line.args.slice(2);
  if (what === 'clients') addClients(community, { ...line, args: rest });
  else if (what === 'client-list-name' && rest[1]) community.acl = rest[1];
  line.statement.read();
}

function addClients(community: Community, { args, statement }: Path): void {
  const action = args.at(-1) === 'restrict' ? 'deny' : 'permit';
  for (const word of args.slice(1)) {
    const source = networkOf(word);
    if (source !== null)
      community.entries.push({
        ...at(statement),
        action,
        protocol: 'ip',
        source,
        destination: 'any',
        ports: null,
        log: false,
      });
  }
}

function readView(line: Path): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  if (args[0] === 'oid' && args[1])
    to.draft.snmp.views.push({ ...at(statement), name, oid: args[1], included: args[2] !== 'exclude' });
  else if (args.length > 0) return;
  statement.read();
}

function readTrapGroup(line: Path): void {
  const { args, names, statement, to } = line;
  const group = names[0] as string;
  const agent = AGENT.in(to);
  if (args[0] === 'targets')
    for (const word of args.slice(1)) {
      const address = canonicalIp(word) ?? word;
      agent.hosts.set(`${group} ${address}`, { ...at(statement), address, version: '', group });
    }
  else if (args[0] === 'version' && args[1]) agent.versions.set(group, args[1]);
  statement.read();
}

const VERSIONS: ReadonlyMap<string, string> = new Map([
  ['v1', '1'],
  ['v2', '2c'],
  ['all', '1 and 2c'],
]);

/** Hands over what belongs together once all statements are read. */
export function settleSnmp(to: Scope): void {
  const { communities, hosts, versions } = AGENT.in(to);
  let number = 0;
  to.draft.acls = to.draft.acls.filter((acl) => !acl.name.startsWith(CLIENTS));
  to.draft.snmp.communities = [...communities.values()].map(({ entries, ...community }) => {
    if (entries.length === 0 || community.acl !== null) return community;
    number += 1;
    const acl = `${CLIENTS}${number}`;
    const { line, lineEnd } = community;
    const six = entries.every((entry) => entry.source.includes(':'));
    to.draft.acls.push({ line, lineEnd, name: acl, family: six ? 'ipv6' : 'ipv4', entries });
    to.draft.aclBindings.push({ line, lineEnd, acl, where: 'snmp community', direction: null });
    return { ...community, acl };
  });
  for (const { group, ...host } of hosts.values()) {
    const version = VERSIONS.get(versions.get(group) ?? '') ?? '1 and 2c';
    to.draft.snmp.hosts.push({ ...host, version });
  }
}
