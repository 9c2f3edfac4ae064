import type { Statement } from '../../../base/statement-tree.ts';
import { PathBook, settleBlocks } from '../kit/path-book.ts';
import { type Feature, toCommand, VERBS } from './command.ts';
import { NETWORK, settleFaces } from './features/network.ts';
import { SYSTEM } from './features/system.ts';
import { settleInput, WATCH } from './features/watch.ts';
import type { RosScope } from './scope.ts';
import { addSetAside } from './set-aside.ts';
import { commandWords } from './words.ts';

/** Verbs of a session, and what takes things away: the export of a device holds few of them. */
const SESSION = new Set(['print', 'export', 'import', 'edit', 'move', 'comment']);

function build(): PathBook<RosScope> {
  const book = new PathBook<RosScope>();
  addSetAside(book);
  for (const features of [SYSTEM, NETWORK, WATCH])
    for (const [pattern, feature] of Object.entries(features)) addFeature(book, pattern, feature);
  return book;
}

function addFeature(book: PathBook<RosScope>, pattern: string, feature: Feature): void {
  book.add(pattern, (command) => {
    feature(toCommand(command));
    command.statement.read();
  });
}

/** What is done with each command of a RouterOS configuration. */
export const RULES: PathBook<RosScope> = build();

/** Reads all commands of an export and settles what needed them all. */
export function readExport(to: RosScope): void {
  const { tree } = to;
  let menu: readonly string[] = [];
  for (let i = 0; i < tree.size; i += 1) {
    const statement = tree.at(i);
    const words = commandWords(statement.text);
    const first = words[0] ?? '';
    const path = first.startsWith('/')
      ? [first.slice(1), ...words.slice(1)].flatMap(slashed)
      : [...menu, ...words];
    const verb = path.findIndex((word) => VERBS.has(word));
    if (verb < 0) menu = path;
    if (verb < 0 && tree.blockEnd(statement) > i + 1) continue;
    readOne(statement, path, to);
  }
  settleBlocks(tree);
  settleFaces(to);
  settleInput(to);
}

/** `/ip/address` of release 7 is `/ip address`; values keep their slashes. */
function slashed(word: string, index: number): string[] {
  return index === 0 ? word.split('/').filter((part) => part !== '') : [word];
}

function readOne(statement: Statement, path: readonly string[], to: RosScope): void {
  const verb = path.find((word) => VERBS.has(word));
  if (verb === undefined) statement.aside('menu without commands');
  else if (SESSION.has(verb)) statement.aside('command of a session');
  else {
    RULES.apply(statement, path, to);
    if (statement.fate !== '') keepSecrets(statement, path, to);
  }
}

/** Secrets of commands that nobody reads are kept all the same. */
function keepSecrets(statement: Statement, path: readonly string[], to: RosScope): void {
  const verb = path.findIndex((word) => VERBS.has(word));
  toCommand({ statement, path, names: [], args: path.slice(verb + 1), to });
}
