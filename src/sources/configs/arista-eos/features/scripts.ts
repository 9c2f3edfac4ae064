import type { Script } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { readScriptLine } from '../../kit/cisco-scripts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

const BODY = 10_000;

/** Programs that the device runs by itself: daemons, event handlers, schedules, aliases that open a shell. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('daemon', (line) => readBlock(line, 'script', `daemon ${line.args[0] ?? ''}`))
    .add('event-handler', (line) => readBlock(line, 'eem', line.args[0] ?? ''))
    .add('schedule', readSchedule)
    .add('alias', readAlias)
    .add('snmp-server extension', (line) =>
      readScriptLine(line, 'script', `snmp extension ${line.args[0] ?? ''}`),
    )
    .add('command-api', 'scheduler setting')
    .aside('scheduler setting', 'schedule config, event-monitor, agent');
}

function readBlock({ statement, no, to }: Line, kind: Script['kind'], name: string): void {
  if (no) return;
  const body: string[] = [];
  for (const each of to.tree.block(statement)) {
    if (each !== statement && body.length < BODY) body.push(scrub(each.text));
    each.read();
  }
  to.draft.scripts.push({ ...atBlock(statement, to.tree), kind, name, body });
}

/** `schedule NAME interval 60 … command show tech-support`. */
function readSchedule(line: Line): void {
  if (line.args[0] === 'config') line.to.tree.setAside(line.statement, 'scheduler setting');
  else readScriptLine(line, 'scheduler', line.args[0] ?? '');
}

/** Several commands may stand below an alias. */
function readAlias(line: Line): void {
  const { statement, args, to } = line;
  const said = to.tree
    .block(statement)
    .some(({ words }) => words.some((word) => /^(?:bash|python\d?|sudo)$/.test(word)));
  if (said) readBlock({ ...line, statement, no: false, args, to }, 'script', `alias ${args.join(' ')}`);
  else to.tree.setAside(statement, 'command alias');
}
