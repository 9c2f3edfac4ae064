import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Fix } from './fix.ts';

/** The platforms that speak the words of IOS. */
export const IOS: ReadonlySet<string> = new Set(['ios', 'ios-xe']);

/** A fix in the words of IOS; null on other platforms and where there are no lines. It cuts nothing unless it says so. */
export function iosFix(facts: DeviceFacts, fix: Partial<Fix> & Pick<Fix, 'lines' | 'back'>): Fix | null {
  if (!IOS.has(facts.platform) || fix.lines.length === 0) return null;
  return { first: [], afterwards: [], mayCut: false, ...fix };
}
