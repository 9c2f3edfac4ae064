import { printable } from '../base/printable.ts';
import { foldWidth } from './terminal.ts';

/** A row of a list: short cells of a fixed width, then one text that may be long. */
export interface Row {
  readonly head: string;
  readonly text: string;
}

/** No line of ours is longer; what a hostile name would make longer is cut. */
const LONGEST = 10_000;

/** Writes lines to standard output. Whatever stands in them, the terminal gets no control characters. */
export function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.map((line) => printable(line, LONGEST)).join('\n')}\n`);
}

/** Writes rows to standard output; in a terminal long text goes on below itself, in a pipe a row is one line. */
export function sayRows(rows: readonly Row[]): void {
  const shown = rows.map(({ head, text }) => ({
    head: printable(head, LONGEST),
    text: printable(text, LONGEST),
  }));
  say(shown.flatMap((row) => foldRow(row, foldWidth())));
}

/** A row as lines of at most `width` columns; text goes below a head that leaves it no room. */
export function foldRow({ head, text }: Row, width: number | null): string[] {
  if (width === null || head.length + text.length <= width) return [head + text];
  const below = head.length > width * 0.6;
  const indent = below ? 4 : head.length;
  const lines = foldText(text, width - indent).map((line) => ' '.repeat(indent) + line);
  return below ? [head.trimEnd(), ...lines] : [head + (lines[0] as string).slice(indent), ...lines.slice(1)];
}

/** Breaks text at blanks into lines of at most `width` characters; longer words are left whole. */
export function foldText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
