import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** The name of the device, the end of the configuration and what is said of the software. */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('sysname', ({ statement, no, args, to }) => {
      if (!no && args[0]) to.draft.hostname ??= args[0];
      statement.read();
    })
    .add('return', ({ statement, to }) => {
      if (!to.cut) to.draft.complete = true;
      statement.read();
    })
    .add('startup system-software', readImage)
    .add('system-software', readImage);
}

function readImage({ statement, args, to }: Line): void {
  const [text] = args;
  if (!text) return;
  to.draft.image ??= { ...at(statement), text };
  statement.read();
}
