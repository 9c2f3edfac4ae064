import type { User } from '../../../model/device-facts.ts';
import type { CiscoScope } from './cisco-scope.ts';

/** Adds a user. A user may be spread over several lines: they are joined into one. */
export function addUser(to: CiscoScope, user: User): void {
  const old = to.users.get(user.name);
  if (!old) {
    to.users.set(user.name, user);
    return;
  }
  to.users.set(user.name, {
    ...old,
    privilege: user.privilege ?? old.privilege,
    role: user.role ?? old.role,
    secret: user.secret ?? old.secret,
    lineEnd: Math.max(old.lineEnd, user.lineEnd),
  });
}
