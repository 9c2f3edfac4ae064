import type { StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Syntax } from '../kit/syntax.ts';

const ECHO: Fate = ['set-aside', 'heading of a part'];
const TOP: Fate = ['read', 'heading'];

interface Block {
  readonly indent: number;
  readonly index: number;
}

/**
 * A configuration in classic form: blocks are told by indentation and closed by `exit`, whose bytes belong to the block.
 * Headings (`echo "…"`) stand at the margin in the middle of blocks and end none.
 */
export class Classic implements Syntax {
  readonly ended = false;
  /** True once `exit all` closed everything behind statements. */
  finished = false;
  private readonly open: Block[] = [];

  take(entry: Entry, tree: StatementTree): Fate | null {
    const body = bodyOf(entry);
    if (body.startsWith('echo ')) return ECHO;
    if (body === 'exit all') {
      this.finished = tree.size > 1;
      this.open.length = 0;
      return TOP;
    }
    this.finished = false;
    if (body === 'exit') return this.exit(entry, tree);
    const { indent } = entry;
    while (this.open.length > 0 && (this.open.at(-1) as Block).indent >= indent) this.open.pop();
    const text = body.endsWith(' create') ? body.slice(0, -7) : body;
    this.open.push({ indent, index: tree.add(text, indent, entry) });
    return null;
  }

  end(_tree: StatementTree): void {
    this.open.length = 0;
  }

  private exit(entry: Entry, tree: StatementTree): Fate | null {
    while (this.open.length > 0 && (this.open.at(-1) as Block).indent > entry.indent) this.open.pop();
    const block = this.open.at(-1);
    if (block?.indent !== entry.indent) return ['not-understood', 'exit without a block'];
    tree.at(block.index).extend(entry.line, entry.size);
    return null;
  }
}
