import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { AaaServer, Secret } from '../../../../model/device-facts.ts';
import { addAaa } from '../../kit/cisco-aaa.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, keepSecret, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';
import { readXr } from '../secrets.ts';

type Protocol = AaaServer['protocol'];

/** Method lists, and the servers with their keys, which stand in blocks on IOS XR. */
export function addAaaRules(book: RuleBook<Scope>): void {
  addAaa(book);
  for (const protocol of ['tacacs+', 'radius'] as const) {
    const word = protocol === 'radius' ? 'radius' : 'tacacs';
    book
      .add(`${word}-server host`, (line) => readHost(line, protocol))
      .add(`${word}-server key`, (line) => readGlobalKey(line, protocol))
      .add(`aaa group server ${protocol}`, (line) => readGroup(line, protocol))
      .add(`${word} source-interface`, (line) => readSource(line, word))
      .aside('AAA setting', `${word}-server, ${word}`);
  }
  book
    .add('aaa server radius dynamic-author', readDynamicAuthor)
    .aside(
      'AAA setting',
      'aaa default-taskgroup, aaa password-policy, aaa radius, aaa accounting system, aaa enable-cert-authentication, aaa display-login-failed-users, aaa group server ldap, aaa password-history',
    );
}

const addressOf = (text: string): string => canonicalIp(text) ?? text;

const SETTINGS = new Set(
  'timeout retransmit single-connection single-connection-idle-timeout idle-time test-on description tls-1.3 ignore-auth-port ignore-acct-port'.split(
    ' ',
  ),
);

/** A server with its key behind it or below it. */
function addServer(
  to: Scope,
  statement: Statement,
  said: { words: readonly string[]; protocol: Protocol },
): string {
  const { words, protocol } = said;
  const address = addressOf(words[0] ?? '');
  let secret: Secret | null = keyOf(to, statement, { words, protocol });
  for (const child of statement.children) {
    const key = keyOf(to, child, { words: child.words, protocol });
    if (key) secret = key;
    else if (!SETTINGS.has(child.words[0] === 'no' ? (child.words[1] ?? '') : (child.words[0] ?? '')))
      continue;
    if (child.words[0]?.startsWith('tls'))
      addCrypto(to, child, { area: 'aaa', subject: address, part: 'transport', values: ['tls'] });
    child.read();
  }
  const port = wholeNumber(wordAfter(words, 'port')) ?? wholeNumber(wordAfter(words, 'auth-port'));
  to.draft.aaaServers.push({
    ...atBlock(statement.read(), to.tree),
    name: address,
    protocol,
    address,
    port,
    secret,
  });
  return address;
}

function keyOf(
  to: Scope,
  statement: Statement,
  said: { words: readonly string[]; protocol: Protocol },
): Secret | null {
  const i = said.words.indexOf('key');
  const written = i < 0 ? null : readXr(said.words, i + 1);
  const use = said.protocol === 'radius' ? said.protocol : 'tacacs';
  return written && keepSecret(to, statement, { ...written, use, purpose: 'key' });
}

function readHost({ statement, no, args, to }: Line, protocol: Protocol): void {
  if (args[0] === undefined || no) return;
  addServer(to, statement, { words: args, protocol });
}

function readGlobalKey({ statement, no, to }: Line, protocol: Protocol): void {
  const secret = no ? null : keyOf(to, statement, { words: statement.words, protocol });
  if (!secret) return;
  if (protocol === 'radius') to.state.radiusKey = secret;
  else to.state.tacacsKey = secret;
  statement.read();
}

const GROUP_SETTINGS = new Set(
  'deadtime load-balance authorization accounting attribute throttle'.split(' '),
);

function readGroup({ statement, no, args, to }: Line, protocol: Protocol): void {
  if (no) return;
  const members: string[] = [];
  let vrf: string | null = null;
  statement.read();
  for (const child of statement.children) {
    const [first, second] = child.words;
    if (first === 'server' && second) members.push(addressOf(second));
    else if (first === 'server-private' && second)
      members.push(addServer(to, child, { words: child.words.slice(1), protocol }));
    else if (first === 'vrf' && second) vrf = second;
    else if (first === 'source-interface' && second)
      to.draft.sourceInterfaces[protocol === 'radius' ? protocol : 'tacacs'] ??= second;
    else if (!GROUP_SETTINGS.has(first ?? '')) continue;
    child.read();
  }
  to.draft.aaaGroups.push({ ...atBlock(statement, to.tree), name: args[0] ?? '', protocol, members, vrf });
}

function readSource({ statement, no, args, to }: Line, word: string): void {
  if (args[0] === undefined || no) return;
  to.draft.sourceInterfaces[word] ??= args[0];
  statement.read();
}

/** A client that may send change-of-authorization requests holds a RADIUS key of the device. */
function readDynamicAuthor({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const i = child.words.indexOf('server-key');
    const written = i < 0 ? null : readXr(child.words, i + 1);
    if (written) keepSecret(to, child, { ...written, use: 'radius', purpose: 'key' });
    const detail = child.words[0] === 'client' ? (child.words[1] ?? null) : null;
    if (detail)
      to.draft.services.push({
        ...at(child),
        name: 'radius-coa',
        enabled: true,
        port: null,
        acl: null,
        detail,
      });
    child.read();
  }
}
