import type { Statement } from '../../../../base/statement-tree.ts';
import { scrub } from '../../../kit/scrub.ts';
import { readScriptBlock, readScriptLine } from '../../kit/cisco-scripts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

/** Programs that the device runs by itself: EEM applets, scheduler jobs, aliases that run a script. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('event manager applet', (line) => readScriptBlock(line, 'eem', line.args[0] ?? ''))
    .add('event manager policy', (line) => readScriptLine(line, 'eem', `policy ${line.args[0] ?? ''}`))
    .add('event manager environment', (line) =>
      readScriptLine(line, 'eem', `environment ${line.args[0] ?? ''}`),
    )
    .add('scheduler job name', readJob)
    .add('scheduler schedule name', readJob)
    .add('cli alias name', readAlias)
    .aside(
      'scheduler setting',
      'scheduler logfile, scheduler aaa-authentication, scheduler transport, event manager, event-history, cli, alias',
    );
}

/** The body of a job; `end-job` ends it. */
function readJob({ statement, no, args, to }: Line): void {
  if (no) return;
  const kind = statement.words[1] === 'schedule' ? 'schedule ' : '';
  const body: string[] = [];
  for (const each of to.tree.block(statement)) {
    each.read();
    if (each !== statement && each.text !== 'end-job' && body.length < BODY) body.push(scrub(each.text));
  }
  // The body may stand indented no deeper than the name, up to `end-job`.
  if (kind === '' && body.length === 0) body.push(...bodyBehind(statement, to));
  to.draft.scripts.push({
    ...atBlock(statement, to.tree),
    kind: 'scheduler',
    name: `${kind}${args[0] ?? ''}`,
    body,
  });
}

const BODY = 10_000;

function bodyBehind(statement: Statement, to: Scope): string[] {
  const { tree } = to;
  const ends: Statement[] = [];
  for (let i = tree.blockEnd(statement); i < tree.size && ends.length < BODY; i += 1) {
    const each = tree.at(i);
    if (each.text === 'end-job') {
      each.read();
      return ends.map((line) => scrub(line.read().text));
    }
    if (/^(?:scheduler|interface|router|vrf|line) /.test(each.text)) break;
    ends.push(each);
  }
  return [];
}

/** An alias may hide a script: those that run a shell, Python or Tcl are kept. */
function readAlias({ statement, args, to }: Line): void {
  if (!args.some((word) => /^(?:tclsh|python\d?|bash|guestshell|dohost|run-script)$/.test(word))) {
    to.tree.setAside(statement, 'command alias');
    return;
  }
  readScriptLine({ statement, no: false, args, to }, 'tcl', `alias ${args[0] ?? ''}`);
}
