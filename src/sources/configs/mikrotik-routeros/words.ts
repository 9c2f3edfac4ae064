const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  _: ' ',
  a: '',
  b: '',
  f: '',
  v: '',
};

/**
 * Cuts a command at blanks but not inside quotes or brackets. Quotes are taken off and what a backslash guards is undone
 * (`\"`, `\$`, `\n`, `\0D`); an expression in brackets stays one word.
 */
export function commandWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let begun = false;
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quoted && c === '\\') {
      const hex = /^[\dA-F]{2}/.exec(text.slice(i + 1, i + 3));
      const next = text[i + 1] ?? '';
      word += hex ? String.fromCharCode(Number.parseInt(hex[0], 16)) : (ESCAPES[next] ?? next);
      i += hex ? 2 : 1;
    } else if (c === '"') {
      quoted = !quoted;
      begun = true;
      if (depth > 0) word += c;
    } else if (quoted) word += c;
    else if (depth === 0 && (c === ' ' || c === '\t')) {
      if (begun) words.push(word);
      word = '';
      begun = false;
    } else {
      if (c === '[' || c === '{' || c === '(') depth += 1;
      else if ((c === ']' || c === '}' || c === ')') && depth > 0) depth -= 1;
      word += c;
      begun = true;
    }
  }
  if (begun) words.push(word);
  return words;
}

/** True when a quote is open at the end of a text. */
export function opensQuote(text: string): boolean {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') quoted = !quoted;
  }
  return quoted;
}
