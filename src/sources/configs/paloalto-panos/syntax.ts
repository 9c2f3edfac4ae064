import type { StatementTree } from '../../../base/statement-tree.ts';
import { Braces } from '../kit/braces.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import { type FreeTextEnd, oddMarks, type Syntax } from '../kit/syntax.ts';
import { PanXml } from './xml.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const QUOTED: FreeTextEnd = { mark: '"', whole: false, quoted: true };

/** `set …` lines, in which a quoted text may run over several. */
class PanSet implements Syntax {
  readonly ended = false;
  private openQuote = false;
  private to: Snapshot | null = null;

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    this.to = to;
    const body = bodyOf(entry);
    this.openQuote = false;
    if (body.startsWith('#')) return COMMENT;
    tree.add(body, 0, entry);
    this.openQuote = body.includes('"') && oddMarks(body, '"');
    return null;
  }

  freeText(): FreeTextEnd | null {
    return this.openQuote ? QUOTED : null;
  }

  /** No mark ends the list of commands; a whole one names the device and those who manage it. */
  end(tree: StatementTree): void {
    let [device, users] = [false, false];
    for (let i = 0; i < tree.size; i += 1) {
      const text = tree.text(i);
      device ||= text.includes(' deviceconfig system ');
      users ||= text.includes(' mgt-config users ');
    }
    if (device && users && this.to) this.to.draft.complete = true;
  }
}

const FORM = { comment: '#', semicolon: true, header: () => false } as const;

/** The three forms of a PAN-OS configuration; the first line tells which. */
export class PanSyntax implements Syntax {
  private inner: PanSet | PanXml | Braces | null = null;
  private to: Snapshot | null = null;

  get ended(): boolean {
    return this.inner?.ended ?? false;
  }

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    this.to = to;
    this.inner ??= syntaxOf(bodyOf(entry));
    return this.inner.take(entry, tree, to);
  }

  freeText(): FreeTextEnd | null {
    return this.inner instanceof PanSet ? this.inner.freeText() : null;
  }

  end(tree: StatementTree): void {
    const { inner, to } = this;
    const closed = inner instanceof Braces && inner.closed && tree.size > 0;
    inner?.end(tree);
    if (closed && to && tree.text(0) === 'config') to.draft.complete = true;
  }
}

function syntaxOf(body: string): PanSet | PanXml | Braces {
  if (body.startsWith('<')) return new PanXml();
  return /[{;]$/.test(body) ? new Braces(FORM) : new PanSet();
}
