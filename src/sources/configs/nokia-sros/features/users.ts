import { scrub } from '../../../kit/scrub.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { leaf, on, onLeaf } from '../leaf.ts';
import { at, type Line, type OpenUser, removed, type Scope, secretAt } from '../scope.ts';

const USER = ['system security user *', 'system security user-params local-user user *'];
const of = (tail: string): string => USER.map((base) => `${base} ${tail}`).join(', ');

/** Local users with their profiles and keys, the password of administration and the guard against guessing. */
export function addUsers(book: PathBook<Scope>): void {
  on(book, USER.join(', '), (line) => void (line.args.length === 0 && user(line)));
  onLeaf(book, of('password'), (line) => {
    const open = user(line);
    open.secret = secretAt(line, line.args, { use: `user ${open.name}`, purpose: 'password' }) ?? open.secret;
  });
  onLeaf(book, of('console member'), (line, _value, all) => {
    const open = user(line);
    for (const role of line.to.modern || !removed(line) ? all : [])
      if (!open.roles.includes(role)) open.roles.push(role);
  });
  onLeaf(book, of('console login-exec'), (line, value) =>
    runsAtLogin(line, `user ${user(line).name}`, value),
  );
  onLeaf(book, 'system login-control login-scripts global-script', (line, value) =>
    runsAtLogin(line, 'all users', value),
  );
  for (const kind of ['rsa rsa-key', 'ecdsa ecdsa-key', 'ed25519 ed25519-key']) addKey(book, kind);
  on(book, of('snmp authentication'), readOldSnmp);
  onLeaf(book, of('snmp group'), (line, value) => {
    user(line).snmpGroup = value;
  });
  addModernSnmp(book);
  onLeaf(
    book,
    'system security password admin-password, system security user-params local-user password admin-password',
    (line) => {
      if (secretAt(line, line.args, { use: 'enable', purpose: 'password' })) line.statement.read();
    },
  );
  on(book, 'system security password attempts, system security user-params attempts', readAttempts);
  book
    .aside(
      'setting of a user',
      of('console cannot-change-password') +
        `, ${[
          'console new-password-at-login',
          'home-directory',
          'access',
          'restricted-to-home',
          'rsa-key',
          'cli-engine',
          'cf-access',
          'save-when-restricted',
          'console',
          'description',
        ]
          .map(of)
          .join(', ')}`,
    )
    .aside(
      'template of users that a server knows',
      'system security user-template, system security aaa user-template',
    )
    .aside('commands of a profile', 'system security profile, system security aaa local-profiles')
    .aside(
      'password policy',
      'system security password, system security user-params local-user password, system security user-params exponential-backoff',
    );
}

function user(line: Line): OpenUser {
  const name = line.names[0] ?? '';
  line.statement.read();
  return line.to.users.open(name, line.statement, (place) => ({
    ...place,
    name,
    roles: [],
    secret: null,
    snmpGroup: null,
    auth: null,
    priv: null,
  }));
}

function runsAtLogin({ statement, to }: Line, who: string, what: string): void {
  const detail = `${who}: ${scrub(what)}`;
  to.draft.services.push({
    ...at(statement),
    name: 'autocommand',
    enabled: true,
    port: null,
    acl: null,
    detail,
  });
  statement.read();
}

/** A public key of a user is a way in of its own. */
function addKey(book: PathBook<Scope>, kind: string): void {
  const add = (line: Line): void => {
    const detail = `${user(line).name} ${kind.split(' ')[0] ?? ''} ${line.names[1] ?? ''}`.trim();
    const service = { name: 'ssh-key', enabled: true, port: null, acl: null, detail };
    line.to.draft.services.push({ ...at(line.statement), ...service });
  };
  onLeaf(book, of(`public-keys ${kind} * key-value`), add);
  book.aside('setting of a user', of(`public-keys ${kind}`));
}

/** `authentication [hash] md5 KEY [privacy des KEY]`. */
function readOldSnmp(line: Line): void {
  const { args } = line;
  const open = user(line);
  const words = args.filter((word) => word !== 'hash' && word !== 'hash2');
  if (words[0] === undefined || words[0] === 'none') return;
  const hashed = args.length > words.length;
  open.auth = words[0].replace(/-key$/, '');
  keepKey(line, words[1], hashed);
  const privacy = words.indexOf('privacy');
  if (privacy < 0 || words[privacy + 1] === 'none') return;
  open.priv = (words[privacy + 1] ?? '').replace(/-key$/, '') || null;
  keepKey(line, words[privacy + 2], hashed);
}

function keepKey(line: Line, text: string | undefined, hashed: boolean): void {
  if (text === undefined || text === 'privacy') return;
  secretAt(line, [text, ...(hashed ? ['hash2'] : [])], { use: 'snmp user' });
}

function addModernSnmp(book: PathBook<Scope>): void {
  const base = `${USER[1]} snmp authentication`;
  const key = leaf((line) => {
    user(line);
    secretAt(line, line.args, { use: 'snmp user' });
  });
  book.add(`${base} authentication-key`, key).add(`${base} privacy privacy-key`, key);
  onLeaf(book, `${base} authentication-protocol`, (line, value) => {
    user(line).auth = value;
  });
  onLeaf(book, `${base} privacy privacy-protocol`, (line, value) => {
    user(line).priv = value;
  });
}

function readAttempts(line: Line): void {
  const { statement, args, to } = line;
  const detail = args.join(' ') || null;
  to.draft.services.push({
    ...at(statement),
    name: 'login-block',
    enabled: !removed(line),
    port: null,
    acl: null,
    detail,
  });
  statement.read();
}

/** Users of the facts, and those of SNMPv3 among them. */
export function settleUsers(to: Scope): void {
  for (const { line, lineEnd, ...open } of to.users.all) {
    const place = { line, lineEnd };
    const role = open.roles.join(' ') || null;
    to.draft.users.push({ ...place, name: open.name, privilege: null, role, secret: open.secret });
    if (open.snmpGroup === null && open.auth === null) continue;
    const { name, auth, priv } = open;
    to.draft.snmp.users.push({ ...place, name, group: open.snmpGroup ?? '', auth, priv });
    const use = { area: 'snmp', subject: name } as const;
    to.draft.crypto.push({ ...place, ...use, part: 'authentication', value: auth ?? 'none' });
    to.draft.crypto.push({ ...place, ...use, part: 'cipher', value: priv ?? 'none' });
  }
}
