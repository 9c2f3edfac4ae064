import type { PathBook } from '../../kit/path-book.ts';
import { onLeaf } from '../leaf.ts';
import type { Scope } from '../scope.ts';

/** The name of the system and what is said of the software that it starts. */
export function addIdentity(book: PathBook<Scope>): void {
  onLeaf(book, 'system name', ({ statement, to }, value) => {
    if (value === '') return;
    to.draft.hostname ??= value;
    statement.read();
  });
  onLeaf(book, 'bof primary-image, bof image primary-location', ({ statement, to }, value) => {
    to.draft.image ??= { line: statement.line, lineEnd: statement.lineEnd, text: value };
    statement.read();
  });
  book
    .aside(
      'place and contact',
      'system location, system contact, system coordinates, system clli-code, bof li-local-save',
    )
    .aside('boot setting', 'bof');
}
