import { IOS } from './ios.ts';

/** Platforms whose readers fill the facts on AAA, logging, time and users in the same terms as those of IOS. */
export const ALIKE: ReadonlySet<string> = new Set([...IOS, 'nx-os', 'junos', 'sros']);
