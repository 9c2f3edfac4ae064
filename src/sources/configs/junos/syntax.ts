import type { StatementTree } from '../../../base/statement-tree.ts';
import { Braces } from '../kit/braces.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import { SetLines } from '../kit/set-lines.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { Syntax } from '../kit/syntax.ts';
import { readHeader } from './header.ts';

const LOG: Fate = ['not-understood', 'log message on the terminal'];
const BANNER: Fate = ['set-aside', 'session'];
/** Verbs of lines that say what to do with a path. */
const VERB =
  /^(?:set|delete|deactivate|activate|protect|unprotect|annotate|insert|rename|copy|replace|edit|top|up|load|commit|rollback) /;
const MESSAGE =
  /^(?:[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d |Message from syslogd@|\*\*\* |Broadcast Message from )/;
/** `{master:0}` of devices with several routing engines, `[edit]` of configuration mode, wrappers of NETCONF replies. */
const PLACE =
  /^(?:\{[\w:.-]{1,40}\}(?:\[edit[^\]]{0,300}\])?|\[edit[^\]]{0,300}\]|\[ok\].*|<\/?(?:configuration-(?:text|set|information|output)|rpc-reply|output)\b[^>]{0,400}>)$/;

/** True for a line of the terminal that tells where one is and ends nothing. */
export function isPlace(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 123 || first === 91 || first === 60) && PLACE.test(text);
}

/** A Junos configuration in blocks, in `set` lines, or in both. */
export class JunosSyntax implements Syntax {
  readonly ended = false;
  private readonly braces: Braces;
  private readonly lines = new SetLines('set');
  /** True once a line with a verb came and no block: lines without a verb are then no beginnings of blocks. */
  private flat = false;

  /** `prefix` holds the words before every path, where output begins below the top. */
  constructor(prefix = '') {
    this.braces = new Braces({ comment: '#', semicolon: true, header: readHeader, prefix });
  }

  /** See Syntax. */
  get closed(): boolean {
    return this.braces.closed;
  }

  /** See Syntax. */
  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const body = bodyOf(entry);
    if (isPlace(body)) return BANNER;
    if (entry.indent === 0 && MESSAGE.test(body)) return LOG;
    const first = body.charCodeAt(0);
    if (first === 35 || (first === 47 && body.startsWith('/*'))) return this.braces.take(entry, tree, to);
    if (this.braces.closed && (this.flat || VERB.test(body))) {
      if (tree.size === 0) this.flat = true;
      return this.lines.take(entry, tree);
    }
    return this.braces.take(entry, tree, to);
  }

  /** See Syntax. */
  end(tree: StatementTree): void {
    this.braces.end(tree);
  }
}
