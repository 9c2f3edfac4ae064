import type { Statement } from '../../../../base/statement-tree.ts';
import type { Secret } from '../../../../model/device-facts.ts';
import { addUser } from '../../kit/cisco-users.ts';
import { gradeHash } from '../../kit/crypt-strength.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope } from '../scope.ts';
import { readXr } from '../secrets.ts';

/** Local users of the router and of the host system below it, with their groups. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('username', readUser)
    .add('aaa authentication users user', readHostUser)
    .add('aaa disaster-recovery', readRecovery)
    .aside('task and user group', 'taskgroup, usergroup, aaa default-taskgroup')
    .aside(
      'rights of the host system',
      'aaa authorization cmdrules, aaa authorization datarules, aaa authentication groups',
    );
}

const USER_SETTINGS = new Set(['policy', 'login-history', 'masked-secret', 'max-sessions', 'description']);

/** `username NAME` with `group`, `secret` and `password` below it or, in one line, behind it. */
function readUser({ statement, no, args, to }: Line): void {
  const name = args[0];
  if (name === undefined || no) return;
  statement.read();
  const groups: string[] = [];
  let secret: Secret | null = null;
  const take = (said: Statement, words: readonly string[]): boolean => {
    if (words[0] === 'group' && words[1]) groups.push(words[1]);
    else if (words[0] === 'secret' || words[0] === 'password') secret = keep(to, said, { words, name });
    else return USER_SETTINGS.has(words[0] ?? '');
    return true;
  };
  take(statement, args.slice(1));
  for (const child of statement.children) if (take(child, child.words)) child.read();
  const role = groups.join(', ') || null;
  addUser(to, { ...atBlock(statement, to.tree), name, privilege: null, role, secret });
}

function keep(
  to: Scope,
  statement: Statement,
  { words, name }: { words: readonly string[]; name: string },
): Secret | null {
  const written = readXr(words, 1);
  if (!written) return null;
  const strength = gradeHash(written.text) ?? to.forms.grade(written.type, 'password');
  return to.secrets.keep({ use: `user ${name}`, ...written, strength }, at(statement));
}

/** Accounts of the host system stand in the configuration of the administration plane. */
function readHostUser({ statement, no, args, to }: Line): void {
  const name = args[0];
  if (name === undefined || no) return;
  statement.read();
  let secret: Secret | null = null;
  for (const child of statement.children) {
    if (child.words[0] === 'password') secret = keep(to, child, { words: child.words, name });
    child.read();
  }
  addUser(to, { ...atBlock(statement, to.tree), name, privilege: null, role: 'host system', secret });
}

/** The account that the console asks for when the configuration is lost. */
function readRecovery({ statement, no, args, to }: Line): void {
  const [kind, name, ...words] = args;
  if (kind !== 'username' || !name || no) return;
  const secret = keep(to, statement.read(), { words, name });
  addUser(to, { ...at(statement), name, privilege: null, role: 'disaster recovery', secret });
}
