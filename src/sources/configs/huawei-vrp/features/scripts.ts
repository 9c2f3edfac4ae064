import { scrub } from '../../../kit/scrub.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope } from '../scope.ts';

const BODY = 10_000;

/** Programs that the device runs by itself: assistants of the maintenance platform, Python, jobs by the clock. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('assistant task', (line) => readBlock(line, `assistant ${line.args[0] ?? ''}`))
    .add('ops', readOps)
    .add('schedule job', (line) => readBlock(line, `schedule ${line.args[0] ?? ''}`))
    .add('scheduler', (line) => readBlock(line, `scheduler ${line.args[0] ?? ''}`))
    .add('command-alias', (line) => readBlock(line, 'command-alias'))
    .add('schedule reboot', (line) => readBlock(line, 'schedule reboot'))
    .aside('script setting', 'script-assistant, batch-cmd, assistant scheduler, assistant suspend');
}

function readBlock({ statement, no, args, to }: Line, name: string): void {
  if (no) return;
  const body: string[] = [];
  const tail = args.slice(1).join(' ');
  if (tail !== '') body.push(scrub(tail));
  for (const each of to.tree.block(statement)) {
    if (each !== statement && body.length < BODY) body.push(scrub(each.text));
    each.read();
  }
  to.draft.scripts.push({ ...atBlock(statement, to.tree), kind: 'scheduler', name, body });
}

/** `ops` alone says nothing; each script that it installs is one. */
function readOps({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const { words } = child;
    const name = words[0] === 'script-assistant' || words[0] === 'install' ? words.slice(1).join(' ') : '';
    if (name !== '')
      to.draft.scripts.push({ ...at(child.read()), kind: 'scheduler', name: `ops ${scrub(name)}`, body: [] });
    else to.tree.setAside(child, 'script setting');
  }
}
