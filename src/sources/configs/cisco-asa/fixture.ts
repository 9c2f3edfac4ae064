import { StatementTree } from '../../../base/statement-tree.ts';
import type { DeviceFacts } from '../../../model/device-facts.ts';
import { readWith, TEST_KEYED } from '../../kit/recording-sink.ts';
import { emptyDraft } from '../kit/draft.ts';
import { SecretKeeper } from '../kit/secret-keeper.ts';
import { RULES } from './rules.ts';
import { beginScope } from './scope.ts';
import { SECRETS } from './secrets.ts';
import { ciscoAsaConfig } from './source.ts';

/** The facts of a configuration that holds these lines and no others: for tests. */
export function factsOf(...lines: string[]): DeviceFacts {
  const [facts] = readWith(
    ciscoAsaConfig,
    [': Saved', 'ASA Version 9.16(3)19', ...lines, ': end', ''].join('\n'),
  ).snapshots;
  if (!facts) throw new Error('no snapshot');
  return facts;
}

/** Texts of the lines that nobody read or set aside. */
export const unreadOf = (...lines: string[]): string[] => factsOf(...lines).unread.map(({ text }) => text);

/** What became of the last of some lines: empty when it was read, why it was set aside, null when nobody knew it. */
export function fateOf(...lines: string[]): string | null {
  const tree = new StatementTree();
  for (const [i, line] of lines.entries())
    tree.add(line.trim(), line.search(/\S/), { line: i + 1, byte: 0, size: line.length + 1 });
  const scope = beginScope({
    draft: emptyDraft('0'.repeat(64), 'cisco', 'asa'),
    secrets: new SecretKeeper(TEST_KEYED),
    forms: SECRETS,
    zones: new Map(),
    tree,
    cut: false,
  });
  for (const root of tree.roots) RULES.apply(root, tree, scope);
  return tree.at(tree.size - 1).fate;
}
