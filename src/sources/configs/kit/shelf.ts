interface Lines {
  readonly line: number;
  readonly lineEnd: number;
}

/** What a shelf keeps: something that stands on lines, the last of which may still move. */
export interface Shelved {
  line: number;
  lineEnd: number;
}

/**
 * Objects of which several statements tell, each under its key. Languages whose statements are paths say one thing of an
 * object at a time, in any order; an object is made when the first of them comes.
 */
export class Shelf<T extends Shelved> {
  private readonly kept = new Map<string, T>();

  /** The object of a key; made of its lines when there is none. Its lines grow to those of the statement. */
  open(key: string, statement: Lines, make: (at: Shelved) => T): T {
    let found = this.kept.get(key);
    if (found === undefined) {
      found = make({ line: statement.line, lineEnd: statement.lineEnd });
      this.kept.set(key, found);
    }
    found.line = Math.min(found.line, statement.line);
    found.lineEnd = Math.max(found.lineEnd, statement.lineEnd);
    return found;
  }

  /** The object of a key; undefined when no statement told of it. */
  get(key: string): T | undefined {
    return this.kept.get(key);
  }

  /** Takes an object away. */
  drop(key: string): void {
    this.kept.delete(key);
  }

  /** All objects in the order in which they were first told of. */
  get all(): T[] {
    return [...this.kept.values()];
  }
}
