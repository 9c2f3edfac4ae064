import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type OpenPeer, type Scope, secretAt } from '../scope.ts';

/** Neighbours of BGP and LDP, and how routing protocols prove who they are. */
export function addRouting(book: RuleBook<Scope>): void {
  book
    .add('bgp', readBgp)
    .add('mpls ldp', readLdp)
    .add('mpls ldp remote-peer', readRemote)
    .add('keychain', readChain)
    .aside('routing process setting', 'bgp local-cross-routing, mpls, mpls lsr-id, router id, router-id');
  for (const protocol of ['ospf', 'ospfv3', 'isis', 'rip', 'ripng'])
    book.add(protocol, (line) => readInterior(line, protocol));
}

function readBgp({ statement, no, to }: Line): void {
  if (no) return;
  statement.read();
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    const denied = words[0] === 'undo';
    if (words[denied ? 1 : 0] === 'peer' && !denied) readPeer(each, to);
    else if (words[0] === 'group' && words[1]) {
      peerOf(each, words[1], to);
      each.read();
    }
  }
  to.tree.setAside(statement, 'routing process setting');
}

function peerOf(each: Statement, name: string, to: Scope): OpenPeer {
  const address = canonicalIp(name) ?? name;
  const view = viewOf(each);
  return to.peers.open(`${view} ${address}`, each, (place) => ({
    ...place,
    protocol: 'bgp',
    address,
    remoteAs: null,
    authenticated: false,
    group: null,
  }));
}

/** The VPN instance in which a statement of BGP stands; the same address may be a neighbour in several. */
function viewOf(each: Statement): string {
  for (let at = each.parent; at; at = at.parent) {
    const i = at.words.indexOf('vpn-instance');
    if (i >= 0) return at.words[i + 1] ?? '';
  }
  return '';
}

function readPeer(each: Statement, to: Scope): void {
  const { words } = each;
  const name = words[1] ?? '';
  const [what, value] = words.slice(2);
  if (what === 'as-number' || what === 'group') {
    const peer = peerOf(each, name, to);
    if (what === 'group') peer.group = value ?? null;
    else peer.remoteAs = value ?? null;
    each.read();
  } else if (what === 'password' || what === 'keychain' || what === 'tcp-ao') {
    const peer = peerOf(each, name, to);
    peer.authenticated = true;
    if (what === 'password') secretAt(to, each, { words, from: 3, use: 'bgp' });
    const used = what === 'password' ? 'md5' : what === 'keychain' ? `keychain ${value ?? ''}` : 'tcp-ao';
    use(to, each, { subject: `bgp ${peer.address}`, value: used });
  }
}

function use(to: Scope, each: Statement, { subject, value }: { subject: string; value: string }): void {
  to.draft.crypto.push({ ...at(each.read()), area: 'routing', subject, part: 'authentication', value });
}

/** `md5-password cipher 192.0.2.1 TEXT`, `authentication key-chain peer 192.0.2.1 name K`. */
function readLdp({ statement, no, to }: Line): void {
  if (no) return;
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    if (words[0] === 'md5-password') {
      const address = words.map((word) => canonicalIp(word)).find((text) => text !== null) ?? '';
      const from = words.findIndex((word) => canonicalIp(word) !== null || word === 'all') + 1;
      const kind = words[1] === 'plain' || words[1] === 'cipher' ? [words[1]] : [];
      secretAt(to, each, { words: [...kind, ...words.slice(from)], from: 0, use: 'ldp' });
      use(to, each, { subject: `ldp ${address}`.trim(), value: 'md5' });
    } else if (words[0] === 'authentication' && words.includes('key-chain'))
      use(to, each, { subject: 'ldp', value: `keychain ${words.at(-1) ?? ''}` });
  }
  to.tree.setAside(statement, 'routing process setting');
}

function readRemote({ statement, no, to }: Line): void {
  const [child] = statement.children.filter(({ words }) => words[0] === 'remote-ip');
  const address = canonicalIp(child?.words[1] ?? '');
  if (child && address && !no) {
    child.read();
    to.draft.routingPeers.push({
      ...at(statement.read()),
      protocol: 'ldp',
      address,
      remoteAs: null,
      authenticated: false,
    });
  }
  to.tree.setAside(statement, 'routing process setting');
}

const MODE = /^(?:simple|md5|hmac-md5|hmac-sha256|sha256|keychain|null|cipher|plain)$/;

/** Keys of areas, domains and processes of OSPF and IS-IS. */
function readInterior({ statement, no, args, to }: Line, protocol: string): void {
  if (no) return;
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    const i = words.findIndex((word) => /^(?:(?:area-|domain-)?authentication-mode)$/.test(word));
    const mode = words[i + 1];
    if (i < 0 || words[0] === 'undo' || !mode || !MODE.test(mode)) continue;
    const from = words.findIndex((word, k) => k > i && /^(?:cipher|plain)$/.test(word));
    const at = from > 0 ? from : mode === 'simple' || mode === 'md5' ? i + 2 : -1;
    if (at > 0 && mode !== 'keychain') secretAt(to, each, { words, from: at, use: protocol });
    const value = mode === 'keychain' ? `keychain ${words[i + 2] ?? ''}` : mode;
    const place =
      words[0] === 'area-authentication-mode' || words[0] === 'domain-authentication-mode'
        ? words[0].split('-')[0]
        : (each.parent?.words.slice(0, 2).join(' ') ?? '');
    use(to, each, {
      subject: `${protocol} ${args[0] ?? ''} ${place ?? ''}`.replace(/ +/g, ' ').trim(),
      value,
    });
  }
  statement.read();
  to.tree.setAside(statement, 'routing process setting');
}

/** `keychain K` with its keys: `algorithm hmac-sha-256`, `key-string cipher TEXT`. */
function readChain({ statement, no, args, to }: Line): void {
  if (no) return;
  statement.read();
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    if (words[0] === 'key-string') {
      secretAt(to, each, { words, from: 1, use: 'key chain' });
      each.read();
    } else if (words[0] === 'algorithm' && words[1])
      use(to, each, { subject: `keychain ${args[0] ?? ''}`, value: words[1] });
    else if (each !== statement) each.aside('setting of a key chain');
  }
}

/** Neighbours of the facts; what one does not say itself it takes from its group. */
export function settleRouting(to: Scope): void {
  const all = to.peers.all;
  const named = new Map(all.map((each) => [each.address, each]));
  for (const { group, line, lineEnd, protocol, address, ...own } of all) {
    if (canonicalIp(address) === null) continue;
    const from = group === null ? undefined : named.get(group);
    const remoteAs = own.remoteAs ?? from?.remoteAs ?? null;
    const authenticated = own.authenticated || (from?.authenticated ?? false);
    to.draft.routingPeers.push({ line, lineEnd, protocol, address, remoteAs, authenticated });
  }
}
