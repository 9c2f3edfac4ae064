import { Buffer } from 'node:buffer';
import { printable } from '../../../base/printable.ts';
import { type Line, lineText } from '../../kit/lines.ts';
import type { Entry } from './entry.ts';

const SPACE = 32;
const HASH = 35;
const GREATER = 62;
const MORE = '--More--';
/** The pager of Junos; `---(more 42%)---` from the second page on. */
const MORE_IN_BRACKETS = /^ *---\(more(?: \d{1,3}%)?\)--- */;
const VRP_MORE = '---- More ----';
const VRP_ERASED = 42;
// The pager erases itself with nine backspaces, nine blanks and nine backspaces; some loggers drop the backspaces.
const ERASED = 9;

const NEWLINE = 10;
const RETURN = 13;
/** Bytes by what they mean for a chunk: 0 is plain, 1 a return, which is plain before a newline, 2 anything else. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === RETURN) return 1;
  return byte === NEWLINE || (byte >= SPACE && byte <= 126) ? 0 : 2;
});

/** True when all bytes draw a character of their own or end a line. */
function isPlain(bytes: Uint8Array): boolean {
  let kinds = 0;
  for (let i = 0; i < bytes.length; i += 1) kinds |= KINDS[bytes[i] as number] as number;
  if (kinds !== 1) return kinds === 0;
  for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1))
    if (bytes[at + 1] !== NEWLINE) return false;
  return true;
}

/** Texts of facts are stretches of the chunk that they come from and keep it in memory: bounded for a long file. */
const MOST_SHARED = 32 * 1024 * 1024;

/** Makes entries of the lines of a file. A chunk of plain text, as most are, is decoded at once and not line by line. */
export class Screen {
  private bytes: Uint8Array | null = null;
  private text = '';
  private shared = 0;

  /** Tells which bytes the next lines lie in, but for lines that began before them. */
  show(chunk: Uint8Array): void {
    this.bytes = null;
    this.text = '';
    this.shared += chunk.length;
    if (this.shared > MOST_SHARED) return;
    if (!isPlain(chunk)) return;
    const text = viewOf(chunk).toString('latin1');
    if (text.includes(MORE) || text.includes('---(more') || text.includes(VRP_MORE)) return;
    this.bytes = chunk;
    this.text = text;
  }

  /** Makes an entry of a line. */
  entry(line: Line): Entry {
    return line.bytes === this.bytes ? this.plain(line) : toEntry(line);
  }

  private plain({ bytes, start, end, number, offset, size }: Line): Entry {
    let stop = end;
    while (stop > start && bytes[stop - 1] === SPACE) stop -= 1;
    let from = start;
    while (from < stop && bytes[from] === SPACE) from += 1;
    let prompt = 0;
    if (from === start)
      for (let i = start; i < stop && bytes[i] !== SPACE; i += 1) {
        if (bytes[i] !== HASH && bytes[i] !== GREATER) continue;
        prompt = i - start;
        break;
      }
    return {
      line: number,
      byte: offset,
      size,
      text: this.text.slice(start, stop),
      indent: from - start,
      prompt,
      closed: size > end - start,
    };
  }
}

/** Makes an entry of a line: text as it stood on the screen, indentation, and whether it may be a prompt. */
export function toEntry(line: Line): Entry {
  const { bytes, start, end } = line;
  let special = false;
  let mark = 0;
  let word = true;
  for (let i = start; i < end; i += 1) {
    const c = bytes[i] as number;
    if (c < SPACE || c > 126) special = true;
    else if (word && (c === HASH || c === GREATER)) {
      mark = i - start;
      word = false;
    } else if (c === SPACE) word = false;
  }
  const raw = special ? onScreen(afterErased(lineText(line))) : viewOf(bytes).toString('latin1', start, end);
  return finish(raw, line, special ? firstMark(raw) : mark);
}

let viewed: Uint8Array | null = null;
let view: Buffer = Buffer.alloc(0);

/** The bytes as a Buffer; lines share the bytes of their chunk, so that the last view nearly always serves. */
function viewOf(bytes: Uint8Array): Buffer {
  if (viewed !== bytes) {
    viewed = bytes;
    view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return view;
}

function finish(raw: string, line: Line, prompt: number): Entry {
  let text = raw;
  const pager = text.indexOf(MORE);
  if (pager >= 0 && text.slice(0, pager).trim() === '') text = afterPager(text.slice(pager + MORE.length));
  else if (text.includes('---(more')) text = text.replace(MORE_IN_BRACKETS, '');
  else if (text.includes(VRP_MORE)) text = afterVrpPager(text);
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === SPACE) length -= 1;
  if (length < text.length) text = text.slice(0, length);
  let indent = 0;
  while (indent < length && text.charCodeAt(indent) === SPACE) indent += 1;
  const place = {
    line: line.number,
    byte: line.offset,
    size: line.size,
    closed: line.size > line.end - line.start,
  };
  return { ...place, text, indent, prompt: pager >= 0 ? firstMark(text) : prompt };
}

/** Text behind the pager's mark and the last backspace that erases it, however many blanks stand between. */
function afterErased(text: string): string {
  const pager = text.indexOf(MORE);
  if (pager < 0 || text.slice(0, pager).trim() !== '') return text;
  let i = pager + MORE.length;
  let last = -1;
  for (; text[i] === ' ' || text[i] === '\b'; i += 1) if (text[i] === '\b') last = i;
  return last < 0 ? text : text.slice(last + 1);
}

/** VRP erases its pager's mark with 42 blanks, which loggers keep that drop the movements of the cursor. */
function afterVrpPager(text: string): string {
  const from = text.indexOf(VRP_MORE);
  if (text.slice(0, from).trim() !== '') return text;
  const rest = text.slice(from + VRP_MORE.length);
  let blanks = 0;
  while (blanks < VRP_ERASED && rest[blanks] === ' ') blanks += 1;
  return rest.slice(blanks);
}

function afterPager(rest: string): string {
  let blanks = 0;
  while (blanks < ERASED && rest[blanks] === ' ') blanks += 1;
  return rest.slice(blanks);
}

function firstMark(text: string): number {
  const blank = text.indexOf(' ');
  const word = blank < 0 ? text : text.slice(0, blank);
  const found = word.search(/[#>]/);
  return found < 0 ? 0 : found;
}

/** What a terminal would show: backspace and return move the cursor, escape sequences draw nothing. */
function onScreen(text: string): string {
  const cells: string[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string;
    if (char === '\b') at = Math.max(0, at - 1);
    else if (char === '\r') at = 0;
    else if (char === '\u001b') {
      const end = afterEscape(text, i);
      // `ESC [ n D` moves the cursor back: so does the pager of VRP erase itself.
      if (text[end] === 'D' && text[i + 1] === '[')
        at = Math.max(0, at - (Number(text.slice(i + 2, end)) || 1));
      i = end;
    } else if (char === '\u0003') {
      // IOS prints the end-of-banner character as such; captures show it in two characters.
      cells[at] = '^C';
      at += 1;
    } else if (char !== '\u0000' && char !== '\u0007') {
      cells[at] = char === '\t' ? ' ' : char;
      at += 1;
    }
  }
  return printable(cells.join(''), Math.max(4000, text.length * 8));
}

/** Index of the last character of an escape sequence (ECMA-48: CSI parameters, then one final byte). */
function afterEscape(text: string, at: number): number {
  if (text[at + 1] !== '[') return at + 1;
  let i = at + 2;
  while (i < text.length && i < at + 32 && !/[@-~]/.test(text[i] as string)) i += 1;
  return i;
}
