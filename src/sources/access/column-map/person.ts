import { canonicalIp } from '../../../base/ip.ts';

/** Kinds of identifiers of persons. */
export type PersonKind = 'msisdn' | 'imsi' | 'imei' | 'email' | 'ip' | 'account';

/** How national numbers become international ones. */
export interface National {
  /** How many digits a national number has. */
  readonly digits: number;
  readonly country: string;
}

/**
 * One form for all ways to write an identifier, so that equal persons get equal pseudonyms: `+1 202 555 0101`,
 * `001-202-555-0101` and `12025550101` are the same number. IMEI without check digit or software version.
 */
export function canonicalPerson(kind: PersonKind, value: string, national?: National): string {
  const text = plain(value).toLowerCase();
  if (kind === 'ip') return canonicalIp(text) ?? text;
  if (kind === 'email') return (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/, '');
  if (kind === 'account') return text;
  const bare = text.replace(/^(?:tel|imsi|imei|msisdn)[:=]/, '');
  const digits = bare.replace(/[\s().+/-]/g, '');
  if (!/^\d+$/.test(digits)) return text;
  if (kind === 'imei') return digits.length > 14 ? digits.slice(0, 14) : digits;
  return kind === 'imsi' ? digits : international(bare, digits, national);
}

// Wide digits, blanks that do not break and dashes of typesetters become those of a keyboard.
function plain(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    .trim();
}

function international(written: string, digits: string, national: National | undefined): string {
  if (written.startsWith('+')) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  // In North America 011 begins an international number.
  if (national?.country === '1' && digits.startsWith('011') && digits.length > 11) return digits.slice(3);
  return national && digits.length === national.digits ? `${national.country}${digits}` : digits;
}

/** What kind of personal identifier a whole value looks like; null when like none. */
export function looksLikePerson(value: string): PersonKind | null {
  if (value.length > 254) return null;
  const text = plain(value);
  if (/^(?:[^<>@]{0,100}<)?[^\s@<>]{1,64}@[^\s@<>]+\.[a-z]{2,}>?$/i.test(text)) return 'email';
  if (!/^(?:tel:)?\+?[\d ().-]{7,24}$/.test(text) || canonicalIp(text) !== null) return null;
  const digits = text.replace(/\D/g, '').length;
  if (digits === 15) return 'imsi';
  return digits >= 10 && digits <= 16 ? 'msisdn' : null;
}
