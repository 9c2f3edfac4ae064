import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Name, version and virtual device contexts as the configuration states them. */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('hostname', readName)
    .add('switchname', readName)
    .add('version', ({ statement, args, to }) => {
      if (!args[0]) return;
      // `version 9.3(8) Bios:version 07.68` names the firmware, too.
      to.draft.version ??= { ...at(statement), text: args[0] };
      statement.read();
    })
    .add('vdc', ({ statement, to }) => {
      to.tree.setAside(statement, 'limits of a virtual device context');
      statement.read();
    });
}

function readName({ statement, no, args, to }: Line): void {
  if (no || !args[0]) return;
  to.draft.hostname = args[0].replace(/^"|"$/g, '');
  statement.read();
}
