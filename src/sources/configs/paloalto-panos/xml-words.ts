const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Undoes the five named entities of XML and numbers; all others stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (all: string, dec?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec);
      // Control characters and what is no character stay as written.
      const odd = code < 32 || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff);
      return odd ? ' ' : String.fromCodePoint(code);
    },
  );
}

/** Name of the element that a tag opens. */
export function nameOf(tag: string): string {
  return /^<([\w.:-]{1,200})/.exec(tag)?.[1] ?? '';
}

/** Value of an attribute of a tag; null when it has none of that name. */
export function attribute(tag: string, name: string): string | null {
  let at = tag.indexOf(` ${name}=`);
  if (at < 0) return null;
  at += name.length + 2;
  const quote = tag[at];
  if (quote !== '"' && quote !== "'") return null;
  const end = tag.indexOf(quote, at + 1);
  return end < 0 ? null : decodeEntities(tag.slice(at + 1, end));
}

/** A text as one word of a path. */
export function quoteWord(text: string): string {
  if (!/[\s"\\]/.test(text)) return text;
  return `"${text.replace(/[\r\n\t]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
