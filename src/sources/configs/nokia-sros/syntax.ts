import type { StatementTree } from '../../../base/statement-tree.ts';
import { Braces } from '../kit/braces.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { Syntax } from '../kit/syntax.ts';
import { Classic } from './classic.ts';
import { readHeader } from './header.ts';
import type { Scope } from './scope.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const MESSAGE: Fate = ['set-aside', 'message of the command line'];
const BRACES = { comment: '#', semicolon: false, header: readHeader } as const;

/** A configuration in classic form or in that of MD-CLI, which its first statement tells. */
export class SrosSyntax implements Syntax {
  ended = false;
  private form: Braces | Classic | null = null;
  private scope: Scope | null = null;

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const body = bodyOf(entry);
    if (body.startsWith('#')) return this.comment(entry, to);
    if (/^(?:INFO|MINOR|MAJOR|WARNING): (?:CLI|MGMT_CORE|SYSTEM)/.test(body)) return MESSAGE;
    this.scope = to.scope as Scope;
    this.form ??= isModern(body) ? new Braces(BRACES) : new Classic();
    this.scope.modern = this.form instanceof Braces;
    return this.form.take(entry, tree, to);
  }

  private comment(entry: Entry, to: Snapshot): Fate {
    if (this.form && bodyOf(entry).startsWith('# Finished ')) this.ended = true;
    return readHeader(entry, to) ? HEADING : COMMENT;
  }

  end(tree: StatementTree): void {
    this.form?.end(tree);
    const { form, scope } = this;
    if (!scope) return;
    scope.draft.complete = form instanceof Braces ? form.closed && !scope.cut : (form?.finished ?? false);
    scope.draft.complete ||= this.ended;
  }
}

/** True when a statement can only stand in MD-CLI. */
function isModern(body: string): boolean {
  return body.endsWith('{') || body.endsWith('}') || body.startsWith('/') || body.startsWith('configure ');
}
