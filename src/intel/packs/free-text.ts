import { late } from '../../base/late.ts';
import { refang } from '../refang.ts';
import { type IntelValue, readValue } from '../value.ts';

/** Top-level domains of RFC 2606 and 6762, which examples and tests use, beside those of the public suffix list. */
const RESERVED: ReadonlySet<string> = new Set(['example', 'invalid', 'test', 'onion']);

/** True when a name ends in a top-level domain that exists; `dknife.bin` in a list is a file, not a domain. */
function endsInKnownSuffix(host: string): boolean {
  const last = host.slice(host.lastIndexOf('.') + 1);
  return RESERVED.has(last) || late('tldts').parse(host).isIcann === true;
}

function hostOf(value: IntelValue): string | null {
  if (value.type === 'domain') return value.value;
  if (value.type === 'email') return value.value.slice(value.value.lastIndexOf('@') + 1);
  // A path without a scheme is as often a file as a place on the web.
  if (value.type === 'url' && !value.value.includes('://')) return value.value.split(/[/:?#]/)[0] ?? '';
  return null;
}

/** A value in text that nobody typed for us, after undoing defanging; names need a top-level domain that exists. */
export function looseValue(text: string): IntelValue | null {
  const value = readValue(refang(text));
  if (!value) return null;
  const host = hostOf(value);
  return host === null || /^[\d.[\]:]+$/.test(host) || endsInKnownSuffix(host) ? value : null;
}
