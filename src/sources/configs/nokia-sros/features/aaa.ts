import { canonicalIp } from '../../../../base/ip.ts';
import type { AaaServer } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { leaf, on, onLeaf } from '../leaf.ts';
import { at, type Line, removed, type Scope, secretAt, wholeNumber, wordAfter } from '../scope.ts';

const METHODS: ReadonlyMap<string, string> = new Map([
  ['tacplus', 'group tacacs+'],
  ['radius', 'group radius'],
  ['ldap', 'group ldap'],
  ['local', 'local'],
]);
/** Where servers for logins stand; those of a VPRN stand below its router. */
const BASES = [
  'system security',
  'system security aaa remote-servers',
  'router * aaa remote-servers',
  'router * aaa',
];

/** Who decides on logins and commands, and who hears of them. */
export function addAaa(book: PathBook<Scope>): void {
  on(book, 'system security password authentication-order', (line) => readOrder(line, line.args));
  onLeaf(book, 'system security user-params authentication-order order', (line, _value, all) =>
    readOrder(line, all),
  );
  for (const [word, protocol] of [
    ['tacplus', 'tacacs+'],
    ['radius', 'radius'],
  ] as const)
    for (const base of BASES) addServers(book, `${base} ${word}`, protocol);
  addSubscriberServers(book);
  book.aside(
    'setting of AAA servers',
    'system security user-params authentication-order exit-on-reject, system security ldap, ' +
      'system security aaa remote-servers ldap, system security aaa health-check, ' +
      'system security aaa cli-session-group, system security cli-session-group, aaa',
  );
}

function readOrder(line: Line, words: readonly string[]): void {
  const { statement, to } = line;
  const methods = words.flatMap((word) => METHODS.get(word) ?? (word === 'exit-on-reject' ? [] : [word]));
  if (removed(line) || methods.length === 0) return;
  to.draft.aaaMethods.push({
    ...at(statement),
    phase: 'authentication',
    service: 'login',
    list: 'default',
    methods,
  });
  statement.read();
}

const ASIDE =
  'timeout retry access-algorithm use-default-template interactive-authentication single-connection priv-lvl-map ' +
  'accounting-port admin-control message-authenticator';

function addServers(book: PathBook<Scope>, base: string, protocol: AaaServer['protocol']): void {
  const group = `group ${protocol}`;
  book
    .add(`${base} server`, (line) => readServer(line, protocol))
    .add(`${base} accounting`, (line) => readMethod(line, 'accounting', group))
    .add(`${base} authorization`, (line) => readMethod(line, 'authorization', group))
    .add(`${base} accounting admin-state`, 'setting of AAA servers')
    .add(
      `${base} port`,
      leaf((line, value) => tellPort(line, protocol, value)),
    )
    .add(`${base} shutdown`, (line) => switchOff(line, protocol, !removed(line)))
    .add(
      `${base} admin-state`,
      leaf((line, value) => switchOff(line, protocol, value === 'disable')),
    );
  for (const word of ASIDE.split(' ')) book.add(`${base} ${word}`, 'setting of AAA servers');
}

/** Accounting and authorization of commands; MD-CLI writes the kind of record in a statement of its own. */
function readMethod(line: Line, phase: 'accounting' | 'authorization', group: string): void {
  const { statement, args, to } = line;
  statement.read();
  if (removed(line) || args.includes('false') || args[0] === 'use-priv-lvl') return;
  const kind = phase === 'accounting' ? [wordAfter(args, 'record-type') ?? args[0] ?? 'stop-only'] : [];
  to.draft.aaaMethods.push({
    ...at(statement),
    phase,
    service: 'commands',
    list: 'default',
    methods: [...kind.filter((word) => word !== ''), group],
  });
}

const SERVER = new Set(
  'address secret port authentication-port accounting-port tls-client-profile auth-port acct-port description'.split(
    ' ',
  ),
);

/** `server 1 address A secret TEXT hash2 port N` in one statement, or each part in its own. */
function readServer(line: Line, protocol: AaaServer['protocol']): void {
  const { statement, args, names, to } = line;
  const index = args[0];
  if (index === undefined || removed(line)) return;
  if (args.length > 1 && !args.some((word) => SERVER.has(word))) return;
  const where = names[0] ?? '';
  const server = to.servers.open(`${protocol} ${where} ${index}`, statement, (place) => ({
    ...place,
    name: index,
    protocol,
    address: '',
    port: null,
    secret: null,
  }));
  const address = wordAfter(args, 'address');
  if (address) server.address = canonicalIp(address) ?? address;
  server.port = wholeNumber(wordAfter(args, 'port') ?? wordAfter(args, 'authentication-port')) ?? server.port;
  const from = args.indexOf('secret', 1) + 1;
  const use = protocol === 'radius' ? 'radius' : 'tacacs';
  if (from > 0) server.secret = secretAt(line, args, { from, use }) ?? server.secret;
  if (args.includes('tls-client-profile'))
    to.draft.crypto.push({ ...at(statement), area: 'aaa', subject: index, part: 'transport', value: 'tls' });
  statement.read();
}

function tellPort({ statement, to }: Line, protocol: AaaServer['protocol'], value: string): void {
  for (const server of to.servers.all) if (server.protocol === protocol) server.port ??= wholeNumber(value);
  statement.read();
}

/** Servers that are switched off as a whole ask nobody; their own statements still tell what secrets there are. */
function switchOff({ statement, to }: Line, protocol: AaaServer['protocol'], off: boolean): void {
  const name = protocol === 'radius' ? 'radius-client' : 'tacacs-client';
  to.draft.services.push({ ...at(statement), name, enabled: !off, port: null, acl: null, detail: null });
  statement.read();
}

/** Servers for the sessions of customers. */
function addSubscriberServers(book: PathBook<Scope>): void {
  for (const base of ['router * radius-server', 'router * radius'])
    book.add(`${base} server`, (line) => readServer(line, 'radius')).aside('setting of AAA servers', base);
}

/** Servers of the facts. */
export function settleAaa(to: Scope): void {
  for (const server of to.servers.all) if (server.address !== '') to.draft.aaaServers.push(server);
}
