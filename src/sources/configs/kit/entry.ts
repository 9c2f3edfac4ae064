import type { Place } from '../../../base/statement-tree.ts';

/** One line of the evidence after the terminal's residue has been taken off. */
export interface Entry extends Place {
  /** Text with its indentation, safe to show: no control characters. */
  readonly text: string;
  /** Number of blanks before the text. */
  readonly indent: number;
  /** True when a line end closes it; the last line of evidence that was cut off has none. */
  readonly closed: boolean;
  /** Length of the device name when the line may be a prompt; 0 when it cannot be one. */
  readonly prompt: number;
}

/** The text of an entry without indentation and trailing blanks. */
export function bodyOf(entry: Entry): string {
  return entry.indent === 0 ? entry.text : entry.text.slice(entry.indent);
}
