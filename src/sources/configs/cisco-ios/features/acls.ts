import { addEntry, bindAcl, openAcl, readClassMap, readNamedAcl } from '../../kit/cisco-acls.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope, wholeNumber } from '../scope.ts';

/** Access lists of all forms. Where they are bound is read by the features that bind them. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('access-list', readNumbered)
    .add('ip access-list standard', (line) => readNamedAcl(line, 'standard'))
    .add('ip access-list extended', (line) => readNamedAcl(line, 'extended'))
    .add('ip access-list role-based', (line) => readNamedAcl(line, 'extended'))
    .add('ipv6 access-list', (line) => readNamedAcl(line, 'ipv6'))
    .add('class-map', readClassMap)
    .add('ip nat', readNat)
    .aside(
      'access list setting',
      'access-list compiled, access-list dynamic-extended, ip access-list resequence, ip access-list logging, ' +
        'ip access-list log-update, ip access-list helper, ip access-list persistent, ipv6 access-list log-update, ' +
        'ip access-list match-local-traffic, mac access-list',
    );
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

function readNat({ statement, args, to }: Line): void {
  const i = args.indexOf('list');
  const acl = i < 0 ? undefined : args[i + 1];
  if (acl) bindAcl(to, statement.read(), { acl, where: 'nat' });
  else to.tree.setAside(statement, 'address translation');
}
