import type { Script } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope } from '../scope.ts';

/** Programs that the device runs by itself: EEM applets and policies, kron, Tcl, scheduler. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('event manager applet', (line) => readBlock(line, 'eem', line.args[0] ?? ''))
    .add('event manager policy', (line) => readOne(line, 'eem', `policy ${line.args[0] ?? ''}`))
    .add('event manager directory', (line) => readOne(line, 'eem', `directory ${line.args.join(' ')}`))
    .add('event manager environment', (line) => readOne(line, 'eem', `environment ${line.args[0] ?? ''}`))
    .add('kron policy-list', (line) => readBlock(line, 'kron', line.args[0] ?? ''))
    .add('kron occurrence', (line) => readBlock(line, 'kron', `occurrence ${line.args[0] ?? ''}`))
    .add('scripting tcl', (line) => readOne(line, 'tcl', `scripting ${line.args[0] ?? ''}`))
    .add('scheduler job', (line) => readBlock(line, 'scheduler', line.args.join(' ')))
    .add('scheduler schedule', (line) => readBlock(line, 'scheduler', line.args.join(' ')))
    .add('tclsh', (line) => readOne(line, 'tcl', 'tclsh'))
    .aside(
      'event manager setting',
      'event manager history, event manager scheduler, event manager session, event manager detector, ' +
        'event manager secure',
    );
}

const BODY = 10_000;

function readBlock({ statement, no, to }: Line, kind: Script['kind'], name: string): void {
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

function readOne({ statement, no, args, to }: Line, kind: Script['kind'], name: string): void {
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
