/** Words of a path beyond which it means nothing to us: no rule is half as long. */
const LONGEST = 64;
const BEYOND: readonly string[] = ['…'];
const SPACE = 32;
const TAB = 9;
const QUOTE = 34;
const BACKSLASH = 92;

/** Cuts text at blanks but not inside double quotes, which are taken off; a backslash guards the next character. */
export function pathWords(text: string): string[] {
  if (!text.includes('"')) return text.split(/[ \t]+/).filter((word) => word !== '');
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    words.push(unquoted(text.slice(at, end)));
    at = end;
  }
  return words;
}

function wordEnd(text: string, from: number): number {
  let quoted = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) quoted = !quoted;
    else if (!quoted && (code === SPACE || code === TAB)) break;
  }
  return Math.min(at, text.length);
}

function unquoted(word: string): string {
  if (!word.includes('"')) return word;
  return word.replace(/\\(.)|"/g, (_all, guarded: string | undefined) => guarded ?? '');
}

/** The path that a statement stands below; one word that no rule knows where nesting has made it too long to keep. */
export function pathAbove(path: readonly string[] | undefined): readonly string[] {
  if (path === undefined) return [];
  return path.length > LONGEST ? BEYOND : path;
}
