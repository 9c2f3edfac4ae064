import type { Statement } from '../../../../base/statement-tree.ts';
import { type NestedForm, readNestedPeers } from '../../kit/cisco-nested-peers.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

const FORM: NestedForm = {
  templates: [
    ['template', 'peer'],
    ['template', 'peer-session'],
  ],
  inherits: [
    ['inherit', 'peer'],
    ['inherit', 'peer-session'],
  ],
};

/** Neighbours of BGP; the rest of the routing processes is set aside. */
export function addRouting(book: RuleBook<Scope>): void {
  book
    .add('router bgp', ({ statement, no, to }) => {
      if (!no) readNestedPeers(statement, 'bgp', { to, form: FORM });
      finish(statement, to);
    })
    .add('router', readProcess)
    .aside('routing process setting', 'mpls ldp, mpls, segment-routing, ip load-sharing, router-id');
}

function readProcess({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) {
    const [first, acl = '', how = ''] = each.words;
    if (first !== 'distribute-list' || /^(?:prefix|route-map)/.test(acl) || !/^(?:in|out)$/.test(how))
      continue;
    to.draft.aclBindings.push({ ...at(each.read()), acl, where: 'router', direction: null });
  }
  finish(statement, to);
}

function finish(statement: Statement, to: Scope): void {
  to.tree.setAside(statement, 'routing process setting');
  statement.read();
}
