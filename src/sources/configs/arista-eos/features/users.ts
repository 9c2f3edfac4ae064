import { keepPassword } from '../../kit/cisco-hash.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addUser } from '../../kit/cisco-users.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';

/** Local users, the account `root` of the system below, enable secrets and roles. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('username', readUser)
    .add('aaa root', readRoot)
    .add('enable secret', (line) => readEnable(line, 'enable'))
    .add('enable password', (line) => readEnable(line, 'enable'))
    .add('boot secret', (line) => readEnable(line, 'boot'))
    .aside('rule of a role', 'role')
    .aside('privilege level of a command', 'privilege');
}

/** `username U [privilege N] [role R] secret sha512 HASH | nopassword`, `username U ssh-key KEY`, `username U shell PATH`. */
function readUser({ statement, no, args, to }: Line): void {
  const name = args[0];
  if (name === undefined || no) return;
  const kind = args.findIndex((word, i) => i > 0 && (word === 'secret' || word === 'password'));
  const before = kind < 0 ? args.slice(1) : args.slice(1, kind);
  const written = kind < 0 ? null : to.forms.written(args, kind + 1);
  const secret =
    written && written.type !== '*' ? keepPassword(to, statement, { ...written, use: `user ${name}` }) : null;
  const key = /^ssh(?:-)?key$/.test(args[1] ?? '');
  if (key) tell({ statement, to }, 'ssh-key', `${name} ${args[args[2] === 'secondary' ? 3 : 2] ?? ''}`);
  // A shell of Linux instead of the command line, or no password at all.
  const shell = wordAfter(before, 'shell');
  if (shell) tell({ statement, to }, 'login-shell', `${name} ${shell}`);
  if (!key && before.includes('nopassword')) tell({ statement, to }, 'no-password', name);
  addUser(to, {
    ...at(statement),
    name,
    privilege: wholeNumber(wordAfter(before, 'privilege')),
    role: wordAfter(before, 'role'),
    secret,
  });
  statement.read();
}

function tell({ statement, to }: Pick<Line, 'statement' | 'to'>, name: string, detail: string): void {
  const service = { name, enabled: true, port: null, acl: null, detail: detail.trim() };
  to.draft.services.push({ ...at(statement), ...service });
}

/** `aaa root secret …` opens the account of the system below; `no aaa root` closes it. */
function readRoot(line: Line): void {
  const { statement, no, args, to } = line;
  if (no) {
    pushService(line, 'root-account');
    return;
  }
  const written = args[0] === 'secret' ? to.forms.written(args, 1) : null;
  const secret = written && keepPassword(to, statement, { ...written, use: 'user root' });
  if (!secret && args[0] !== 'nopassword') return;
  pushService(line, 'root-account', { detail: args[0] ?? null });
  addUser(to, { ...at(statement), name: 'root', privilege: null, role: null, secret });
}

function readEnable({ statement, no, args, to }: Line, use: string): void {
  const written = no ? null : to.forms.written(args, 0);
  if (written) keepPassword(to, statement, { ...written, use });
  if (written || no) statement.read();
}
