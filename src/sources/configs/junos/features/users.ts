import type { User } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { service } from './service.ts';

const USERS = new Store(() => new Map<string, Open<User>>());
/** Words before the public key of a user: each is a way in of its own. */
const KEYS = new Set(['ssh-rsa', 'ssh-dsa', 'ssh-ecdsa', 'ssh-ed25519', 'load-key-file']);
/** What stands in place of a hash when nobody may log in by password. */
const LOCKED = new Set(['*', '!', '!!', '']);

/** Local users, the root account, and login classes. */
export function addUsers(book: PathBook<Scope>): void {
  book
    .add('system login user *', (line) => readUser(line, line.names[0] as string))
    .add('system root-authentication', (line) => readAuthentication(line, 'root', line.args))
    .add('system login class *', readClass)
    .add('system login idle-timeout', (line) => service(line, 'idle-timeout', { detail: line.args[0] ?? '' }))
    .add('system login retry-options', (line) =>
      service(line, 'login-retry-options', { detail: line.args.join(' ') }),
    )
    .add('system login password', readPolicy)
    .add('system login deny-sources', (line) =>
      service(line, 'login-deny-sources', { detail: line.args.slice(1).join(' ') }),
    )
    .add('system pic-console-authentication', (line) => readPort(line, 'pic-console'))
    .add('system diag-port-authentication', (line) => readPort(line, 'diag-port'))
    .add('system boot-loader-authentication', (line) => readPort(line, 'boot-loader'))
    .aside('banner', 'system login message, system login announcement')
    .aside('login setting', 'system login password-expiry, system login traceoptions');
}

function userOf(line: Path, name: string): Open<User> {
  const all = USERS.in(line.to);
  let user = all.get(name);
  if (!user) {
    user = { ...at(line.statement), name, privilege: null, role: null, secret: null };
    all.set(name, user);
  }
  grow(user, line);
  return user;
}

function readUser(line: Path, name: string): void {
  const { args, statement } = line;
  const user = userOf(line, name);
  if (args[0] === 'class') user.role = args[1] ?? null;
  else if (args[0] === 'authentication') return readAuthentication(line, name, args.slice(1));
  else if (args[0] !== undefined && !/^(?:uid|full-name|cli|allowed-days)$/.test(args[0])) return;
  statement.read();
}

function readAuthentication(line: Path, name: string, args: readonly string[]): void {
  const [kind, text] = args;
  const user = userOf(line, name);
  if (kind === undefined || kind === 'no-public-keys') {
    line.statement.read();
    return;
  }
  if (KEYS.has(kind)) {
    const from = args[2] === 'from' ? ` from ${args[3] ?? ''}` : '';
    service(line, 'ssh-key', { detail: `${name} ${kind}${from}`, own: `${line.statement.line}` });
    return;
  }
  if (!kind.includes('password')) return;
  if (!LOCKED.has(text ?? ''))
    user.secret = secretIn(line, text, { use: `user ${name}`, purpose: 'password' });
  line.statement.read();
}

/** Passwords of ports that ask for no user. */
function readPort(line: Path, use: string): void {
  secretIn(line, line.args[1], { use, purpose: 'password' });
  line.statement.read();
}

const CLASS_SETTINGS =
  /^(?:allow|deny)-|^(?:idle-timeout|permissions|access-start|access-end|allowed-days|login-|logical-system|tenant|no-|cli|configuration-breadcrumbs|confirm-commands|satellite|security-role)/;

function readClass(line: Path): void {
  const { args, names } = line;
  const name = names[0] as string;
  if (args[0] !== undefined && !CLASS_SETTINGS.test(args[0])) return;
  const said = args.join(' ');
  service(line, 'login-class', { detail: said === '' ? name : `${name} ${said}`, own: name });
}

function readPolicy(line: Path): void {
  const [what, value] = line.args;
  if (what === 'format') service(line, 'password-format', { detail: value ?? '' });
  else if (what === 'minimum-length') service(line, 'password-min-length', { detail: value ?? '' });
  else line.statement.aside('login setting');
}

/** Hands the users over in the order of their lines. */
export function settleUsers(to: Scope): void {
  to.draft.users = [...USERS.in(to).values()].toSorted((a, b) => a.line - b.line);
}
