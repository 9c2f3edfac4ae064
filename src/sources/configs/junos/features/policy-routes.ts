import { canonicalIp } from '../../../../base/ip.ts';
import type { Scope } from '../scope.ts';
import { FILTERS, type Term } from './filters.ts';

/** Terms of filters that send traffic elsewhere than the routing table would. */
export function settlePolicyRoutes(to: Scope): void {
  const where = boundTo(to);
  to.draft.policyRoutes = [...FILTERS.in(to).values()].flatMap(({ name, terms }) =>
    [...terms.values()].flatMap((term, i) => {
      const via = viaOf(term);
      if (via.length === 0) return [];
      const { line, lineEnd } = term;
      const step = { map: name, sequence: (i + 1) * 10, acls: [name], via, where: where.get(name) ?? [] };
      return [{ line, lineEnd, ...step }];
    }),
  );
}

function viaOf(term: Term): string[] {
  return term.others.flatMap((text) => {
    const [then, what, value] = text.split(' ');
    if (then !== 'then' || value === undefined) return [];
    if (what === 'routing-instance') return [`table ${value}`];
    if (what === 'next-ip' || what === 'next-ip6')
      return [canonicalIp(value.split('/')[0] as string) ?? value];
    return what === 'next-interface' ? [value] : [];
  });
}

/** Interfaces by the filter that stands on them; `local` for the device itself. */
function boundTo(to: Scope): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const { acl, where } of to.draft.aclBindings) {
    const name = where === 'lo0' ? 'local' : where.startsWith('interface ') ? where.slice(10) : null;
    if (name === null) continue;
    const names = out.get(acl);
    if (names) names.push(name);
    else out.set(acl, [name]);
  }
  return out;
}
