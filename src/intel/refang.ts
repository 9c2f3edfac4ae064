const DOT = /\s?[[({]\s?(?:\.|dot)\s?[\])}]\s?|\[\.|\.\]|\\\./gi;
const AT = /\s?[[({]\s?(?:@|at)\s?[\])}]\s?/gi;
const COLON = /[[({]:[\])}]/g;
const SLASHES = /[[({](?:(:)?\/\/|\/)[\])}]/g;
const SCHEME = /\b(?:hxxp|h\*\*p|meow|hXXp|httx)(s?)(?=\s?:\/\/|\[?:\]?\/\/)/gi;
const FTP = /\bfxp(s?)(?=:\/\/)/gi;

/**
 * Undoes the ways in which people make indicators harmless: `1[.]2[.]3[.]4`, `hxxp://`, `a(dot)example`, `x[at]y`,
 * `[:]//`. Text without such marks comes back as it is.
 */
export function refang(text: string): string {
  return text
    .replace(SLASHES, (whole, colon: string | undefined) => (whole.includes('//') ? `${colon ?? ''}//` : '/'))
    .replace(COLON, ':')
    .replace(DOT, '.')
    .replace(AT, '@')
    .replace(SCHEME, 'http$1')
    .replace(FTP, 'ftp$1');
}
