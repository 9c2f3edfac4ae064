import type { FreeTextEnd } from './syntax.ts';

/** Statements whose text runs on, over lines that are no statements, until a delimiter. */
const OPENERS =
  /^(?:banner (?:motd|login|exec|incoming|prompt-timeout|slip-ppp|config-save)|aaa authentication (?:banner|fail-message)|menu \S+ (?:title|prompt)|vacant-message|refuse-message|busy-message \S+) ?(\S.*)?$/;
const MACRO = /^macro name \S+$/;

/** EOS ends its texts with a line `EOF`. */
export function opensEofText(body: string): FreeTextEnd | null {
  return /^(?:banner (?:motd|login|exec)|comment)$/.test(body) ? { mark: 'EOF', whole: true } : null;
}

/**
 * How the free text ends which this statement opens; null when the statement opens none or closes it on the same line.
 * For the platforms that write as IOS does. IOS always writes `^C`; files written by hand may use any character.
 */
export function opensFreeText(body: string): FreeTextEnd | null {
  const first = body.charCodeAt(0);
  // a, b, m, r, v: the only letters with which such statements begin.
  if (first !== 97 && first !== 98 && first !== 109 && first !== 114 && first !== 118) return null;
  if (MACRO.test(body)) return { mark: '@', whole: false };
  const found = OPENERS.exec(body);
  if (!found?.[1]) return null;
  const text = found[1];
  const delimiter = text.startsWith('^C') ? '^C' : (text[0] as string);
  return text.indexOf(delimiter, delimiter.length) >= 0 ? null : { mark: delimiter, whole: false };
}
