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
