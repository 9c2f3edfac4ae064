import { canonicalIp, formatNetwork, parseNetwork } from '../../base/ip.ts';
import type { Instant } from '../../base/time.ts';
import type { AclEntry, DeviceFacts } from '../../model/device-facts.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import { after, commandWords } from '../kit/commands.ts';
import { inModes, modeAfter } from '../kit/modes.ts';

/** What an access list guards: management, something else, or nothing that is known. */
export type Role = 'management' | 'other' | 'unbound';

/** Numbers that the actors used, the first most often (AA25-239A). */
const USUAL = new Set(['20', '50', '10']);

const MANAGEMENT = /^(?:vty|con|aux|tty|snmp|http|ntp|ssh|user )/;

/** What the named list guards in any of the configurations. */
export function roleOf(configs: readonly DeviceFacts[], name: string): Role {
  const bound = configs.flatMap((facts) => facts.aclBindings).filter((b) => b.acl === name);
  if (bound.some((b) => MANAGEMENT.test(b.where))) return 'management';
  return bound.length > 0 ? 'other' : 'unbound';
}

/** Where a list is bound, in words: `vty 0 4, snmp community`. */
export function boundTo(configs: readonly DeviceFacts[], name: string): string {
  const where = configs.flatMap((facts) => facts.aclBindings).filter((b) => b.acl === name);
  return [...new Set(where.map((b) => b.where))].sort().slice(0, 4).join(', ');
}

/** True for lists that this check looks at: those of management, and the numbers that the actors used. */
export function isWatched(configs: readonly DeviceFacts[], name: string): boolean {
  return USUAL.has(name) || roleOf(configs, name) === 'management';
}

/** True when a source lets strangers in: everybody, or an outside network that nobody manages devices from. */
export function admitsStrangers(view: DeviceView, source: string, at: Instant | null): boolean {
  if (source === 'any') return true;
  if (!isExternalText(source)) return false;
  const address = source.split('/')[0] ?? source;
  return !view.fleet.isManagement(address, at) && view.fleet.ownerOf(address) === null;
}

/** An entry as it would be written again, without its place. */
export function entryText({ action, protocol, source, destination, ports }: AclEntry): string {
  const shown = source.replace(/\/(?:32|128)$/, '');
  if (protocol === 'ip' && destination === 'any') return `${action} ${shown}`;
  return [action, protocol, shown, destination, ports].filter(Boolean).join(' ');
}

/** A permit that somebody typed into a list. */
export interface TypedPermit {
  readonly acl: string;
  /** Network in CIDR form, or `any`. */
  readonly source: string;
  readonly command: CommandRecord;
  readonly opener: CommandRecord | null;
}

function sourceOf(words: readonly string[]): string | null {
  // An extended entry names its protocol first; a standard one begins with the source.
  const start = /^(?:any|host)$/i.test(words[0] ?? '') || canonicalIp(words[0] ?? '') ? 0 : 1;
  const first = words[start]?.toLowerCase();
  if (first === 'any') return 'any';
  const text = first === 'host' ? words[start + 1] : words[start];
  const address = parseNetwork(text ?? '');
  if (!address) return null;
  const wild = first === 'host' ? null : wildcardBits(words[start + 1] ?? '');
  if (wild === null) return formatNetwork(address);
  return wild === 0 ? 'any' : formatNetwork(parseNetwork(`${text}/${wild}`) ?? address);
}

function wildcardBits(text: string): number | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
  const value = text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = Math.log2(value + 1);
  return Number.isInteger(size) && size <= 32 ? 32 - size : null;
}

/** The permits that commands added, to numbered lists or inside a named one. */
export function typedPermits(view: DeviceView): readonly TypedPermit[] {
  return inModes(view.records('command')).flatMap((step) => {
    const { command } = step;
    const numbered = after(command.command, 'access-l(ist)');
    const named = modeAfter(step, 'ip access-l(ist)') ?? modeAfter(step, 'ipv6 access-l(ist)');
    const acl = numbered ? numbered[0] : (named?.[1] ?? named?.[0]);
    const words = numbered ? numbered.slice(1) : commandWords(command.command);
    const start = /^\d+$/.test(words[0] ?? '') ? 1 : words[0]?.toLowerCase() === 'sequence' ? 2 : 0;
    if (!acl || !/^pe(?:r(?:m(?:it?)?)?)?$/i.test(words[start] ?? '')) return [];
    const source = sourceOf(words.slice(start + 1));
    return source ? [{ acl, source, command, opener: numbered ? null : step.opener }] : [];
  });
}
