/** Characters that need a closer look; most lines have none and pass as they are. */
const MAY_HIDE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

/**
 * Makes text from evidence fit to show: control characters (C0, C1, DEL), bidirectional overrides and lone surrogates
 * become visible escapes, and the text is cut to `most` characters with an ellipsis.
 */
export function printable(text: string, most: number): string {
  if (text.length <= most && !MAY_HIDE.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code === 9) out += ' ';
    else if (isHidden(code)) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += char;
    if (out.length > most) return `${out.slice(0, most - 1)}…`;
  }
  return out;
}

function isHidden(code: number): boolean {
  if (code < 32 || (code >= 127 && code < 160)) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
