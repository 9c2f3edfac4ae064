import type { RuleBook } from '../../kit/rules.ts';
import { addSerial } from '../../kit/serials.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** Name, train and serial number as the configuration states them. */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('hostname', ({ statement, no, args, to }) => {
      if (no || !args[0]) return;
      to.draft.hostname = args[0].replace(/^"|"$/g, '');
      statement.read();
    })
    .add('switchname', 'name of a switch of another make')
    .add('version', readVersion)
    .add('license udi', readUdi)
    .add('end', ({ statement, to }) => {
      to.draft.complete = true;
      statement.read();
    });
}

/** The configuration names its train only; `show version` says more and wins. */
function readVersion({ statement, args, to }: Line): void {
  if (!args[0]) return;
  to.draft.version ??= { ...at(statement), text: args.join(' ') };
  // IOS itself ended with train 15; from 16 on the number is that of IOS XE.
  if (Number.parseInt(args[0], 10) >= 16) to.draft.platform = 'ios-xe';
  statement.read();
}

function readUdi({ statement, args, to }: Line): void {
  const serial = wordAfter(args, 'sn');
  to.draft.model ??= wordAfter(args, 'pid');
  if (serial) addSerial(to.draft, serial);
  statement.read();
}
