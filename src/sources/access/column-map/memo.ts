const MOST = 4096;
const LONGEST = 200;

/** Keeps answers for short texts that come again and again, such as hosts and accounts; forgets all when full. */
export class Memo {
  private readonly known = new Map<string, string>();
  private readonly make: (text: string) => string;

  /** `make` must give the same answer for the same text. */
  constructor(make: (text: string) => string) {
    this.make = make;
  }

  /** The answer for a text. */
  get(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = this.make(text);
    if (this.known.size >= MOST) this.known.clear();
    if (text.length <= LONGEST) this.known.set(text, made);
    return made;
  }
}
