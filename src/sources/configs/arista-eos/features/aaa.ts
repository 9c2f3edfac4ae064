import { readAaaMethods } from '../../kit/cisco-aaa.ts';
import { pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Scope } from '../scope.ts';

/** Method lists. Servers and groups are in kit/cisco-aaa-servers.ts. */
export function addAaa(book: RuleBook<Scope>): void {
  book
    .add('aaa authentication', (line) => readAaaMethods(line, 'authentication'))
    .add('aaa authorization', (line) => readAaaMethods(line, 'authorization'))
    .add('aaa accounting', (line) => readAaaMethods(line, 'accounting'))
    .add('aaa authentication policy lockout', (line) =>
      pushService(line, 'login-block', { detail: line.args.join(' ') || null }),
    )
    .add('aaa authentication policy on-failure', (line) => pushService(line, 'login-failure-log'))
    .add('aaa authentication policy on-success', (line) => pushService(line, 'login-success-log'))
    .add('aaa authentication policy local allow-nopassword-remote-login', (line) =>
      pushService(line, 'remote-login-without-password'),
    )
    .aside(
      'AAA setting',
      'aaa authentication policy, aaa authorization policy, aaa authorization dynamic, aaa accounting dot1x, aaa accounting system, ' +
        'aaa group server ldap, ldap server, tacacs-server policy, aaa session, aaa user, tacacs, radius, dot1x',
    );
}
