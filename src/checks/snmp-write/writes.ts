import { canonicalIp } from '../../base/ip.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { LogRecord } from '../../model/record.ts';
import { after } from '../kit/commands.ts';

/**
 * The address that configured the device by SNMP, out of the text of `SYS-5-CONFIG_I`; null for all other changes. The
 * address stands right behind `from`, so that a user name with the same words in it cannot imitate it.
 */
export function writerOf(record: Pick<LogRecord, 'mnemonic' | 'message'>): string | null {
  if (!record.mnemonic.startsWith('SYS-5-CONFIG')) return null;
  const found = /^Configured from (\S{2,45}) by snmp(?:\s|$)/.exec(record.message);
  return found ? canonicalIp(found[1] ?? '') : null;
}

/** True when the command gives write access by SNMP: a community with RW, or a group with a write view. */
export function givesWrite(command: string): boolean {
  const community = after(command, 'snmp-s(erver) com(munity)');
  if (community) return community.slice(1).some((word) => /^rw$/i.test(word));
  return after(command, 'snmp-s(erver) gr(oup)')?.some((word) => /^wr(?:i(?:te?)?)?$/i.test(word)) ?? false;
}

/** True when the configuration lets anybody write by SNMP at all. */
export function allowsWrite(facts: DeviceFacts): boolean {
  const { communities, groups } = facts.snmp;
  return communities.some((c) => c.access === 'rw') || groups.some((g) => g.write !== null);
}
