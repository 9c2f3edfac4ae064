import type { Head } from '../../kit/contract.ts';
import { HeaderReader } from './header.ts';

/** Bare words with which messages that have no tag begin. */
const BARE = /^(?:CISE_|CSCOacs_|last$|message$|---?$|\(\d+\)$)/;

/**
 * How sure it is that these are syslog lines: the share of lines with a header that ends in a mnemonic, a program or a
 * known first word. Below half the answer is 0, and it never exceeds 0.9, so that narrower formats win.
 */
export function recogniseSyslog(head: Head): number {
  const header = new HeaderReader();
  let lines = 0;
  let good = 0;
  const count = head.whole ? head.lines.length : head.lines.length - 1;
  for (let i = 0; i < count; i += 1) {
    const text = head.lines[i] as string;
    if (/^[\s\0]*$/.test(text)) continue;
    lines += 1;
    if (isSyslog(header, text)) good += 1;
  }
  const share = lines === 0 ? 0 : good / lines;
  return share < 0.5 ? 0 : 0.5 + share * 0.4;
}

function isSyslog(header: HeaderReader, text: string): boolean {
  const bytes = Buffer.from(text, 'latin1');
  if (!header.read(bytes, 0, bytes.length)) return false;
  if (header.form === 'mnemonic' || header.form === 'program') return true;
  return header.form === 'bare' && BARE.test(bytes.toString('latin1', header.tagFrom, header.tagTo));
}
