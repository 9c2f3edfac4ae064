import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

/** Copies of traffic. The interfaces that feed a session say so themselves. */
export function addMirrors(book: RuleBook<Scope>): void {
  book.add('monitor-session', readSession);
}

/** `monitor-session NAME [ethernet|ipv4]` with `destination interface I | pseudowire | next-hop A | file …` below it. */
function readSession({ statement, no, args, to }: Line): void {
  const [name, kind] = args;
  if (!name || no) return;
  const ends: string[] = [];
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] !== 'destination') continue;
    ends.push(
      words
        .slice(1)
        .map((word) => canonicalIp(word) ?? word)
        .join(' '),
    );
    each.read();
  }
  const destination =
    ends
      .slice(0, 10)
      .join(', ')
      .replace(/^interface /, '') || null;
  const old = to.mirrors.get(name);
  const type = kind ?? 'span';
  const place = atBlock(statement, to.tree);
  const mirror = old ?? { ...place, name, type, source: null, destination };
  mirror.destination ??= destination;
  mirror.lineEnd = Math.max(mirror.lineEnd, place.lineEnd);
  to.mirrors.set(name, mirror);
  to.tree.setAside(statement, 'mirror setting');
  statement.read();
}

const MOST = 50;

/** Sessions with the interfaces that feed them, once all lines are known. */
export function settleMirrors({ draft, mirrors, mirrored }: Scope): void {
  for (const [name, mirror] of mirrors) {
    const sources = mirrored.get(name) ?? [];
    mirror.source = sources.slice(0, MOST).join(', ') || null;
  }
  draft.mirrors = [...mirrors.values()];
}
