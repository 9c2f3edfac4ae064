import type { PathBook } from '../../kit/path-book.ts';
import { at, type Scope } from '../scope.ts';

/** Name and release as the configuration states them. */
export function addIdentity(book: PathBook<Scope>): void {
  book
    .add('system host-name', ({ statement, args, to }) => {
      if (!args[0]) return;
      to.draft.hostname = args[0];
      statement.read();
    })
    .add('version', ({ statement, args, to }) => {
      if (!args[0]) return;
      to.draft.version ??= { ...at(statement), text: args[0] };
      to.seen.add('version');
      statement.read();
    });
}
