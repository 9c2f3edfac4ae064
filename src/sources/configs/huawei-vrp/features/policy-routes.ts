import { canonicalIp } from '../../../../base/ip.ts';
import type { PolicyRoute } from '../../../../model/device-facts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope, wholeNumber } from '../scope.ts';

/** Traffic that policy sends past the routing table. */
export function addPolicyRoutes(book: RuleBook<Scope>): void {
  book.add('policy-based-route', readNode).add('ip local policy-based-route', ({ statement, args, to }) => {
    if (args[0]) usePolicy(to, args[0], 'local');
    statement.read();
  });
}

/** Notes where a policy is put to use. */
export function usePolicy(to: Scope, map: string, where: string): void {
  const places = to.policies.get(map) ?? [];
  places.push(where);
  to.policies.set(map, places);
}

/** `policy-based-route NAME permit node 5`, with `if-match acl` and `apply … next-hop` below it. */
function readNode({ statement, no, args, to }: Line): void {
  const [map = ''] = args;
  if (no || map === '' || args.length < 3) return;
  const acls: string[] = [];
  const via: string[] = [];
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'if-match' && words[1] === 'acl' && words[2]) acls.push(words.at(-1) as string);
    else if (
      words[0] === 'apply' &&
      /^(?:ip-address|output-interface|next-hop|default|ipv6-address)$/.test(words[1] ?? '')
    )
      via.push(
        ...words
          .slice(2)
          .filter((word) => !/^(?:next-hop|output-interface|default|ip-address|track)$/.test(word))
          .map((word) => canonicalIp(word) ?? word),
      );
    else {
      to.tree.setAside(child, 'routing policy');
      continue;
    }
    child.read();
  }
  if (via.length === 0) return;
  to.policyRoutes.push({
    ...atBlock(statement, to.tree),
    map,
    sequence: wholeNumber(args.at(-1)) ?? 0,
    acls,
    via,
  });
}

/** Policy routes of the facts, with where each is put to use. */
export function settlePolicyRoutes(to: Scope): void {
  const routes: PolicyRoute[] = to.policyRoutes.map((route) => ({
    ...route,
    where: to.policies.get(route.map) ?? [],
  }));
  to.draft.policyRoutes.push(...routes);
}
