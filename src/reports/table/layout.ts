import { cutTo, fitTo, textColumns, wrapTo } from '../../base/terminal.ts';
import type { Paint, Tone } from './paint.ts';

/** One line of the report as columns; the middle takes what the others leave. */
export interface Row {
  readonly label: string;
  readonly tone: Tone;
  readonly middle: string;
  readonly right: string;
  /** Stands at the very right and is never cut, so that it can be typed: the id of a finding. */
  readonly id?: string;
}

const MARGIN = 2;
const GAP = 2;
const LABEL = 11;

/** Columns that a terminal is taken to have: not under 60, not over 160. */
export function usableWidth(width: number): number {
  return Math.min(160, Math.max(60, Number.isFinite(width) ? Math.floor(width) : 80));
}

/** Lays rows out in columns that line up; the right one takes at most half of the room. */
export function rows(list: readonly Row[], width: number, paint: Paint): string[] {
  const ids = Math.max(0, ...list.map((row) => (row.id === undefined ? 0 : row.id.length + GAP)));
  const room = width - MARGIN - LABEL - GAP - ids;
  const right = Math.min(Math.max(0, ...list.map((row) => textColumns(row.right))), Math.floor(room / 2));
  const space = ' '.repeat(GAP);
  return list.map((row) => {
    const label = paint(row.tone, fitTo(row.label, LABEL));
    const start = ' '.repeat(MARGIN) + label + space;
    if (row.right === '') return start + cutTo(row.middle, room);
    const end = row.id === undefined ? cutTo(row.right, right) : fitTo(row.right, right) + space + row.id;
    return `${start}${fitTo(row.middle, room - GAP - right)}${space}${end}`.trimEnd();
  });
}

/** Lines under the middle column, for what belongs to the row above them; at most so many. */
export function under(text: string, width: number, lines: number): string[] {
  const indent = MARGIN + LABEL + GAP;
  return wrapTo(text, width - indent, lines).map((line) => ' '.repeat(indent) + line);
}

const QUESTION = 13;

/** An answer after its question: at most so many lines, the word of the answer first. */
export function answer(
  says: { readonly question: string; readonly word: string; readonly tone: Tone; readonly sentence: string },
  layout: { readonly width: number; readonly lines: number },
  paint: Paint,
): string[] {
  const indent = MARGIN + QUESTION + 1;
  const lines = wrapTo(
    says.word === '' ? says.sentence : `${says.word}: ${says.sentence}`,
    layout.width - indent,
    layout.lines,
  );
  return lines.map((line, i) => {
    if (i > 0) return `${' '.repeat(indent)}${line}`;
    const head = paint('strong', fitTo(says.question, QUESTION));
    const starts = says.word !== '' && line.startsWith(says.word);
    const body = starts ? paint(says.tone, says.word) + line.slice(says.word.length) : line;
    return `${' '.repeat(MARGIN)}${head} ${body}`;
  });
}
