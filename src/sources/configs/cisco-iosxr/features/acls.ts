import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import { type AclForm, addEntry, openAcl, readClassMap } from '../../kit/cisco-acls.ts';
import { addObjectGroups, readAddressGroup } from '../../kit/cisco-object-groups.ts';
import type { OpenAcl } from '../../kit/cisco-scope.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Access lists, the groups of addresses that they name, and classes of traffic. */
export function addAcls(book: RuleBook<Scope>): void {
  addObjectGroups(book);
  book
    .add('ipv4 access-list', (line) => readList(line, 'extended'))
    .add('ipv6 access-list', (line) => readList(line, 'ipv6'))
    .add('object-group network ipv4', readAddressGroup)
    .add('object-group network ipv6', readAddressGroup)
    .add('class-map', readClassMap)
    .aside('service group', 'object-group port')
    .aside(
      'access list setting',
      'ipv4 access-list log-update, ipv6 access-list log-update, ethernet-services, acl-prefix',
    );
}

/** A list with its entries below it, or with one entry behind its name. */
function readList(line: Line, form: AclForm): void {
  const { statement, no, args, to } = line;
  const [name, ...entry] = args;
  if (name === undefined) return;
  if (no) {
    statement.read();
    if (entry.length === 0) to.acls.delete(`${form === 'ipv6' ? 6 : 4} ${name}`);
    return;
  }
  const acl = openAcl(line, name, form);
  if (entry.length === 0 || read(to, acl, { statement, words: entry })) statement.read();
  for (const child of statement.children) {
    acl.lineEnd = Math.max(acl.lineEnd, child.lineEnd);
    if (read(to, acl, { statement: child, words: child.words })) child.read();
  }
}

const HOPS = /^nexthop\d$/;

/** An entry may send what it matches to next hops: `nexthop1 [vrf V] ipv4 A`. */
function read(to: Scope, acl: OpenAcl, said: { statement: Statement; words: readonly string[] }): boolean {
  const from = said.words.findIndex((word) => HOPS.test(word));
  const words = from < 0 ? said.words : said.words.slice(0, from);
  if (from >= 0) {
    const via = said.words
      .slice(from)
      .map(canonicalIp)
      .filter((ip) => ip !== null);
    if (via.length > 0) to.redirects.push({ ...at(said.statement), acl: acl.name, via });
  }
  return addEntry(to, acl, { statement: said.statement, words });
}

/** The steps of access lists that send traffic past the routing table, with the interfaces that use the lists. */
export function settleRedirects({ draft, redirects }: Scope): void {
  if (redirects.length === 0) return;
  const uses = new Map<string, Set<string>>();
  for (const { acl, where } of draft.aclBindings) {
    if (!where.startsWith('interface ')) continue;
    const names = uses.get(acl) ?? new Set();
    uses.set(acl, names.add(where.slice('interface '.length)));
  }
  for (const [i, { acl, via, ...place }] of redirects.entries()) {
    const where = [...(uses.get(acl) ?? [])].sort();
    draft.policyRoutes.push({ ...place, map: acl, sequence: i + 1, acls: [acl], via, where });
  }
}
