interface PatternWord {
  readonly least: string;
  readonly full: string;
}

const PATTERNS = new Map<string, readonly PatternWord[]>();

function patternOf(text: string): readonly PatternWord[] {
  let words = PATTERNS.get(text);
  if (!words) {
    words = text.split(' ').map((word) => {
      const cut = word.indexOf('(');
      return { least: cut < 0 ? word : word.slice(0, cut), full: word.replace('(', '').replace(')', '') };
    });
    PATTERNS.set(text, words);
  }
  return words;
}

/** The words of a command without a leading `do`, in the case in which they were typed. */
export function commandWords(command: string): readonly string[] {
  const words = command.split(' ').filter((word) => word !== '' && word !== '<cr>');
  return words[0]?.toLowerCase() === 'do' ? words.slice(1) : words;
}

function fits(typed: string | undefined, word: PatternWord): boolean {
  if (typed === undefined) return false;
  const lower = typed.toLowerCase();
  return lower.startsWith(word.least) && word.full.startsWith(lower);
}

/**
 * The words after a phrase, when the command begins with it; null when it does not. The phrase says how far each keyword
 * may be shortened, as Cisco IOS allows: `conf(igure) t(erminal)` fits `conf t`, `configure term` and `do CONF T`.
 */
export function after(command: string, phrase: string): readonly string[] | null {
  const words = commandWords(command);
  const wanted = patternOf(phrase);
  for (const [i, word] of wanted.entries()) if (!fits(words[i], word)) return null;
  return words.slice(wanted.length);
}

/** True when a typed word is the keyword or an allowed shortening of it: `isWord('acc', 'acc(ounting)')`. */
export function isWord(typed: string | undefined, keyword: string): boolean {
  return fits(typed, patternOf(keyword)[0] as PatternWord);
}
