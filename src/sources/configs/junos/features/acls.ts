import type { Acl, AclEntry } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import type { Path, Scope } from '../scope.ts';
import { at } from '../scope.ts';
import { FILTERS, type Filter, type Side, type Term } from './filters.ts';
import { networkOf, networksOf, prefixAcls } from './prefix-lists.ts';

/** Entries that one term may become; beyond it, networks stand as the name of the term. */
const MOST = 4000;

/** Filters that are put to use on more than an interface. */
export function addBindings(book: PathBook<Scope>): void {
  for (const family of ['inet', 'inet6'])
    book.add(`forwarding-options family ${family} filter`, (line) =>
      bindFilter(line, 'forwarding table', line.args),
    );
}

/** Binds what stands behind `filter`: `input F`, `input-list A B`, `output F`. */
export function bindFilter({ statement, to }: Path, where: string, args: readonly string[]): void {
  const [way, ...names] = args;
  if (way !== 'input' && way !== 'output' && way !== 'input-list' && way !== 'output-list') {
    if (way === 'group' || way === 'dialer') statement.read();
    return;
  }
  const direction = way.startsWith('input') ? 'in' : 'out';
  const used = names.at(-2) === 'precedence' ? names.slice(0, -2) : names;
  for (const acl of used) to.draft.aclBindings.push({ ...at(statement), acl, where, direction });
  statement.read();
}

/** Hands over filters and prefix lists, once all are known. */
export function settleAcls(to: Scope): void {
  const filters = [...FILTERS.in(to).values()].map((filter) => aclOf(filter, to));
  to.draft.acls = [
    ...to.draft.acls.filter((acl) => acl.name.startsWith(CLIENTS)),
    ...filters,
    ...prefixAcls(to),
  ];
  to.draft.acls.sort((a, b) => a.line - b.line);
}

/** Beginning of the names of lists that SNMP communities carry themselves. */
export const CLIENTS = 'snmp clients ';

function aclOf({ name, family, terms, line, lineEnd }: Filter, to: Scope): Acl {
  const entries = [...terms.values()].flatMap((term) => entriesOf(term, to));
  return { line, lineEnd, name, family, entries };
}

interface Network {
  readonly network: string;
  /** The prefix list that names it. */
  readonly through: string | null;
}

interface Resolved {
  readonly networks: readonly Network[];
  readonly except: readonly string[];
}

function entriesOf(term: Term, to: Scope): AclEntry[] {
  if (term.action === 'next') return [];
  const source = resolve(term.source, to);
  const destination = resolve(term.destination, to);
  const protocols = term.protocols.length > 0 ? [...new Set(term.protocols)] : ['ip'];
  const { line, lineEnd, log } = term;
  const ports = conditionsOf(term, { source, destination });
  const common = { line, lineEnd, action: term.action ?? 'permit', ports, log } as const;
  const count = source.networks.length * protocols.length * destination.networks.length;
  const ends =
    count > MOST ? [`host-group term ${term.name}`] : destination.networks.map((each) => each.network);
  return source.networks.slice(0, MOST).flatMap(({ network, through }) =>
    protocols.flatMap((protocol) =>
      ends.map((end) => ({
        ...common,
        protocol,
        source: network,
        destination: end,
        ...(through === null ? {} : { through }),
      })),
    ),
  );
}

function resolve(side: Side, to: Scope): Resolved {
  const own = side.networks.map((text) => ({ network: networkOf(text) ?? text, through: null }));
  const listed = side.lists.flatMap((through) =>
    (networksOf(to, through) ?? [`host-group ${through}`]).map((network) => ({ network, through })),
  );
  const asked = own.length + side.lists.length > 0;
  return { networks: asked ? [...own, ...listed] : [{ network: 'any', through: null }], except: side.except };
}

function conditionsOf(
  term: Term,
  { source, destination }: { source: Resolved; destination: Resolved },
): string | null {
  const parts = [
    term.sourcePorts.length > 0 ? `from eq ${term.sourcePorts.join(' ')}` : '',
    term.ports.length > 0 ? `eq ${term.ports.join(' ')}` : '',
    source.except.length > 0 ? `source except ${source.except.join(' ')}` : '',
    destination.except.length > 0 ? `destination except ${destination.except.join(' ')}` : '',
    ...term.others,
  ];
  return (
    parts
      .filter((part) => part !== '')
      .join(', ')
      .slice(0, 2000) || null
  );
}
