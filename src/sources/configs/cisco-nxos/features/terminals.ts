import { addLines } from '../../kit/cisco-lines.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Scope } from '../scope.ts';

/** Console and virtual terminals; `terminal` sets the session and not the device. */
export function addTerminals(book: RuleBook<Scope>): void {
  addLines(book, { bare: true });
  book.aside('session setting', 'terminal, line com1');
}
