import { formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import type { Acl, AclEntry, At } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';

interface List extends Open<At> {
  readonly networks: (At & { readonly network: string })[];
  /** Patterns of paths whose last words are the networks. */
  readonly paths: string[];
}

const LISTS = new Store(() => new Map<string, List>());
const MOST = 100_000;

/** Prefix lists, which filters and SNMP name. */
export function addPrefixLists(book: PathBook<Scope>): void {
  book
    .add('policy-options prefix-list *', (line) => readList(line, line.names[0] as string))
    .add('snmp client-list *', (line) => readList(line, line.names[0] as string));
}

/** A network in CIDR with host bits cleared, `any` for all; null for other text. */
export function networkOf(text: string): string | null {
  const network = parseNetwork(text);
  if (!network) return null;
  return network.bits === 0 ? 'any' : formatNetwork(network);
}

function readList(line: Path, name: string): void {
  const { args, statement, to } = line;
  const all = LISTS.in(to);
  const list = all.get(name) ?? { ...at(statement), networks: [], paths: [] };
  all.set(name, list);
  grow(list, line);
  if (args[0] === 'apply-path' && args[1]) list.paths.push(args[1]);
  else if (args[0] !== undefined) {
    const network = networkOf(args[0]);
    if (network === null) return;
    list.networks.push({ ...at(statement), network });
  }
  statement.read();
}

/** The networks of a prefix list; null when the configuration does not hold the list. */
export function networksOf(to: Scope, name: string): readonly string[] | null {
  const list = LISTS.in(to).get(name);
  if (!list) return null;
  const pathed = list.paths.flatMap((path) => resolved(to, path));
  return [...list.networks.map((each) => each.network), ...pathed];
}

/** `apply-path "protocols bgp group <*> neighbor <*>"` names what stands in the configuration itself. */
function resolved(to: Scope, path: string): string[] {
  const words = path.split(' ').filter((word) => word !== '');
  const found = to.index?.expand(words, true) ?? [];
  const networks = found.slice(0, MOST).map((each) => networkOf(each.at(-1) ?? ''));
  return [...new Set(networks.filter((each): each is string => each !== null))];
}

/** Prefix lists as access lists that permit what they name: so they read where they guard something. */
export function prefixAcls(to: Scope): Acl[] {
  return [...LISTS.in(to)].map(([name, { line, lineEnd, networks, paths }]) => {
    const own = networks.map(({ network, ...place }) => entryOf(network, place));
    const pathed = paths
      .flatMap((path) => resolved(to, path))
      .map((each) => entryOf(each, { line, lineEnd }));
    const entries = [...own, ...pathed];
    const six = entries.length > 0 && entries.every((entry) => entry.source.includes(':'));
    return { line, lineEnd, name, family: six ? 'ipv6' : 'ipv4', entries };
  });
}

function entryOf(source: string, place: At): AclEntry {
  return { ...place, action: 'permit', protocol: 'ip', source, destination: 'any', ports: null, log: false };
}
