import type { Statement } from '../../../../base/statement-tree.ts';
import { bindAcl, openAcl, pushEntry } from '../../kit/cisco-acls.ts';
import { readMember } from '../../kit/cisco-object-groups.ts';
import type { GroupMember } from '../../kit/cisco-scope.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';
import { readAsaEntry } from './acl-entry.ts';

/** Access lists, the objects and groups that they name, and the interfaces that they guard. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('access-list', readList)
    .add('access-group', readBinding)
    .add('object network', readObject)
    .add('object-group network', readObject)
    .aside('service group', 'object service, object-group')
    .aside('access list setting', 'access-list alert-interval, access-list deny-flow-max');
}

const FORMS = new Set(['extended', 'standard', 'advanced']);

/** `access-list NAME [line N] extended permit …`; a form that is left out is the extended one. */
function readList(line: Line): void {
  const { statement, no, args, to } = line;
  const [name] = args;
  if (!name || no) return;
  let words = args.slice(args[1] === 'line' ? 3 : 1);
  const form = FORMS.has(words[0] ?? '') ? (words[0] as string) : 'extended';
  if (words[0] === form) words = words.slice(1);
  if (words[0] === 'remark' || words.includes('inactive')) {
    statement.read();
    return;
  }
  if (words[0] === 'webtype' || words[0] === 'ethertype') {
    to.tree.setAside(statement, 'access list of another protocol');
    return;
  }
  const read = readAsaEntry(words, { standard: form === 'standard', names: to.names });
  if (!read) return;
  const acl = openAcl(line, name, 'extended');
  if (pushEntry(to, acl, { statement, read })) statement.read();
}

/** `access-group A in|out interface I [control-plane]`, `access-group A global`. */
function readBinding({ statement, no, args, to }: Line): void {
  const [acl, how, , face] = args;
  if (!acl || no) return;
  if (how === 'global') bindAcl(to, statement.read(), { acl, where: 'global' });
  else if (args.includes('control-plane')) bindAcl(to, statement.read(), { acl, where: 'copp' });
  else if (face && (how === 'in' || how === 'out')) {
    to.draft.aclBindings.push({ ...at(statement), acl, where: `interface ${face}`, direction: how });
    statement.read();
  }
}

/** An object is a group of one. Its translation of addresses may stand below it as well. */
function readObject({ statement, no, args, to }: Line): void {
  const [name] = args;
  if (!name || no) return;
  const members = to.groups.get(name) ?? [];
  to.groups.set(name, members);
  statement.read();
  for (const child of statement.children) readPart(child, { members, to });
}

const ASIDE: ReadonlyMap<string, string> = new Map([
  ['nat', 'address translation'],
  ['description', 'access list setting'],
]);

function readPart(child: Statement, { members, to }: { members: GroupMember[]; to: Scope }): void {
  const aside = ASIDE.get(child.words[0] ?? '');
  if (aside) {
    child.aside(aside);
    return;
  }
  const member = memberOf(child.words, to.names);
  // A group of which one line is not understood may let in more than the others say.
  members.push(member ?? { group: '' });
  if (member) child.read();
}

/** `host A`, `subnet A M`, `range A B`, `network-object host|object|A …`, `group-object G`. */
function memberOf(said: readonly string[], names: ReadonlyMap<string, string>): GroupMember | null {
  let words = said.map((word) => names.get(word) ?? word);
  if (words[0] === 'subnet' || words[0] === 'network-object') words = words.slice(1);
  if (words[0] === 'object') return words[1] ? { group: words[1] } : null;
  return words[0] === 'fqdn' ? null : readMember(words);
}
