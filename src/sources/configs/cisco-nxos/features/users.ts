import { keepPassword } from '../../kit/cisco-hash.ts';
import { readWritten } from '../../kit/cisco-secrets.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addUser } from '../../kit/cisco-users.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** Local users with their roles, roles with their rules, and the rules for passwords. */
export function addUsers(book: RuleBook<Scope>): void {
  book
    .add('username', readUser)
    .add('enable secret', readEnable)
    .add('role name', readRole)
    .add('role feature-group', ({ statement, to }) => to.tree.setAside(statement, 'role feature group'))
    .add('password strength-check', (line) => pushService(line, 'password-strength-check'))
    .add('password prompt', (line) => pushService(line, 'password-prompt'))
    .add('password secure-mode', (line) => pushService(line, 'password-secure-mode'))
    .add('userpassphrase', (line) => pushService(line, 'passphrase-rules', { detail: line.args.join(' ') }))
    .add('no-service-password-recovery', ({ statement, to }) => {
      const service = { name: 'password-recovery', enabled: false, port: null, acl: null, detail: null };
      to.draft.services.push({ ...at(statement.read()), ...service });
    })
    .aside('role setting', 'role distribute, role commit, role abort, role default-role, role');
}

/** `username U password 5 HASH role R`, `username U role R`, `username U sshkey …`, `username U keypair …`. */
function readUser({ statement, no, args, to }: Line): void {
  const name = args[0];
  if (name === undefined || no) return;
  const kind = args.indexOf('password', 1);
  const written = kind < 0 ? null : readWritten(args, kind + 1);
  const secret = written && keepPassword(to, statement, { ...written, use: `user ${name}` });
  // A key is a way in of its own: it is reported as a service `ssh-key`.
  if (args[1] === 'sshkey' || args[1] === 'ssh-cert-dn') {
    const detail = `${name} ${args[2] ?? ''}`.trim();
    to.draft.services.push({
      ...at(statement),
      name: 'ssh-key',
      enabled: true,
      port: null,
      acl: null,
      detail,
    });
  }
  const role = wordAfter(args.slice(kind < 0 ? 1 : kind + 2), 'role');
  const privilege = Number(wordAfter(args, 'priv-lvl') ?? Number.NaN);
  addUser(to, {
    ...at(statement),
    name,
    privilege: Number.isInteger(privilege) ? privilege : privilegeOf(role),
    role,
    secret,
  });
  statement.read();
}

/** `priv-15` and its like are roles that stand for a level. */
function privilegeOf(role: string | null): number | null {
  const found = /^priv-(\d{1,2})$/.exec(role ?? '');
  return found ? Number(found[1]) : null;
}

function readEnable({ statement, no, args, to }: Line): void {
  const from = args[0] === 'priv-lvl' ? 2 : 0;
  const written = no ? null : readWritten(args, from);
  if (written) keepPassword(to, statement, { ...written, use: from ? `enable ${args[1]}` : 'enable' });
  if (written || no) statement.read();
}

/** The rules of a role of one's own; which of them may write is asked by SNMP. */
function readRole({ statement, args, to }: Line): void {
  const rules = statement.children.map((child) => child.words).filter((words) => words[0] === 'rule');
  const writes = rules.some((words) => words[2] === 'permit' && words[3] !== 'read');
  to.roles.set(args[0] ?? '', writes);
  to.tree.setAside(statement, 'rule of a role');
  statement.read();
}

/** Settles which communities may write, once all roles are known. */
export function settleRoles({ draft, roles, communityRoles }: Scope): void {
  for (const [i, role] of communityRoles) {
    const community = draft.snmp.communities[i];
    if (community && roles.get(role) === false) draft.snmp.communities[i] = { ...community, access: 'ro' };
  }
}
