import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type OpenAcl, type Scope, wholeNumber } from '../scope.ts';
import { readExtendedEntry, readStandardEntry } from './acl-entry.ts';
import { groupOf } from './object-groups.ts';

/** Access lists of all forms. Where they are bound is read by the features that bind them. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('access-list', readNumbered)
    .add('ip access-list standard', (line) => readNamed(line, 'standard'))
    .add('ip access-list extended', (line) => readNamed(line, 'extended'))
    .add('ip access-list role-based', (line) => readNamed(line, 'extended'))
    .add('ipv6 access-list', (line) => readNamed(line, 'ipv6'))
    .add('class-map', readClassMap)
    .add('ip nat', readNat)
    .aside(
      'access list setting',
      'access-list compiled, access-list dynamic-extended, ip access-list resequence, ip access-list logging, ' +
        'ip access-list log-update, ip access-list helper, ip access-list persistent, ipv6 access-list log-update, ' +
        'ip access-list match-local-traffic, mac access-list',
    );
}

type Form = 'standard' | 'extended' | 'ipv6';

function openAcl({ to, statement }: Line, name: string, form: Form): OpenAcl {
  const key = `${form === 'ipv6' ? 6 : 4} ${name}`;
  let acl = to.acls.get(key);
  if (!acl) {
    const family = form === 'ipv6' ? 'ipv6' : 'ipv4';
    acl = { name, family, standard: form === 'standard', entries: [], ...at(statement) };
    to.acls.set(key, acl);
  }
  acl.lineEnd = Math.max(acl.lineEnd, statement.lineEnd);
  return acl;
}

/** Adds the entry that the words of a statement say; the number of an entry may stand before it. */
function addEntry(
  to: Scope,
  acl: OpenAcl,
  said: { statement: Statement; words: readonly string[] },
): boolean {
  const { statement, words } = said;
  const start = wholeNumber(words[0]) === null ? 0 : 1;
  const rest = words.slice(words[start] === 'sequence' ? start + 2 : start);
  if (rest[0] === 'remark' || rest[0] === 'default') return true;
  const read = acl.standard ? readStandardEntry(rest) : readExtendedEntry(rest, acl.family === 'ipv6');
  if (!read) return false;
  const { line, lineEnd } = statement;
  const { action, protocol, source, destination, ports, log } = read;
  const entry = { line, lineEnd, action, protocol, source, destination, ports, log };
  acl.entries.push(entry);
  // What a group stands for may come later: until then nobody knows whom the entry lets in.
  if (groupOf(entry) !== null) {
    to.grouped.push({ acl, entry, statement });
    return false;
  }
  return true;
}

function readNumbered(line: Line): void {
  const { statement, no, args, to } = line;
  const number = wholeNumber(args[0]);
  if (number === null || no) return;
  if ((number >= 200 && number < 1300) || (number >= 2700 && number <= 2999)) {
    to.tree.setAside(statement, 'access list of another protocol');
    return;
  }
  const standard = number < 100 || (number >= 1300 && number < 2000);
  const acl = openAcl(line, String(number), standard ? 'standard' : 'extended');
  if (addEntry(to, acl, { statement, words: args.slice(1) })) statement.read();
}

function readNamed(line: Line, form: Form): void {
  const { statement, no, args, to } = line;
  const name = args[0];
  if (name === undefined || no) return;
  const acl = openAcl(line, name, form);
  statement.read();
  for (const child of statement.children) {
    acl.lineEnd = Math.max(acl.lineEnd, child.lineEnd);
    if (addEntry(to, acl, { statement: child, words: child.words })) child.read();
  }
}

function bind(to: Scope, statement: Statement, binding: { acl: string; where: string }): void {
  to.draft.aclBindings.push({ ...at(statement), ...binding, direction: null });
}

function readClassMap({ statement, args, to }: Line): void {
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] !== 'match' || words[1] !== 'access-group') continue;
    const acl = words[2] === 'name' ? words[3] : words[2];
    if (acl) bind(to, child.read(), { acl, where: `class-map ${args.at(-1) ?? ''}` });
  }
  to.tree.setAside(statement, 'quality of service');
}

function readNat({ statement, args, to }: Line): void {
  const i = args.indexOf('list');
  const acl = i < 0 ? undefined : args[i + 1];
  if (acl) bind(to, statement.read(), { acl, where: 'nat' });
  else to.tree.setAside(statement, 'address translation');
}
