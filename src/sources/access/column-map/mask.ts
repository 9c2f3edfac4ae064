import { printable } from '../../../base/printable.ts';
import { scrub } from '../../kit/scrub.ts';

/** Stands where digits stood that may be an identifier of a person. */
const DIGITS = '#';
const PHONE = /\+\d[\d ().-]{5,22}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|\d{7,}/g;

/** Hides digit groups as long as telephone numbers, and passwords; everything else stays. */
export function maskText(text: string): string {
  return scrub(text).replace(PHONE, DIGITS);
}

const LIKELY_PERSON =
  /\+\d[\d ().-]{5,22}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|(?<![A-Za-z])\d{10,}|\d{14,}/;

/** True when the text holds what is most likely a telephone number or IMSI, and not the number of a ticket or badge. */
export function holdsPersonNumber(text: string): boolean {
  return LIKELY_PERSON.test(text);
}

const WORD = /[A-Za-z_\u0080-\uffff][\w$#.\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const DOLLAR = /\$[A-Za-z_]{0,40}\$/y;
const BLANK = /\s+/y;

/**
 * A query with `?` for every literal: strings of all quotes, numbers, dollar quotes; comments are dropped. When it is
 * not certain where a string ends, everything behind is hidden too. At most 400 characters.
 */
export function maskQuery(query: string): string {
  let out = '';
  for (let at = 0; at < query.length && out.length <= 500; ) {
    const [text, next] = step(query, at);
    out += text;
    at = next;
  }
  return printable(maskText(out.replace(/ {2,}/g, ' ').trim()), 400);
}

type Step = readonly [text: string, next: number];

function step(query: string, at: number): Step {
  const char = query[at] as string;
  if (char === "'" || char === '"') return literal(query, at, char);
  if (char === '`') return quotedName(query, at);
  if (char === '-' && query[at + 1] === '-') return ['', endOf(query, '\n', at)];
  if (char === '/' && query[at + 1] === '*') return [' ', endOf(query, '*/', at + 2)];
  if (char === '#' && /^\s?$/.test(query.slice(at - 1, at))) return ['', endOf(query, '\n', at)];
  const code = query.charCodeAt(at);
  if (code <= 32) return [' ', at + (match(BLANK, query, at)?.length ?? 1)];
  if (code >= 48 && code <= 57) return ['?', at + (match(NUMBER, query, at)?.length ?? 1)];
  const dollar = char === '$' ? match(DOLLAR, query, at) : null;
  if (dollar) return ['?', endOf(query, dollar, at + dollar.length)];
  const word = code > 64 ? match(WORD, query, at) : null;
  return word ? name(query, at, word) : [char, at + 1];
}

// The prefix of a string (N'…', E'…') belongs to it; q'[…]' has quotes of its own that are not worth a parser.
function name(query: string, at: number, word: string): Step {
  const end = at + word.length;
  if (query[end] !== "'") return [word, end];
  return /q$/i.test(word) ? ['?', query.length] : literal(query, end, "'");
}

function literal(query: string, at: number, quote: string): Step {
  let end = query.indexOf(quote, at + 1);
  while (end > 0 && query[end + 1] === quote) end = query.indexOf(quote, end + 2);
  if (end < 0) return ['?', query.length];
  // A backslash before a quote ends the string in one dialect and goes on in another.
  const doubtful = query.slice(at + 1, end + 1).includes(`\\${quote}`);
  return ['?', doubtful ? query.length : end + 1];
}

function quotedName(query: string, at: number): Step {
  const end = query.indexOf('`', at + 1);
  return end < 0 ? ['?', query.length] : [query.slice(at, end + 1), end + 1];
}

function endOf(query: string, mark: string, from: number): number {
  const end = query.indexOf(mark, from);
  return end < 0 ? query.length : end + mark.length;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
