/** Kinds of tokens of a STIX pattern. */
export type TokenKind = 'word' | 'string' | 'number' | 'symbol' | 'literal';

/** One token; `text` of a string is unescaped, of a literal (binary, hex, timestamp) the part between the quotes. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

/** Longest pattern in characters and most tokens that are read. */
export const PATTERN_LIMITS: { readonly length: number; readonly tokens: number; readonly depth: number } = {
  length: 1_000_000,
  tokens: 200_000,
  depth: 32,
};

const WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[+-]?(?:\d+\.\d+|\d+)/y;
const SYMBOL = /!=|<>|==|<=|>=|[[\]():=<>.,*]/y;
const SPACE = /(?:\s+|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\n]*)+/y;

/** Cuts a pattern into tokens; null when a character has no place in one. Linear in the length. */
export function tokenize(text: string): Token[] | null {
  if (text.length > PATTERN_LIMITS.length) return null;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = take(SPACE, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = next(text, at);
    if (token === null || tokens.length >= PATTERN_LIMITS.tokens) return null;
    tokens.push(token.token);
    at = token.end;
  }
  return tokens;
}

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function next(text: string, at: number): { token: Token; end: number } | null {
  if (text[at] === "'") return quoted(text, at, { kind: 'string', at });
  const word = take(WORD, text, at);
  if (word !== null) {
    // b'…', h'…' and t'…' are binary, hexadecimal and timestamp literals.
    if (word.length === 1 && text[at + 1] === "'" && /[bht]/.test(word))
      return quoted(text, at + 1, { kind: 'literal', at });
    return { token: { kind: 'word', text: word, at }, end: at + word.length };
  }
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['symbol', SYMBOL],
  ] as const) {
    const found = take(pattern, text, at);
    if (found !== null) return { token: { kind, text: found, at }, end: at + found.length };
  }
  return null;
}

function quoted(
  text: string,
  open: number,
  token: { readonly kind: TokenKind; readonly at: number },
): { token: Token; end: number } | null {
  let out = '';
  let from = open + 1;
  for (let i = from; i < text.length; i += 1) {
    const c = text[i];
    if (c === "'") return { token: { ...token, text: out + text.slice(from, i) }, end: i + 1 };
    if (c === '\\') {
      out += text.slice(from, i) + (text[i + 1] ?? '');
      i += 1;
      from = i + 1;
    }
  }
  return null;
}
