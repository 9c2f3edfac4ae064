/** Sets of things that belong together, by number. */
export class Union {
  private readonly parent: number[];

  /** `size` things, each alone. */
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  /** The number that stands for the set; the lowest of its members. */
  find(of: number): number {
    let root = of;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    let at = of;
    while (at !== root) {
      const next = this.parent[at] as number;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Makes one set of two. */
  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    this.parent[high] = low;
  }
}
