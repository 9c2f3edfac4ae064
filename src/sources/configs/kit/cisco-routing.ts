import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import type { RoutingPeer } from '../../../model/device-facts.ts';
import { igpProcess } from './cisco-igp.ts';
import { at, type CiscoLine, type CiscoScope, keepSecret, wordAfter } from './cisco-scope.ts';
import { readWritten } from './cisco-secrets.ts';
import type { RuleBook } from './rules.ts';

type Peer = { -readonly [K in keyof RoutingPeer]: RoutingPeer[K] } & { group: string | null };

/** Neighbours of routing processes; the processes themselves are set aside. */
export function addRouting<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('router', readProcess)
    .add('mpls ldp neighbor', readLdp)
    .aside('routing process setting', 'ipv6 router, router-id, mpls ldp, mpls, segment-routing');
}

/** A routing process with its neighbours. */
export function readProcess(line: CiscoLine): void {
  const { statement, no, args, to } = line;
  if (no) return;
  const igp = igpProcess(line);
  if (igp) to.igp.processes.push(igp);
  const peers = new Map<string, Peer>();
  statement.read();
  const process = { to, peers, protocol: args[0] ?? '' };
  for (const each of to.tree.block(statement)) if (each !== statement) readStatement(each, process);
  to.tree.setAside(statement, 'routing process setting');
  for (const peer of peers.values()) addPeer(peer, peers, to);
}

interface Process {
  readonly to: CiscoScope;
  readonly peers: Map<string, Peer>;
  readonly protocol: string;
}

function readStatement(each: Statement, process: Process): void {
  const words = each.words;
  if (words[0] === 'neighbor' && words[1]) readNeighbor(each, words[1], process);
  else if (words[0] === 'peer' && words.includes('password')) readPassword(each, process);
  else if (words[0] === 'distribute-list' && words[1] && !/^(?:prefix|route-map|gateway)/.test(words[1])) {
    const binding = { acl: words[1], where: `router ${process.protocol}`, direction: null };
    process.to.draft.aclBindings.push({ ...at(each.read()), ...binding });
  }
}

function readPassword(each: Statement, { to, protocol }: Process): boolean {
  const written = readWritten(each.words, each.words.indexOf('password') + 1, true);
  if (!written) return false;
  keepSecret(to, each, { ...written, use: protocol, purpose: 'key' });
  each.read();
  return true;
}

function readNeighbor(each: Statement, name: string, process: Process): void {
  const words = each.words;
  const address = canonicalIp(name) ?? name;
  const peer = process.peers.get(address) ?? newPeer(each, address, process.protocol);
  const isPeer = canonicalIp(name) !== null;
  if (words[2] === 'remote-as') peer.remoteAs = words[3] ?? null;
  else if (words[2] === 'password') peer.authenticated = readPassword(each, process) || peer.authenticated;
  else if (words[2] === 'ao') peer.authenticated = true;
  else if (words[2] === 'peer-group' && words[3]) peer.group = words[3];
  // EOS writes it in two words.
  else if (words[2] === 'peer' && words[3] === 'group' && words[4]) peer.group = words[4];
  else if (words[2] === 'inherit') peer.group = wordAfter(words, 'peer-session') ?? peer.group;
  else if (!isPeer || process.protocol === 'bgp') {
    each.aside('routing process setting');
    if (isPeer) process.peers.set(address, peer);
    return;
  }
  process.peers.set(address, peer);
  each.read();
}

function newPeer(each: Statement, address: string, protocol: string): Peer {
  return { ...at(each), protocol, address, remoteAs: null, authenticated: false, group: null };
}

/** A neighbour takes what it does not say itself from its peer group. */
function addPeer(peer: Peer, peers: ReadonlyMap<string, Peer>, to: CiscoScope): void {
  if (canonicalIp(peer.address) === null) return;
  const { group, ...facts } = peer;
  const from = group === null ? undefined : peers.get(group);
  const remoteAs = facts.remoteAs ?? from?.remoteAs ?? null;
  const authenticated = facts.authenticated || (from?.authenticated ?? false);
  to.draft.routingPeers.push({ ...facts, remoteAs, authenticated });
}

function readLdp({ statement, args, to }: CiscoLine): void {
  if (!args.includes('password')) {
    to.tree.setAside(statement, 'routing process setting');
    return;
  }
  readPassword(statement, { to, peers: new Map(), protocol: 'ldp' });
}
