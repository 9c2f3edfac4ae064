/** Columns that one character takes on a terminal: 0 for combining marks, 2 for East Asian wide and emoji, else 1. */
export function columnsOf(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(char)) return 0;
  return isWide(code) || EMOJI.test(char) ? 2 : 1;
}

/** Emoji that are shown as pictures; flags are left out, since terminals do not agree on their letters. */
const EMOJI = /^(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return WIDE.some(([from, to]) => code >= from && code <= to);
}

/** Columns that a text without control characters takes. */
export function textColumns(text: string): number {
  let sum = 0;
  for (const char of text) sum += columnsOf(char);
  return sum;
}

/** Cuts text to so many columns, with an ellipsis where something was cut. */
export function cutTo(text: string, columns: number): string {
  if (textColumns(text) <= columns) return text;
  let out = '';
  let used = 0;
  for (const char of text) {
    const wide = columnsOf(char);
    if (used + wide > columns - 1) break;
    out += char;
    used += wide;
  }
  return columns > 0 ? `${out.trimEnd()}…` : '';
}

/** Cuts or fills text to exactly so many columns. */
export function fitTo(text: string, columns: number): string {
  const cut = cutTo(text, columns);
  return cut + ' '.repeat(Math.max(0, columns - textColumns(cut)));
}

/** Breaks text at spaces into at most `most` lines of so many columns; the last is cut where more would follow. */
export function wrapTo(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    if (line === '' || textColumns(line) + 1 + textColumns(word) <= columns) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(cutTo([line, ...words.slice(i)].join(' '), columns));
      return lines;
    }
    lines.push(cutTo(line, columns));
    line = word;
  }
  if (line !== '') lines.push(cutTo(line, columns));
  return lines;
}
