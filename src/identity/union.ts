/** Disjoint sets of strings; the representative of a set is its smallest member, whatever the order of joining. */
export class Union {
  private readonly parent = new Map<string, string>();

  /** The representative of the set that holds the member; a new member is a set of its own. */
  find(member: string): string {
    let root = member;
    for (;;) {
      const up = this.parent.get(root);
      if (up === undefined || up === root) break;
      root = up;
    }
    let at = member;
    while (at !== root) {
      const up = this.parent.get(at) ?? root;
      this.parent.set(at, root);
      at = up;
    }
    if (!this.parent.has(root)) this.parent.set(root, root);
    return root;
  }

  /** Joins the sets of two members. */
  join(a: string, b: string): void {
    const x = this.find(a);
    const y = this.find(b);
    if (x === y) return;
    if (x < y) this.parent.set(y, x);
    else this.parent.set(x, y);
  }

  /** All sets, members sorted, ordered by their smallest member. */
  sets(): string[][] {
    const sets = new Map<string, string[]>();
    for (const member of [...this.parent.keys()].sort()) {
      const root = this.find(member);
      const set = sets.get(root);
      if (set) set.push(member);
      else sets.set(root, [member]);
    }
    return [...sets.values()];
  }
}
