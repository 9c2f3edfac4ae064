import { addUser } from '../../kit/cisco-users.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, keepSecret, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';
import { readAsa } from '../secrets.ts';

/** Local users with their attributes, and the passwords of the device itself. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('username', readUser)
    .add('enable password', (line) => readDevice(line, 'enable'))
    .add('passwd', (line) => readDevice(line, 'line'))
    .add('password', (line) => readDevice(line, 'line'))
    .aside('privilege level of a command', 'privilege')
    .aside('password policy', 'password-policy');
}

function readUser(line: Line): void {
  const { statement, no, args, to } = line;
  const [name, what] = args;
  if (!name || no) return;
  const place = atBlock(statement, to.tree);
  if (what === 'attributes') {
    readAttributes(line, name);
    return;
  }
  const written = what === 'password' ? readAsa(args, 2) : null;
  const secret =
    written && keepSecret(to, statement, { ...written, use: `user ${name}`, purpose: 'password' });
  const privilege = wholeNumber(wordAfter(args.slice(2), 'privilege'));
  addUser(to, { ...place, name, privilege, role: what === 'nopassword' ? 'no password' : null, secret });
  statement.read();
}

/** `service-type admin|nas-prompt|remote-access` says what the user may do; a public key is a way in of its own. */
function readAttributes({ statement, to }: Line, name: string): void {
  for (const child of statement.children) {
    const { words } = child;
    if (words[0] === 'service-type' && words[1])
      addUser(to, { ...at(child.read()), name, privilege: null, role: words[1], secret: null });
    if (words[0] === 'ssh' && words[2] === 'publickey') {
      const key = { name: 'ssh-key', enabled: true, port: null, acl: null, detail: name };
      to.draft.services.push({ ...at(child.read()), ...key });
    }
  }
  to.tree.setAside(statement, 'attributes of a user');
  statement.read();
}

function readDevice({ statement, no, args, to }: Line, use: string): void {
  const written = no ? null : readAsa(args, 0);
  if (!written) return;
  const level = wordAfter(args, 'level');
  keepSecret(to, statement, { ...written, use: level ? `${use} ${level}` : use, purpose: 'password' });
  statement.read();
}
