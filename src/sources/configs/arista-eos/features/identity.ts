import type { RuleBook } from '../../kit/rules.ts';
import type { Scope } from '../scope.ts';

/** Name and end mark; version and model stand in a comment (header.ts). */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('hostname', ({ statement, no, args, to }) => {
      if (no || !args[0]) return;
      to.draft.hostname = args[0].replace(/^"|"$/g, '');
      statement.read();
    })
    .add('end', ({ statement, to }) => {
      to.draft.complete = true;
      statement.read();
    });
}
