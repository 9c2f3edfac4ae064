import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { AclEntry } from '../../../../model/device-facts.ts';
import { bindAcl } from '../../kit/cisco-acls.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope } from '../scope.ts';

/** Names of protocols as access lists of other platforms are said to guard them. */
const GUARDS: ReadonlyMap<string, string> = new Map([
  ['ssh', 'ssh'],
  ['telnet', 'telnet'],
  ['http', 'http'],
  ['snmp', 'snmp'],
  ['tftp', 'tftp-server'],
  ['netconf', 'netconf'],
  ['xml', 'xml-agent'],
]);

/**
 * `control-plane / management-plane`: which protocols of management an interface lets in, and from whom. Each `allow`
 * becomes an access list `management-plane …` with one entry for each peer, and `any` where none is named.
 */
export function addManagementPlane(book: RuleBook<Scope>): void {
  book.add('control-plane', readControl);
}

function readControl({ statement, to }: Line): void {
  statement.read();
  for (const plane of statement.children) {
    if (plane.words[0] !== 'management-plane') {
      to.tree.setAside(plane, 'control plane');
      continue;
    }
    for (const band of plane.read().children) readBand(band, to);
  }
}

function readBand(band: Statement, to: Scope): void {
  const kind = band.words[0];
  if (kind !== 'inband' && kind !== 'out-of-band') {
    to.tree.setAside(band, 'control plane');
    return;
  }
  for (const face of band.read().children) {
    if (face.words[0] === 'interface') readFace(face, to, `${kind} ${face.words.slice(1).join('')}`);
    else if (face.words[0] === 'vrf') {
      const detail = `${kind} ${face.words.join(' ')}`;
      to.draft.services.push({
        ...at(face.read()),
        name: 'management-plane',
        enabled: true,
        port: null,
        acl: null,
        detail,
      });
    }
  }
}

function readFace(face: Statement, to: Scope, where: string): void {
  for (const allow of face.read().children) {
    const [verb, ...protocols] = allow.words.filter((word) => word !== 'peer');
    if (verb !== 'allow' || protocols.length === 0) continue;
    const entries = peersOf(allow, to);
    for (const protocol of protocols) {
      const guard = GUARDS.get(protocol.toLowerCase()) ?? 'ssh';
      const name = `management-plane ${where} ${protocol}`;
      to.acls.set(`4 ${name}`, { name, family: 'ipv4', standard: true, entries, ...atBlock(allow, to.tree) });
      bindAcl(to, allow.read(), { acl: name, where: guard });
    }
  }
}

/** Peers stand below `allow`, most often below an `address ipv4` of their own. */
function peersOf(allow: Statement, to: Scope): AclEntry[] {
  const entries: AclEntry[] = [];
  let known = true;
  for (const each of to.tree.block(allow)) {
    if (each === allow) continue;
    const text = each.words.at(-1) ?? '';
    if (text === 'ipv4' || text === 'ipv6' || text === 'peer') each.read();
    else if (networkOf(text) === null) known = false;
    else entries.push(entry(each.read(), networkOf(text) as string));
  }
  // Where a peer is not understood nobody knows whom the interface lets in.
  if (entries.length === 0 && known) entries.push(entry(allow, 'any'));
  return entries;
}

function networkOf(text: string): string | null {
  if (text.includes('/')) {
    const network = parseNetwork(text);
    return network && (network.bits === 0 ? 'any' : formatNetwork(network));
  }
  const address = canonicalIp(text);
  return address && `${address}/${address.includes(':') ? 128 : 32}`;
}

function entry(statement: Statement, source: string): AclEntry {
  return {
    ...at(statement),
    action: 'permit',
    protocol: 'ip',
    source,
    destination: 'any',
    ports: null,
    log: false,
  };
}
