import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Name and release, and the names of addresses. */
export function addIdentity(book: RuleBook<Scope>): void {
  book
    .add('hostname', ({ statement, no, args, to }) => {
      if (no || !args[0]) return;
      to.draft.hostname = args[0];
      statement.read();
    })
    .add('ASA Version', (line) => readVersion(line, 'asa'))
    .add('NGFW Version', (line) => readVersion(line, 'ftd'))
    .add('name', ({ statement, no, args, to }) => {
      const [address, name] = args;
      if (!address || !name || no) return;
      to.names.set(name, address);
      statement.read();
    });
}

function readVersion({ statement, args, to }: Line, platform: string): void {
  if (!args[0]) return;
  to.draft.platform = platform;
  to.draft.version ??= { ...at(statement), text: args[0] };
  statement.read();
}
