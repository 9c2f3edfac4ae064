import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Static routes: `router static`, with a block for each VRF and address family. */
export function addRoutes(book: RuleBook<Scope>): void {
  book.add('router static', (line) => {
    if (!line.no) readStatic(line);
  });
}

function readStatic({ statement, to }: Line): void {
  let vrf: { readonly name: string; readonly depth: number } | null = null;
  for (const each of to.tree.block(statement)) {
    if (vrf && each.depth <= vrf.depth) vrf = null;
    const { words } = each;
    if (each === statement || words[0] === 'address-family') each.read();
    else if (words[0] === 'vrf' && words[1]) {
      vrf = { name: words[1], depth: each.depth };
      each.read();
    } else readRoute(each, to, vrf?.name ?? null);
  }
  to.tree.setAside(statement, 'static route setting');
}

const VIA = /^(?:[A-Z][A-Za-z-]*\d[\w/.]*|tunnel-[a-z]+\d+|Null0)$/;

/** `PREFIX [vrf V] [INTERFACE] [NEXT HOP] [distance] [tag …]`. */
function readRoute(statement: Statement, to: Scope, vrf: string | null): void {
  const words = statement.words;
  const network = words[0]?.includes('/') ? parseNetwork(words[0]) : null;
  if (!network) return;
  const via: string[] = [];
  for (const word of words.slice(words[1] === 'vrf' ? 3 : 1)) {
    const hop = canonicalIp(word) ?? (VIA.test(word) ? word : null);
    if (hop === null) break;
    via.push(hop);
  }
  // A route through another VRF may name that alone.
  if (via.length === 0 && words[1] === 'vrf' && words[2]) via.push(`vrf ${words[2]}`);
  if (via.length === 0) return;
  to.draft.routes.push({ ...at(statement.read()), prefix: formatNetwork(network), via: via.join(' '), vrf });
}
