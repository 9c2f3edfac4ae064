import type { PathBook } from '../../kit/path-book.ts';
import { on } from '../leaf.ts';
import { at, type Line, removed, type Scope, vrfOf, wordAfter } from '../scope.ts';
import { networkOf } from './filter-entry.ts';

const HOPS = 'next-hop indirect black-hole blackhole interface ipsec-tunnel'.split(' ');

/** Static routes of all routers. */
export function addRoutes(book: PathBook<Scope>): void {
  const bases = ['static-route-entry *', 'static-routes route * route-type *'];
  for (const base of bases) {
    for (const hop of HOPS) on(book, `router * ${base} ${hop}`, (line) => readHop(line, hop));
    book.aside(
      'setting of a route',
      ['description', 'tag', 'backup-tag', 'community', 'grt', 'shutdown']
        .map((word) => `router * ${base} ${word}`)
        .join(', '),
    );
  }
  on(book, 'router * static-route', readOld);
  book.aside('setting of a route', 'router * static-routes hold-down, router * static-route-hold-down');
}

/** The network of a route; that of all addresses is written out, unlike in filters. */
function prefixOf(text: string): string {
  const network = networkOf(text, null);
  return network === 'any' ? text : network;
}

function addRoute({ statement, names, to }: Line, prefix: string, via: string): void {
  const vrf = vrfOf(names[0]);
  const { routes } = to.draft;
  const last = routes.at(-1);
  // Further statements of one hop only tell its settings.
  const same = last?.prefix === prefix && last.via === via && last.vrf === vrf;
  if (same) routes[routes.length - 1] = { ...last, lineEnd: Math.max(last.lineEnd, statement.lineEnd) };
  else routes.push({ ...at(statement), prefix, via, vrf });
  statement.read();
}

function readHop(line: Line, hop: string): void {
  const named = hop.startsWith('black') ? 'black-hole' : (line.args[0] ?? '');
  if (named === '' || removed(line)) return;
  const via = hop === 'ipsec-tunnel' ? `ipsec-tunnel ${named}` : named;
  addRoute(line, prefixOf(line.names[1] ?? ''), via);
}

/** `static-route 192.0.2.0/24 next-hop 198.51.100.1`. */
function readOld(line: Line): void {
  const [prefix = ''] = line.args;
  const via =
    wordAfter(line.args, 'next-hop') ??
    wordAfter(line.args, 'indirect') ??
    (line.args.includes('black-hole') ? 'black-hole' : null);
  if (via !== null && !removed(line)) addRoute(line, prefixOf(prefix), via);
}
