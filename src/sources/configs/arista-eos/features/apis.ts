import type { Statement } from '../../../../base/statement-tree.ts';
import type { Service } from '../../../../model/device-facts.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope, wholeNumber } from '../scope.ts';

/** Interfaces for programs: eAPI over HTTP, gNMI, NETCONF, RESTCONF, the controller CVX. */
export function addApis(book: RuleBook<Scope>): void {
  book
    .add('management api http-commands', readHttp)
    .add('management api gnmi', (line) => readTransports(line, 'gnmi'))
    .add('management api gribi', (line) => readTransports(line, 'gribi'))
    .add('management api netconf', (line) => readTransports(line, 'netconf'))
    .add('management api restconf', (line) => readTransports(line, 'restconf'))
    .add('management cvx', (line) => readPlain(line, 'cvx'))
    .add('cvx', (line) => readPlain(line, 'cvx-server'))
    .add('management xmpp', (line) => readPlain(line, 'xmpp'))
    .add('management http-server', (line) => readPlain(line, 'http'));
}

type Open = { -readonly [K in keyof Service]: Service[K] };

function begin({ statement, to }: Line, name: string): Open {
  statement.read();
  return { ...atBlock(statement, to.tree), name, enabled: null, port: null, acl: null, detail: null };
}

const PORTS: Readonly<Record<string, string>> = {
  http: 'eapi-http',
  https: 'eapi-https',
  'http localhost': 'eapi-local',
  'unix-socket': 'eapi-local',
};

function readHttp(line: Line): void {
  const { statement, to } = line;
  const service = begin(line, 'eapi');
  for (const child of to.tree.block(statement)) {
    const no = child.words[0] === 'no';
    const words = no ? child.words.slice(1) : child.words;
    if (words[0] === 'shutdown') readShutdown(child.read(), service, no);
    else if (words[0] === 'protocol') readProtocol(child, words, { no, to });
    else readCommon(child, words, { service, to });
  }
  to.draft.services.push(service);
  to.tree.setAside(statement, 'management setting');
}

/** A VRF that is open counts, whatever the others are. */
function readShutdown(child: Statement, service: Open, no: boolean): void {
  const inside = child.parent?.words[0] === 'vrf';
  service.enabled = no || (inside && service.enabled === true);
}

/** `protocol https port 18443`, `no protocol https`, `protocol https ssl profile P`. */
function readProtocol(
  child: Statement,
  words: readonly string[],
  { no, to }: { no: boolean; to: Scope },
): void {
  const local = words[2] === 'localhost';
  const name = PORTS[local ? 'http localhost' : (words[1] ?? '')];
  if (name === undefined) return;
  child.read();
  const profile = words.indexOf('profile');
  if (profile > 0)
    addCrypto(to, child, {
      area: 'tls',
      subject: name,
      part: 'mode',
      values: [`profile ${words[profile + 1] ?? ''}`],
    });
  if (words[2] === 'ssl' || words[2] === 'certificate' || words[2] === 'cipher') return;
  const port = wholeNumber(words[words.indexOf('port') + 1]);
  to.draft.services.push({
    ...at(child),
    name,
    enabled: !no,
    port: words.includes('port') ? port : null,
    acl: null,
    detail: null,
  });
}

function readCommon(
  child: Statement,
  words: readonly string[],
  { service, to }: { service: Open; to: Scope },
): void {
  const [first, second, third] = words;
  if ((first === 'ip' || first === 'ipv6') && second === 'access-group' && third) {
    service.acl ??= third;
    to.draft.aclBindings.push({ ...at(child.read()), acl: third, where: service.name, direction: 'in' });
  } else if (first === 'port') {
    service.port = wholeNumber(second);
    child.read();
  } else if (first === 'ssl' && second === 'profile' && third) {
    addCrypto(to, child.read(), {
      area: 'tls',
      subject: service.name,
      part: 'mode',
      values: [`profile ${third}`],
    });
  }
}

/** `transport grpc NAME` and `transport ssh NAME`, each with settings of its own; a transport is on unless it is shut. */
function readTransports(line: Line, name: string): void {
  const { statement, to } = line;
  const first = to.draft.services.length;
  let service = begin(line, name);
  for (const child of to.tree.block(statement)) {
    const no = child.words[0] === 'no';
    const words = no ? child.words.slice(1) : child.words;
    if (words[0] === 'transport') {
      service = { ...begin({ ...line, statement: child, no, args: [], to }, name), enabled: !no };
      service.detail = words.slice(1).join(' ') || null;
      to.draft.services.push(service);
    } else if (words[0] === 'shutdown') {
      service.enabled = no;
      child.read();
    } else readCommon(child, words, { service, to });
  }
  if (to.draft.services.length === first) to.draft.services.push(service);
  to.tree.setAside(statement, 'management setting');
}

function readPlain(line: Line, name: string): void {
  const { statement, to } = line;
  const service = begin(line, name);
  for (const child of to.tree.block(statement)) {
    const no = child.words[0] === 'no';
    const words = no ? child.words.slice(1) : child.words;
    if (words[0] === 'shutdown') readShutdown(child.read(), service, no);
    else if (words[0] === 'server' && words[1] === 'host') service.detail = words.slice(2).join(' ');
    else continue;
    child.read();
  }
  to.draft.services.push(service);
  to.tree.setAside(statement, 'management setting');
}
