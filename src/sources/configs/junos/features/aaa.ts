import { canonicalIp } from '../../../../base/ip.ts';
import type { AaaGroup, AaaMethodList, AaaServer } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store, secretIn, wholeNumber } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';
import { service } from './service.ts';

type Protocol = AaaServer['protocol'];

interface Aaa {
  readonly servers: Map<string, Open<AaaServer>>;
  readonly lists: Map<string, Open<AaaMethodList> & { methods: string[] }>;
  readonly groups: Map<string, Open<AaaGroup> & { members: string[] }>;
  /** Where accounting goes, in order. */
  readonly destinations: string[];
}

const AAA = new Store<Aaa>(() => ({
  servers: new Map(),
  lists: new Map(),
  groups: new Map(),
  destinations: [],
}));

/** Methods as all platforms name them. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['tacplus', 'group tacacs+'],
  ['radius', 'group radius'],
  ['password', 'local'],
  ['ldaps', 'group ldap'],
  ['ldap', 'group ldap'],
]);
const methodOf = (word: string): string => METHODS.get(word) ?? word;

/** What accounting is kept of, as all platforms name it. */
const EVENTS: ReadonlyMap<string, string> = new Map([
  ['login', 'exec'],
  ['interactive-commands', 'commands'],
  ['change-log', 'configuration'],
]);

/** Order of authentication, TACACS+ and RADIUS servers, accounting. */
export function addAaa(book: PathBook<Scope>): void {
  for (const [word, protocol] of [
    ['tacplus', 'tacacs+'],
    ['radius', 'radius'],
  ] as const) {
    book
      .add(`system ${word}-server *`, (line) => readServer(line, protocol, 'login'))
      .add(`system accounting destination ${word} server *`, (line) =>
        readServer(line, protocol, 'accounting'),
      )
      .add(`system accounting destination ${word}`, (line) => readDestination(line, word))
      .add(`system ${word}-options`, (line) => readOptions(line, protocol));
  }
  book
    .add('system authentication-order', (line) => readMethods(line, 'login', 'default'))
    .add('system accounting events', readEvents)
    .add('system radsec destination *', readRadsec)
    .add('access radius-server *', (line) => readServer(line, 'radius', 'access'))
    .add('access profile * radius-server *', (line) => readServer(line, 'radius', line.names[0] as string))
    .add('access profile * authentication-order', (line) =>
      readMethods(line, 'network', line.names[0] as string),
    )
    .add('access profile * radius authentication-server', readMembers)
    .aside('AAA setting', 'system accounting traceoptions, system accounting enhanced-avs-max');
}

const SETTINGS = new Set(
  (
    'timeout retry max-outstanding-requests source-address single-connection routing-instance accounting-port ' +
    'accounting-retry accounting-timeout dynamic-request-port preauthentication-port dynamic-request-secret'
  ).split(' '),
);

function readServer(line: Path, protocol: Protocol, where: string): void {
  const { args, names, to } = line;
  const named = names.at(-1) as string;
  const address = canonicalIp(named) ?? named;
  const all = AAA.in(to);
  const key = `${protocol} ${address}`;
  let server = all.servers.get(key);
  if (!server) {
    server = { ...at(line.statement), name: address, protocol, address, port: null, secret: null };
    all.servers.set(key, server);
  }
  grow(server, line);
  const [what, value] = args;
  if (what === 'secret' || what === 'preauthentication-secret' || what === 'dynamic-request-secret') {
    const use = protocol === 'radius' ? 'radius' : 'tacacs';
    const secret = secretIn(line, value, { use, purpose: 'key' });
    if (what === 'secret') server.secret = secret;
  } else if (what === 'port') server.port = wholeNumber(value);
  else if (what === 'source-address' && value) to.draft.sourceInterfaces[protocol] = value;
  else if (what !== undefined && !SETTINGS.has(what)) return;
  if (where === 'accounting') addDestination(all, protocol === 'radius' ? 'radius' : 'tacplus');
  line.statement.read();
}

function addDestination(all: Aaa, word: string): void {
  const method = methodOf(word);
  if (!all.destinations.includes(method)) all.destinations.push(method);
}

function readDestination(line: Path, word: string): void {
  addDestination(AAA.in(line.to), word);
  line.statement.read();
}

function listOf(line: Path, list: Pick<AaaMethodList, 'phase' | 'service' | 'list'>): string[] {
  const { lists } = AAA.in(line.to);
  const key = `${list.phase} ${list.service} ${list.list}`;
  let found = lists.get(key);
  if (!found) {
    found = { ...at(line.statement), ...list, methods: [] };
    lists.set(key, found);
  }
  grow(found, line);
  return found.methods;
}

function readMethods(line: Path, of: string, list: string): void {
  const methods = listOf(line, { phase: 'authentication', service: of, list });
  for (const word of line.args) if (!methods.includes(methodOf(word))) methods.push(methodOf(word));
  line.statement.read();
}

function readEvents(line: Path): void {
  for (const word of line.args)
    listOf(line, { phase: 'accounting', service: EVENTS.get(word) ?? word, list: 'default' });
  line.statement.read();
}

function readOptions(line: Path, protocol: Protocol): void {
  const [what, value] = line.args;
  if (what === 'password-protocol')
    cryptoUse(line, { area: 'aaa', subject: protocol, part: 'authentication' }, [value]);
  else if (what === 'authorization' || what === 'strict-authorization' || what === 'no-strict-authorization')
    service(line, `${protocol}-authorization`, { detail: line.args.join(' ') });
  else line.statement.aside('AAA setting');
}

/** RADIUS over TLS (RFC 6614). */
function readRadsec(line: Path): void {
  const subject = `radsec ${line.names[0] ?? ''}`;
  if (line.args[0] === 'address' || line.args.length === 0)
    cryptoUse(line, { area: 'aaa', subject, part: 'transport' }, ['tls']);
  else line.statement.aside('AAA setting');
}

function readMembers(line: Path): void {
  const name = line.names[0] as string;
  const { groups } = AAA.in(line.to);
  const group = groups.get(name) ?? {
    ...at(line.statement),
    name,
    protocol: 'radius',
    members: [],
    vrf: null,
  };
  groups.set(name, group);
  grow(group, line);
  for (const word of line.args) if (!group.members.includes(word)) group.members.push(word);
  line.statement.read();
}

/** Accounting of every event goes to every destination. */
export function settleAaa(to: Scope): void {
  const { servers, lists, groups, destinations } = AAA.in(to);
  for (const list of lists.values()) if (list.phase === 'accounting') list.methods = [...destinations];
  to.draft.aaaServers = [...servers.values()];
  to.draft.aaaMethods = [...lists.values()];
  to.draft.aaaGroups = [...groups.values()];
}
