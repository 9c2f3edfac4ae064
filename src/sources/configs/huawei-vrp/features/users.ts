import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope, secretAt, tellService, wholeNumber, wordAfter } from '../scope.ts';

type User = ReturnType<Scope['users']['open']>;

/** The password for more rights, and the firewalls' own administrators; local users stand in `aaa`. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('super password', readSuper)
    .add('set save-configuration backup-to-server', readBackup)
    .add('rsa peer-public-key', readKey)
    .add('dsa peer-public-key', readKey)
    .add('ecc peer-public-key', readKey)
    .add('local-user', ({ statement, no, args, to }) => readLocalUser(statement, { no, args, to }))
    .aside(
      'setting of users',
      'user-group, user-manage, set save-configuration, password-control, local-aaa-user',
    );
}

/** The user of a name. */
export function userOf(to: Scope, statement: Statement, name: string): User {
  return to.users.open(name, statement, (place) => ({
    ...place,
    name,
    privilege: null,
    role: null,
    secret: null,
  }));
}

const SETTINGS = new Set(
  'access-limit idle-timeout idle-cut state ftp-directory acl-number vlan-id callback-number device-type time-range expire-date user-type bind ssh-directory http-directory'.split(
    ' ',
  ),
);

/** One statement of a local user: its password, its level, what it may log in with. */
export function readLocalUser(
  statement: Statement,
  { no, args, to }: { readonly no: boolean; readonly args: readonly string[]; readonly to: Scope },
): void {
  const [name, what] = args;
  if (!name || name === 'policy') {
    to.tree.setAside(statement, 'setting of users');
    return;
  }
  if (no) {
    statement.read();
    return;
  }
  const user = userOf(to, statement, name);
  if (what === undefined) {
    statement.read();
    return;
  }
  let known = SETTINGS.has(what);
  const password = args.indexOf('password', 1) + 1;
  if (password > 0) {
    user.secret =
      secretAt(to, statement, { words: args, from: password, use: `user ${name}`, purpose: 'password' }) ??
      user.secret;
    known = true;
  }
  const level = wholeNumber(wordAfter(args.slice(1), 'level'));
  if (level !== null && (what === 'privilege' || what === 'level')) user.privilege = level;
  if (what === 'user-group') user.role = args[2] ?? null;
  known ||= level !== null || what === 'user-group';
  if (known) statement.read();
  else if (what === 'service-type') to.tree.setAside(statement, 'ways in of a user');
}

/** `manager-user X` of firewalls: the settings stand below it. */
export function readManager(statement: Statement, to: Scope): void {
  const name = statement.words[1] ?? '';
  const user = userOf(to, statement.read(), name);
  user.lineEnd = atBlock(statement, to.tree).lineEnd;
  for (const child of statement.children) {
    const [first, second] = child.words;
    if (first === 'password') {
      const use = `user ${name}`;
      user.secret = secretAt(to, child, { words: child.words, from: 1, use, purpose: 'password' });
      child.read();
    } else if (first === 'level') {
      user.privilege = wholeNumber(second);
      child.read();
    } else if (first === 'service-type') to.tree.setAside(child, 'ways in of a user');
    else if (
      first === 'ssh' ||
      first === 'authentication-scheme' ||
      first === 'access-limit' ||
      first === 'undo'
    )
      to.tree.setAside(child, 'setting of users');
  }
}

function readSuper({ statement, no, args, to }: Line): void {
  if (!no) {
    const level = args[0] === 'level' ? (args[1] ?? '') : '';
    const from = level === '' ? 0 : 2;
    const use = level === '' ? 'enable' : `enable ${level}`;
    if (!secretAt(to, statement, { words: args, from, use, purpose: 'password' })) return;
  }
  statement.read();
}

/** The device sends its configuration to a server by itself: a way out, with a password. */
function readBackup({ statement, no, args, to }: Line): void {
  const from = args.indexOf('password') + 1;
  if (from > 0) secretAt(to, statement, { words: args, from, use: 'archive', purpose: 'password' });
  const server = wordAfter(args, 'server') ?? '';
  const way = wordAfter(args, 'transport-type') ?? '';
  tellService(to, statement, { name: 'archive', enabled: !no, detail: `${way} ${server}`.trim() || null });
}

/** The public key of somebody who may log in with it. */
function readKey({ statement, args, to }: Line): void {
  const service = { name: 'ssh-key', enabled: true, port: null, acl: null, detail: args[0] ?? null };
  to.draft.services.push({ ...atBlock(statement, to.tree), ...service });
  for (const each of to.tree.block(statement)) each.read();
}
