import { canonicalIp } from '../../../base/ip.ts';

/** Kinds of identifiers of persons. */
export type PersonKind = 'msisdn' | 'imsi' | 'imei' | 'email' | 'ip' | 'account';

/** How national numbers become international ones. */
export interface National {
  /** How many digits a national number has without its trunk digit; left out where they differ. */
  readonly digits?: number | undefined;
  readonly country: string;
  /** The digit that stands before national numbers and that international ones lack; `0` unless told. */
  readonly trunk?: string | undefined;
}

/** How a telephone number was written, for counting persons: see `Keyed` for why the number itself does not stay. */
export interface NumberForm {
  /** The last digits, which all ways to write the number share; null where the number is too short to tell. */
  readonly tail: string | null;
  /** True when the country is known, so that no other international number can be the same. */
  readonly international: boolean;
}

/** Digits at the end that no trunk digit and no country code reaches (ITU-T E.164: subscriber numbers are at the end). */
const TAIL = 7;

/**
 * One form for all ways to write an identifier, so that equal persons get equal pseudonyms: `+1 202 555 0101`,
 * `001-202-555-0101` and `12025550101` are the same number. IMEI without check digit or software version.
 */
export function canonicalPerson(kind: PersonKind, value: string, national?: National): string {
  const text = plain(value).toLowerCase();
  if (kind === 'ip') return canonicalIp(text) ?? text;
  if (kind === 'email') return (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/, '');
  if (kind === 'account') return text;
  const bare = bareOf(text);
  const digits = digitsOf(bare);
  if (!/^\d+$/.test(digits)) return text;
  if (kind === 'imei') return digits.length > 14 ? digits.slice(0, 14) : digits;
  return kind === 'imsi' ? digits : international(bare, digits, national).digits;
}

/** How a telephone number was written; null for what is none. */
export function numberForm(kind: PersonKind, value: string, national?: National): NumberForm | null {
  if (kind !== 'msisdn') return null;
  const bare = bareOf(plain(value).toLowerCase());
  const written = digitsOf(bare);
  if (!/^\d+$/.test(written)) return null;
  const { digits, sure } = international(bare, written, national);
  const own = sure ? digits : digits.replace(/^0+/, '');
  return { tail: own.length < TAIL ? null : own.slice(-TAIL), international: sure };
}

const bareOf = (text: string): string => text.replace(/^(?:tel|imsi|imei|msisdn)[:=]/, '');
// `+44 (0)20 …` and `+44 020 …` show the trunk digit that callers from abroad leave out; Italy has none.
const digitsOf = (bare: string): string =>
  bare
    .replace(/^(\+(?!(?:39|378|379)\D)\d{1,3})(?:[\s.-]{0,3}\(0\)|[\s.-]{1,3}0)/, '$1')
    .replace(/[\s().+/-]/g, '');

// Wide digits, blanks that do not break and dashes of typesetters become those of a keyboard.
function plain(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    .trim();
}

interface International {
  readonly digits: string;
  readonly sure: boolean;
}

const sure = (digits: string): International => ({ digits, sure: true });

function international(written: string, digits: string, national: National | undefined): International {
  if (written.startsWith('+')) return sure(digits);
  if (digits.startsWith('00')) return sure(digits.slice(2));
  if (!national) return { digits, sure: false };
  const { country } = national;
  // In North America 011 begins an international number.
  if (country === '1' && digits.startsWith('011') && digits.length > 11) return sure(digits.slice(3));
  const trunk = national.trunk ?? trunkOf(country);
  const own = trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : null;
  // No national number and no country code begins with 0; another trunk digit needs the length to tell.
  if (own !== null && (trunk === '0' || own.length === national.digits)) return sure(country + own);
  if (digits.length === national.digits) return sure(country + digits);
  const whole = digits.startsWith(country) && digits.length === (national.digits ?? 0) + country.length;
  return { digits, sure: whole };
}

/** North America writes 1 before long-distance numbers, which is the country code; Italy's 0 belongs to the number. */
const NO_TRUNK: ReadonlySet<string> = new Set(['1', '39', '378', '379']);
const trunkOf = (country: string): string => (NO_TRUNK.has(country) ? '' : '0');

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
