import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import type { AaaServer, Secret } from '../../../model/device-facts.ts';
import {
  at,
  atBlock,
  type CiscoLine,
  type CiscoScope,
  keepSecret,
  wholeNumber,
  wordAfter,
} from './cisco-scope.ts';
import { readWritten } from './cisco-secrets.ts';
import type { RuleBook } from './rules.ts';

type Protocol = AaaServer['protocol'];

/** TACACS+ and RADIUS servers in old and new form, server groups, and the clients of change-of-authorization. */
export function addAaaServers<S extends CiscoScope>(book: RuleBook<S>): void {
  for (const protocol of ['tacacs+', 'radius'] as const) {
    const word = protocol === 'radius' ? 'radius' : 'tacacs';
    book
      .add(`${word} server`, (line) => readServerBlock(line, protocol))
      .add(`${word}-server host`, (line) => readServerLine(line, protocol))
      .add(`${word}-server key`, (line) => readGlobalKey(line, protocol))
      .add(`aaa group server ${protocol}`, (line) => readGroup(line, protocol))
      .aside(`${word} setting`, `${word}-server`);
  }
  book.add('aaa server radius dynamic-author', readDynamicAuthor);
}

const addressOf = (text: string): string => canonicalIp(text) ?? text;

function keyAfter(to: CiscoScope, statement: Statement, use: Protocol): Secret | null {
  const i = statement.words.indexOf('key');
  const written = i < 0 ? null : readWritten(statement.words, i + 1, true);
  return (
    written &&
    keepSecret(to, statement, { ...written, use: use === 'radius' ? use : 'tacacs', purpose: 'key' })
  );
}

function portOf(words: readonly string[]): number | null {
  return wholeNumber(wordAfter(words, 'port')) ?? wholeNumber(wordAfter(words, 'auth-port'));
}

function readServerLine({ statement, no, args, to }: CiscoLine, protocol: Protocol): void {
  if (args[0] === undefined || no) return;
  const address = addressOf(args[0]);
  const secret = keyAfter(to, statement, protocol);
  to.draft.aaaServers.push({
    ...at(statement),
    name: address,
    protocol,
    address,
    port: portOf(args),
    secret,
  });
  statement.read();
}

const BLOCK_SETTINGS = new Set(
  'single-connection timeout retransmit automate-tester dtls tls pac non-standard backoff alias send-nat-address'.split(
    ' ',
  ),
);

function readServerBlock({ statement, no, args, to }: CiscoLine, protocol: Protocol): void {
  if (no) return;
  let address = '';
  let port: number | null = null;
  let secret: Secret | null = null;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'address' && words[2] !== undefined) {
      address = addressOf(words[2]);
      port = portOf(words) ?? port;
    } else if (words[0] === 'key') secret = keyAfter(to, child, protocol);
    else if (words[0] === 'port') port = wholeNumber(words[1]);
    else if (!BLOCK_SETTINGS.has(words[0] === 'no' ? (words[1] ?? '') : (words[0] ?? ''))) continue;
    child.read();
  }
  const name = args[0] ?? '';
  to.draft.aaaServers.push({ ...atBlock(statement, to.tree), name, protocol, address, port, secret });
}

function readGlobalKey({ statement, no, to }: CiscoLine, protocol: Protocol): void {
  if (no) return;
  const secret = keyAfter(to, statement, protocol);
  if (!secret) return;
  if (protocol === 'radius') to.state.radiusKey = secret;
  else to.state.tacacsKey = secret;
  statement.read();
}

function readGroup({ statement, no, args, to }: CiscoLine, protocol: Protocol): void {
  if (no) return;
  const members: string[] = [];
  let vrf: string | null = null;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const [first, second] = words;
    if (first === 'server' && second === 'name' && words[2]) members.push(words[2]);
    else if (first === 'server' && second) members.push(addressOf(second));
    else if (first === 'server-private' && second) members.push(addPrivate(to, child, protocol));
    else if (first === 'vrf') vrf = words[2] ?? second ?? null;
    else if (first === 'use-vrf') vrf = second ?? null;
    else if (first === 'source-interface' && second)
      to.draft.sourceInterfaces[protocol === 'radius' ? protocol : 'tacacs'] ??= second;
    else if (first === 'ip' && second === 'vrf') vrf = words[3] ?? null;
    else if (first === 'ip' && wordAfter(words, 'source-interface'))
      to.draft.sourceInterfaces[second ?? ''] ??= wordAfter(words, 'source-interface') as string;
    else if (!isGroupSetting(first === 'no' ? second : first)) continue;
    child.read();
  }
  to.draft.aaaGroups.push({ ...atBlock(statement, to.tree), name: args[0] ?? '', protocol, members, vrf });
}

const GROUP_SETTINGS = new Set(
  (
    'deadtime load-balance authorization accounting cache attribute ipv6 domain-stripping throttle mac-delimiter ' +
    'subscriber backoff retransmit timeout dead-criteria key-wrap source-interface use-vrf'
  ).split(' '),
);

function isGroupSetting(word: string | undefined): boolean {
  return word !== undefined && GROUP_SETTINGS.has(word);
}

function addPrivate(to: CiscoScope, child: Statement, protocol: Protocol): string {
  const address = addressOf(child.words[1] ?? '');
  const secret = keyAfter(to, child, protocol);
  to.draft.aaaServers.push({
    ...at(child),
    name: address,
    protocol,
    address,
    port: portOf(child.words),
    secret,
  });
  return address;
}

/** A client that may send change-of-authorization requests holds a RADIUS key of the device. */
function readDynamicAuthor({ statement, to }: CiscoLine): void {
  statement.read();
  for (const child of statement.children) {
    const i = child.words.indexOf('server-key');
    const written = i < 0 ? null : readWritten(child.words, i + 1, true);
    if (written) keepSecret(to, child, { ...written, use: 'radius', purpose: 'key' });
    if (child.words[0] === 'client') {
      const detail = child.words[1] ?? null;
      to.draft.services.push({
        ...at(child),
        name: 'radius-coa',
        enabled: true,
        port: null,
        acl: null,
        detail,
      });
    }
    child.read();
  }
}

/** Servers without a key of their own use the key of all servers of their protocol. */
export function shareGlobalKeys(to: CiscoScope): void {
  const servers = to.draft.aaaServers;
  for (const [i, server] of servers.entries()) {
    const key = server.protocol === 'radius' ? to.state.radiusKey : to.state.tacacsKey;
    if (!server.secret && key) servers[i] = { ...server, secret: key };
  }
}
