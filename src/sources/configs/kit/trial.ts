import { StatementTree } from '../../../base/statement-tree.ts';
import { TEST_KEYED } from '../../kit/recording-sink.ts';
import { beginCisco, type CiscoScope } from './cisco-scope.ts';
import { gradeType, readWritten } from './cisco-secrets.ts';
import { emptyDraft } from './draft.ts';
import { RuleBook } from './rules.ts';
import { SecretKeeper } from './secret-keeper.ts';

/** Reads lines with features of the platforms that write as IOS does: for tests of the features that they share. */
export function trial(add: (book: RuleBook<CiscoScope>) => void, ...lines: string[]): CiscoScope {
  const tree = new StatementTree();
  for (const [i, line] of lines.entries())
    tree.add(line.trim(), line.search(/\S/), { line: i + 1, byte: 0, size: line.length + 1 });
  const scope = beginCisco({
    draft: emptyDraft('0'.repeat(64), 'test', 'test'),
    secrets: new SecretKeeper(TEST_KEYED),
    forms: { written: (words, from) => readWritten(words, from), grade: gradeType },
    zones: new Map(),
    tree,
    cut: false,
  });
  const book = new RuleBook<CiscoScope>();
  add(book);
  for (const root of tree.roots) book.apply(root, tree, scope);
  return scope;
}

/** Texts of the statements that nobody read or set aside. */
export function leftOver({ tree }: CiscoScope): string[] {
  return tree.unread().map((statement) => statement.text);
}

/** Paths of all statements of an indented text, for comparison with what other parsers see in it. */
export function treePaths(text: string): Set<string> {
  const tree = new StatementTree();
  for (const [i, line] of text.split('\n').entries()) {
    const body = line.trim();
    if (body === '' || body.startsWith('!')) continue;
    tree.add(body, line.search(/\S/), { line: i + 1, byte: 0, size: line.length + 1 });
  }
  const paths: string[] = [];
  for (let i = 0; i < tree.size; i += 1) {
    const { parent, text: own } = tree.at(i);
    paths.push(parent ? `${paths[parent.index]} / ${own}` : own);
  }
  return new Set(paths);
}

/** Paths that the parse trees of a folder (`*_sent.txt` with `*_received.json`) hold and ours do not, banners apart. */
export function missedPaths(sent: string, received: string): string[] {
  const ours = treePaths(sent);
  const theirs = JSON.parse(received) as { config_line: string | null; parents: string[] }[];
  return theirs
    .filter(({ config_line: line }) => line !== null)
    .map(({ config_line: line, parents }) => [...parents, line ?? ''].map((part) => part.trim()).join(' / '))
    .filter((path) => !ours.has(path) && !path.startsWith('banner '));
}
