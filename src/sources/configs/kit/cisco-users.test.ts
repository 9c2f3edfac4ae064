import { expect, it } from 'vitest';
import { addUser } from './cisco-users.ts';
import { trial } from './trial.ts';

const user = { name: 'noc', privilege: null, role: null, secret: null };

it('joins the lines of one user, and none takes back what another said', () => {
  const scope = trial(() => undefined);
  addUser(scope, { ...user, line: 1, lineEnd: 1, role: 'network-admin' });
  addUser(scope, { ...user, line: 4, lineEnd: 4, privilege: 15 });
  addUser(scope, { ...user, line: 5, lineEnd: 5, name: 'other' });
  expect([...scope.users.values()]).toEqual([
    { name: 'noc', privilege: 15, role: 'network-admin', secret: null, line: 1, lineEnd: 4 },
    { ...user, name: 'other', line: 5, lineEnd: 5 },
  ]);
});
