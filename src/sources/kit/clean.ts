import { canonicalIp } from '../../base/ip.ts';
import { printable } from '../../base/printable.ts';
import { scrub } from './scrub.ts';

/** Longest command that a record keeps, in characters. */
const COMMAND = 2000;

/** A command as records keep it: without `<cr>`, single spaces, scrubbed of secrets and control characters. */
export function cleanCommand(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/ ?<cr> ?$/i, '')
    .trim();
  return printable(scrub(bare), COMMAND);
}

/** An account, terminal or task as records keep it: trimmed, at most 128 characters. */
export function cleanName(text: string): string {
  return printable(text.trim(), 128);
}

/** The address in canonical text, or null when the text is none. A zone index (`%eth0`) is dropped. */
export function cleanAddress(text: string | null): string | null {
  return text === null ? null : canonicalIp(text.trim().replace(/%\w{1,16}$/, ''));
}

/** A line as evidence shows it: scrubbed, without control characters, at most 400 characters. */
export function cleanLine(text: string): string {
  return printable(scrub(text.slice(0, 1600)), 400);
}

/** The origin of a host as written: `addr:` with the canonical address, or `name:` up to the first dot, lower case. */
export function originOfHost(text: string): string {
  const address = canonicalIp(text);
  if (address !== null) return `addr:${address}`;
  const dot = /^[\d.]+$/.test(text) ? -1 : text.indexOf('.');
  return `name:${printable((dot > 0 ? text.slice(0, dot) : text).toLowerCase(), 128)}`;
}
