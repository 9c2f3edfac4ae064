import { readScriptBlock, readScriptLine } from '../../kit/cisco-scripts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Scope } from '../scope.ts';

/** Programs that the device runs by itself: EEM applets and policies, kron, Tcl, scheduler. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('event manager applet', (line) => readScriptBlock(line, 'eem', line.args[0] ?? ''))
    .add('event manager policy', (line) => readScriptLine(line, 'eem', `policy ${line.args[0] ?? ''}`))
    .add('event manager directory', (line) => readScriptLine(line, 'eem', `directory ${line.args.join(' ')}`))
    .add('event manager environment', (line) =>
      readScriptLine(line, 'eem', `environment ${line.args[0] ?? ''}`),
    )
    .add('kron policy-list', (line) => readScriptBlock(line, 'kron', line.args[0] ?? ''))
    .add('kron occurrence', (line) => readScriptBlock(line, 'kron', `occurrence ${line.args[0] ?? ''}`))
    .add('scripting tcl', (line) => readScriptLine(line, 'tcl', `scripting ${line.args[0] ?? ''}`))
    .add('scheduler job', (line) => readScriptBlock(line, 'scheduler', line.args.join(' ')))
    .add('scheduler schedule', (line) => readScriptBlock(line, 'scheduler', line.args.join(' ')))
    .add('tclsh', (line) => readScriptLine(line, 'tcl', 'tclsh'))
    .aside(
      'event manager setting',
      'event manager history, event manager scheduler, event manager session, event manager detector, ' +
        'event manager secure',
    );
}
