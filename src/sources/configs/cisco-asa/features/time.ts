import { addTime } from '../../kit/cisco-time.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Scope } from '../scope.ts';
import { readAsa } from '../secrets.ts';

/** Time servers with their keys, and the clock's zone. */
export function addTimeRules(book: RuleBook<Scope>): void {
  addTime(book);
  book.add('ntp authentication-key', ({ statement, no, args, to }) => {
    const written = no ? null : readAsa(args, 2);
    if (!written) return;
    keepSecret(to, statement, { ...written, use: 'ntp', purpose: 'key' });
    addCrypto(to, statement, {
      area: 'ntp',
      subject: `key ${args[0]}`,
      part: 'authentication',
      values: [args[1] ?? ''],
    });
    statement.read();
  });
}
