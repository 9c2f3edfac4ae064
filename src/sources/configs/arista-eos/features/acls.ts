import { type AclForm, bindAcl, readClassMap, readNamedAcl } from '../../kit/cisco-acls.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

const SETTINGS = new Set(['statistics', 'counters', 'fragment-rules', 'hardware']);

/** Access lists, and the one that guards the control plane. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('ip access-list', (line) => readList(line, 'extended'))
    .add('ip access-list standard', (line) => readList(line, 'standard'))
    .add('ipv6 access-list', (line) => readList(line, 'ipv6'))
    .add('ipv6 access-list standard', (line) => readList(line, 'ipv6-standard'))
    .add('class-map', readClassMap)
    .add('system control-plane', readControlPlane)
    .add('control-plane', readControlPlane)
    .add('ip nat', readNat)
    .aside('access list setting', 'mac access-list, ip access-list log, ip access-group');
}

function readList(line: Line, form: AclForm): void {
  for (const child of line.statement.children)
    if (SETTINGS.has(child.words[0] ?? '') || child.words[1] === 'statistics')
      child.aside('access list setting');
  readNamedAcl(line, form);
}

function readControlPlane({ statement, to }: Line): void {
  for (const child of statement.children) {
    const [family, what, acl] = child.words;
    if ((family !== 'ip' && family !== 'ipv6') || what !== 'access-group' || !acl) continue;
    to.draft.aclBindings.push({ ...at(child.read()), acl, where: 'copp', direction: 'in' });
  }
  to.tree.setAside(statement, 'control plane');
  statement.read();
}

function readNat({ statement, args, to }: Line): void {
  const i = args.indexOf('access-list');
  const acl = i < 0 ? undefined : args[i + 1];
  if (acl) bindAcl(to, statement.read(), { acl, where: 'nat' });
  else to.tree.setAside(statement, 'address translation');
}
