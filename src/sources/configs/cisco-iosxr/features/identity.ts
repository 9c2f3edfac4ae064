import type { RuleBook } from '../../kit/rules.ts';
import type { Scope } from '../scope.ts';

/** The name of the device, and the end of its configuration. */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('hostname', ({ statement, no, args, to }) => {
      if (no || !args[0]) return;
      to.draft.hostname = args[0];
      statement.read();
    })
    .add('end', ({ statement, to }) => {
      to.draft.complete = true;
      statement.read();
    });
}
