import { fitting } from './glob.ts';
import type { Effective } from './groups.ts';
import type { Leaf } from './leaves.ts';
import type { PathIndex } from './path-index.ts';

const MOST = 10_000;

interface Range {
  readonly members: string[];
  readonly leaves: Leaf[];
}

/** `interface-range` blocks: what they say holds for each interface that they name. */
export class Ranges {
  private readonly ranges = new Map<string, Range>();

  /** Takes a statement of an interface range; false for all others. */
  take(leaf: Leaf): boolean {
    const { path, statement } = leaf;
    if (path[0] !== 'interfaces' || path[1] !== 'interface-range') return false;
    const name = path[2] ?? '';
    let range = this.ranges.get(name);
    if (!range) {
      range = { members: [], leaves: [] };
      this.ranges.set(name, range);
    }
    if (path[3] === 'member' || path[3] === 'member-range') {
      const named = path[3] === 'member' ? path.slice(4) : between(path[4] ?? '', path[6] ?? '');
      for (const member of named) if (range.members.length < MOST) range.members.push(member);
      statement.read();
    } else range.leaves.push(leaf);
    return true;
  }

  /** True when there is a range. */
  get any(): boolean {
    return this.ranges.size > 0;
  }

  /** The statements of ranges, once for each interface. */
  inherited(index: PathIndex): Effective[] {
    const out: Effective[] = [];
    for (const { members, leaves } of this.ranges.values()) {
      const names = members.flatMap((member) => namesOf(member, index));
      for (const { statement, path } of leaves) {
        if (names.length === 0) statement.aside('interface range without members');
        for (const name of names.slice(0, Math.max(1, Math.floor((MOST * 10) / leaves.length))))
          out.push({ statement, path: ['interfaces', name, ...path.slice(3)], inherited: true });
      }
    }
    return out;
  }
}

function namesOf(member: string, index: PathIndex): string[] {
  if (!/[*?[]/.test(member)) return [member];
  const all = index.expand(['interfaces', '<*>'], true).map((path) => path[1] as string);
  return all.filter(fitting(member));
}

/** `ge-0/0/0` to `ge-0/0/47`: the last number counts up. */
function between(from: string, to: string): string[] {
  const cut = from.search(/\d+$/);
  const low = Number(from.slice(cut));
  const high = Number(to.slice(cut));
  if (cut < 1 || !to.startsWith(from.slice(0, cut)) || !Number.isInteger(high)) return [from, to];
  const count = Math.min(Math.max(0, high - low), MOST);
  return Array.from({ length: count + 1 }, (_, i) => `${from.slice(0, cut)}${low + i}`);
}
