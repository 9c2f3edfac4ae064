import { canonicalIp } from '../../base/ip.ts';
import type { LogRecord } from '../../model/record.ts';
import { after } from '../kit/commands.ts';

/** What was done to the log: cleared, sending stopped for one host or for all, or made less. */
export interface Deed {
  readonly kind: 'clear' | 'host' | 'off' | 'level';
  /** The collector, for `host`. */
  readonly host: string | null;
}

const LEVELS = 'emergencies alerts critical errors warnings notifications informational debugging'.split(' ');

/** Number of a severity as it is typed, shortened or not; null when it is none. */
function levelOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  if (/^[0-7]$/.test(typed)) return Number(typed);
  const found = LEVELS.findIndex((level) => typed.length >= 2 && level.startsWith(typed.toLowerCase()));
  return found < 0 ? null : found;
}

const HOST_WORDS = /^(?:host|server|ipv6|hostname)$/i;

function hostDeed(rest: readonly string[]): Deed | null {
  const host = rest.find((word) => !HOST_WORDS.test(word));
  if (host === undefined) return null;
  return { kind: 'host', host: canonicalIp(host) ?? host.toLowerCase() };
}

/** What a command does to the log; null for all others. `logging trap` counts below informational (facts B18). */
export function commandDeed(command: string): Deed | null {
  if (after(command, 'cle(ar) logg(ing)') || after(command, 'cle(ar) arch(ive) log'))
    return { kind: 'clear', host: null };
  const set = after(command, 'logg(ing) t(rap)');
  const level = set ? levelOf(set[0]) : null;
  if (level !== null) return level < 6 ? { kind: 'level', host: null } : null;
  const no = after(command, 'no logg(ing)');
  if (!no) return null;
  const [what = ''] = no;
  if (what === '' || /^on$/i.test(what) || /^tr(?:ap?)?$/i.test(what)) return { kind: 'off', host: null };
  if (HOST_WORDS.test(what) || canonicalIp(what) !== null) return hostDeed(no);
  return /^b(?:u(?:f.*)?)?$/i.test(what) ? { kind: 'clear', host: null } : null;
}

/** The collector that somebody took off, by the device's own message; null for all other messages. */
export function stoppedHost({ mnemonic, message }: Pick<LogRecord, 'mnemonic' | 'message'>): string | null {
  if (mnemonic !== 'SYS-6-LOGGINGHOST_STARTSTOP') return null;
  const found = /^Logging to host (\S{2,80})(?: port \d{1,5})? stopped - CLI initiated/.exec(message);
  return found ? (canonicalIp(found[1] ?? '') ?? found[1] ?? null) : null;
}
