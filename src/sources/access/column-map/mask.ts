import { printable } from '../../../base/printable.ts';
import { scrub } from '../../kit/scrub.ts';

/** Stands where something stood that may be an identifier of a person. */
const HIDDEN = '#';

const MAIL = /[^\s@<>"'=,;:()|]{1,64}@(?:[\p{L}\p{Nd}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Groups of digits with blanks, dots, dashes, slashes or brackets between; addresses and dates end such a run. */
const RUN =
  /\+[ (]{0,2}\p{Nd}(?:[\s.()/\u2010-\u2015-]{0,3}\p{Nd})*|(?<![\p{Nd}.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\p{Nd})|(?<!\p{Nd})\d{4}-\d\d-\d\d(?!\p{Nd})|\(?\p{Nd}+(?:[\s.()/\u2010-\u2015-]{1,3}(?!(?<!\.)(?:\d{1,3}\.){3}\d{1,3}(?!\.?\p{Nd})|\d{4}-\d\d-\d\d(?!\p{Nd}))\p{Nd}+)*/gu;

/** An IPv4 address or a date. */
const HARMLESS =
  /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d\d)$/;

/** Hides digit groups as long as telephone numbers, mail addresses and passwords; everything else stays. */
export function maskText(text: string): string {
  return maskNumbers(scrub(text).replace(MAIL, HIDDEN));
}

/** The same, but mail addresses stay: where data was sent to is a lead. */
export function maskDestination(text: string): string {
  return maskNumbers(scrub(text));
}

function maskNumbers(text: string): string {
  return text.replace(RUN, (run) => (isLong(run) ? HIDDEN : run));
}

// A number with gaps needs more digits, since numbers that do not belong together may stand in a row.
function isLong(run: string): boolean {
  const least = run.startsWith('+') || /\p{Nd}{7}/u.test(run) ? 7 : 9;
  return digitsOf(run) >= least && !HARMLESS.test(run);
}

function digitsOf(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/**
 * True when the text holds what is most likely a telephone number or IMSI, and not the number of a ticket or badge:
 * more digits are asked for, and none where letters or a year stand before them.
 */
export function holdsPersonNumber(text: string): boolean {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (HARMLESS.test(run) || digitsOf(run) < (run.startsWith('+') ? 7 : 10)) continue;
    const lettered = /^\d{1,13}(?!\d)/.test(run) && /[A-Za-z]/.test(text[index - 1] ?? '');
    const dated = /^(?:19|20)\d\d[-/]/.test(run) && !/\d{10}/.test(run);
    if (!lettered && !dated) return true;
  }
  return false;
}

const WORD = /[\p{L}_][\p{L}\p{M}\w$#.]*/uy;
const NUMBER = /\d[\w.]*/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62})?\$/y;
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
