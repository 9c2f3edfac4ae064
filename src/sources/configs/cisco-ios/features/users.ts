import type { Secret } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { readWritten } from '../../kit/cisco-secrets.ts';
import { addUser } from '../../kit/cisco-users.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';

/** Local users, enable secrets, parser views and the public keys of SSH users. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('username', readUser)
    .add('enable secret', (line) => readEnable(line, 'enable'))
    .add('enable password', (line) => readEnable(line, 'enable'))
    .add('parser view', readView)
    .add('ip ssh pubkey-chain', readKeyChain)
    .aside('privilege level of a command', 'privilege')
    .aside('enable setting', 'enable last-resort, enable use-tacacs, enable algorithm-type');
}

function readUser({ statement, no, args, to }: Line): void {
  const name = args[0];
  if (name === undefined) return;
  if (no) {
    statement.read();
    return;
  }
  const kind = args.findIndex((word, i) => i > 0 && (word === 'secret' || word === 'password'));
  const before = kind < 0 ? args : args.slice(0, kind);
  const written = kind < 0 ? null : readWritten(args, kind + 1, true);
  const secret =
    written && keepSecret(to, statement, { ...written, use: `user ${name}`, purpose: 'password' });
  const acl = wordAfter(before, 'access-class');
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where: `user ${name}`, direction: null });
  const runs = before.indexOf('autocommand', 1);
  if (runs > 0) {
    const detail = `user ${name}: ${scrub(args.slice(runs + 1).join(' '))}`;
    const service = { name: 'autocommand', enabled: true, port: null, acl: null, detail };
    to.draft.services.push({ ...at(statement), ...service });
  }
  addUser(to, {
    ...at(statement),
    name,
    privilege: wholeNumber(wordAfter(before, 'privilege')),
    role: wordAfter(before, 'view'),
    secret,
  });
  statement.read();
}

function readEnable({ statement, no, args, to }: Line, use: string): void {
  if (no) {
    statement.read();
    return;
  }
  const level = args[0] === 'level' ? args[1] : null;
  const written = readWritten(args, level === null ? 0 : 2, true);
  if (!written) return;
  keepSecret(to, statement, { ...written, use: level ? `${use} ${level}` : use, purpose: 'password' });
  statement.read();
}

function readView({ statement, args, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    if (child.words[0] === 'secret') keepViewSecret(to, child, args[0] ?? '');
    else to.tree.setAside(child, 'command of a parser view');
  }
}

function keepViewSecret(to: Scope, child: Line['statement'], view: string): Secret | null {
  const written = readWritten(child.words, 1, true);
  if (!written) return null;
  child.read();
  return keepSecret(to, child, { ...written, use: `view ${view}`, purpose: 'password' });
}

/** An SSH key of a user is a way in of its own: it is reported as a service `ssh-key`. */
function readKeyChain({ statement, to }: Line): void {
  let user = '';
  for (const each of to.tree.block(statement)) {
    if (each.words[0] === 'username') user = each.words[1] ?? '';
    if (each.words[0] === 'key-hash' || each.words[0] === 'key-string') {
      const detail = `${user} ${each.words.slice(1, 3).join(' ')}`.trim();
      to.draft.services.push({ ...at(each), name: 'ssh-key', enabled: true, port: null, acl: null, detail });
    }
    each.read();
  }
}
