import type { Script } from '../../../model/device-facts.ts';
import { scrub } from '../../kit/scrub.ts';
import { at, atBlock, type CiscoLine } from './cisco-scope.ts';

const BODY = 10_000;

/** A script whose body stands below its name; words of the name line that say more come first. */
export function readScriptBlock({ statement, no, to }: CiscoLine, kind: Script['kind'], name: string): void {
  if (no) return;
  const body: string[] = [];
  // What follows the name matters: `authorization bypass` lets an applet run commands that AAA would refuse.
  const tail = statement.words.slice(kind === 'eem' ? 4 : 3).join(' ');
  if (tail) body.push(scrub(tail));
  for (const each of to.tree.block(statement)) {
    if (each !== statement && body.length < BODY) body.push(scrub(each.text));
    each.read();
  }
  to.draft.scripts.push({ ...atBlock(statement, to.tree), kind, name, body });
}

/** A script that one line names. */
export function readScriptLine(
  { statement, no, args, to }: CiscoLine,
  kind: Script['kind'],
  name: string,
): void {
  if (no) return;
  to.draft.scripts.push({
    ...at(statement),
    kind,
    name: scrub(name),
    body: [bodyOf(args)].filter(Boolean),
  });
  statement.read();
}

const SECRET_NAME = /pass|secret|key|token|community/i;

/** What follows the name; the value of a variable that is called like a secret is one. */
function bodyOf([name = '', ...rest]: readonly string[]): string {
  return rest.length > 0 && SECRET_NAME.test(name) ? '[secret]' : scrub(rest.join(' '));
}
