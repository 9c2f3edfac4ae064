import { addMirrors as addCommonMirrors } from '../../kit/cisco-mirrors.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope } from '../scope.ts';

/** SPAN and ERSPAN sessions. */
export function addMirrors(book: RuleBook<Scope>): void {
  addCommonMirrors(book);
  book
    .add('monitor erspan origin', readOrigin)
    .aside('mirror setting', 'monitor erspan, monitor rate-limit, hardware access-list tcam span');
}

/** The address that all ERSPAN sessions send from. */
function readOrigin({ statement, args, to }: Line): void {
  const address = args[1];
  if (!address) return;
  to.draft.sourceInterfaces.erspan ??= address;
  statement.read();
}
