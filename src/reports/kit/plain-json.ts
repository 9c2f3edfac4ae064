const HIDDEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * JSON text in which characters that steer a terminal or turn text around stand as escapes. JSON itself escapes only
 * those below the space; the value that a reader gets is the same.
 */
export function plainJson(text: string): string {
  return text.replace(HIDDEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
