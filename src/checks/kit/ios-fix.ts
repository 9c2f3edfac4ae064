import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Fix } from './fix.ts';

/** True for the platforms whose lines are those of IOS. */
export function isIos({ platform }: Pick<DeviceFacts, 'platform'>): boolean {
  return platform === 'ios' || platform === 'ios-xe';
}

/** Where a secret stands that the line must repeat, in place of the secret: the line of the file that was read. */
export function secretOnLine(what: string, line: number): string {
  return `<${what} ON LINE ${line}>`;
}

/** Fixes made into one, in order; null where there is none. */
export function joinFixes(fixes: readonly Fix[]): Fix | null {
  if (fixes.length === 0) return null;
  const all = (part: 'lines' | 'back' | 'first' | 'afterwards'): readonly string[] =>
    fixes.flatMap((fix) => fix[part]);
  return {
    lines: all('lines'),
    back: all('back'),
    first: [...new Set(all('first'))],
    afterwards: [...new Set(all('afterwards'))],
    mayCut: fixes.some((fix) => fix.mayCut),
  };
}
