import { printable } from '../../base/printable.ts';

const MOST = 1000;

/**
 * A SARIF message from data: plain text in which brackets and braces are escaped, so that a reader makes neither a
 * link nor a placeholder of them (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
export function message(text: string): { readonly text: string } {
  const escaped = printable(text, MOST)
    .replace(/[\\[\]]/g, (char) => `\\${char}`)
    .replace(/[{}]/g, (char) => char + char);
  return { text: escaped === '' ? '(no text)' : escaped };
}
