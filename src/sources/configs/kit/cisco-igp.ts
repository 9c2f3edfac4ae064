import type { IgpProcess, RoutingProof } from './cisco-igp-facts.ts';
import type { CiscoLine } from './cisco-scope.ts';
import { wildcardNetwork } from './mask.ts';

const PROTOCOLS: ReadonlyMap<string, IgpProcess['protocol']> = new Map([
  ['ospf', 'ospf'],
  ['isis', 'isis'],
  ['eigrp', 'eigrp'],
]);

/** What a `router …` block says of authentication; null for processes of another kind. Nothing is marked as read. */
export function igpProcess({ statement, args, to }: CiscoLine): IgpProcess | null {
  const protocol = PROTOCOLS.get(args[0] ?? '');
  if (!protocol) return null;
  const vrf = args.indexOf('vrf');
  const networks: { network: string; area: string | null }[] = [];
  const passive = new Map<string, boolean>();
  const proofs = new Map<string, RoutingProof>();
  let passiveByDefault = false;
  for (const { words } of to.tree.block(statement)) {
    const no = words[0] === 'no';
    const rest = no ? words.slice(1) : words;
    if (rest[0] === 'passive-interface') {
      if (rest[1] === 'default') passiveByDefault = !no;
      else if (rest[1]) passive.set(rest[1], !no);
    } else if (rest[0] === 'network' && !no) networks.push(networkOf(rest));
    else if (!no) noteProof(rest, protocol, proofs);
  }
  const name = args[1] ?? '';
  const place = { statement, protocol, name, vrf: vrf < 0 ? null : (args[vrf + 1] ?? null) };
  return { ...place, networks, passiveByDefault, passive, proofs };
}

function networkOf(words: readonly string[]): { network: string; area: string | null } {
  const [, address = '', wildcard] = words;
  const area = words.indexOf('area');
  const network = wildcard && area !== 2 ? wildcardNetwork(address, wildcard) : null;
  return { network: network ?? address, area: area < 0 ? null : (words[area + 1] ?? null) };
}

function noteProof(
  words: readonly string[],
  protocol: IgpProcess['protocol'],
  proofs: Map<string, RoutingProof>,
): void {
  if (protocol === 'ospf' && words[0] === 'area' && words[2] === 'authentication')
    proofs.set(words[1] ?? '', proofOf(words.slice(3)));
  else if (words[0] === 'authentication' && words[1] === 'mode') proofs.set('', proofOf(words.slice(2)));
  else if (words[0] === 'area-password' || words[0] === 'domain-password')
    proofs.set('', words.includes('validate') ? 'text' : (proofs.get('') ?? 'text'));
}

const PROOFS: ReadonlyMap<string, RoutingProof> = new Map([
  ['message-digest', 'md5'],
  ['md5', 'md5'],
  ['null', 'none'],
  ['key-chain', 'key-chain'],
  ['hmac-sha-256', 'hmac-sha-256'],
]);

/** The proof that words behind `authentication` choose; a bare word is a password in plain text. */
export function proofOf(words: readonly string[]): RoutingProof {
  for (const word of words) {
    const proof = PROOFS.get(word);
    if (proof) return proof;
  }
  return 'text';
}
