const LONGEST = 200;

/** The pattern inside `<ge-*>`; null for a word that is no pattern. */
export function patternIn(word: string): string | null {
  return word.length > 2 && word.startsWith('<') && word.endsWith('>') ? word.slice(1, -1) : null;
}

/** True when a word fits a pattern of Junos: `*`, `?`, `[xe]`, `[!xe]`, and `[0-23]` for numbers. */
export function fits(word: string, pattern: string): boolean {
  return fitting(pattern)(word);
}

/** The same for many words: the pattern is taken apart once. */
export function fitting(pattern: string): (word: string) => boolean {
  if (pattern === '*') return () => true;
  if (pattern.length > LONGEST) return (word) => word === pattern;
  const parts = partsOf(pattern);
  return (word) => {
    if (word.length > LONGEST) return word === pattern;
    // Positions in the word that the parts so far may end at: no pattern makes this step back.
    let front = [0];
    for (const part of parts) {
      if (part === ANY) front = ANY(word, Math.min(...front)) as number[];
      else front = [...new Set(front.flatMap((at) => part(word, at)))];
      if (front.length === 0) return false;
    }
    return front.includes(word.length);
  };
}

/** Gives the positions in a word at which a part of a pattern that begins at a position may end. */
type Part = (word: string, at: number) => readonly number[];

const ANY: Part = (word, at) => Array.from({ length: word.length - at + 1 }, (_, i) => at + i);
const ONE: Part = (word, at) => (at < word.length ? [at + 1] : []);

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern[i] as string;
    const close = c === '[' ? pattern.indexOf(']', i + 1) : -1;
    if (c === '*') parts.push(ANY);
    else if (c === '?') parts.push(ONE);
    else if (close > i) {
      parts.push(setOf(pattern.slice(i + 1, close)));
      i = close;
    } else parts.push((word, at) => (word[at] === c ? [at + 1] : []));
  }
  return parts;
}

function setOf(text: string): Part {
  const range = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  if (range) return numberBetween(Number(range[1]), Number(range[2]));
  const not = text.startsWith('!') || text.startsWith('^');
  const body = not ? text.slice(1) : text;
  return (word, at) => {
    const c = word[at];
    return c !== undefined && inSet(c, body) !== not ? [at + 1] : [];
  };
}

function inSet(c: string, body: string): boolean {
  for (let i = 0; i < body.length; i += 1) {
    if (body[i + 1] === '-' && i + 2 < body.length) {
      if (c >= (body[i] as string) && c <= (body[i + 2] as string)) return true;
      i += 2;
    } else if (body[i] === c) return true;
  }
  return false;
}

function numberBetween(low: number, high: number): Part {
  return (word, at) => {
    const ends: number[] = [];
    for (
      let end = at + 1;
      end <= word.length && end - at <= 5 && /\d/.test(word[end - 1] as string);
      end += 1
    ) {
      const number = Number(word.slice(at, end));
      if (number >= low && number <= high) ends.push(end);
    }
    return ends;
  };
}
