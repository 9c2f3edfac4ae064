import type { DeviceFacts, Interface } from '../../model/device-facts.ts';
import { externalInterfaces } from './addresses.ts';

/**
 * The interfaces through which others reach the network: in use, with an address outside the private space, and neither
 * loopback, tunnel nor management.
 */
export function outsideInterfaces(facts: DeviceFacts): readonly Interface[] {
  return externalInterfaces(facts).filter(({ role }) => role === 'other');
}

/** Names in order with commas between them, at most eight. */
export function listNames(names: readonly string[]): string {
  const some = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${some} and ${names.length - 8} more` : some;
}
