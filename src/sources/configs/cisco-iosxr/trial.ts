import type { DeviceFacts } from '../../../model/device-facts.ts';
import { readWith } from '../../kit/recording-sink.ts';
import { ciscoIosxrConfig } from './source.ts';

/** The facts of a configuration that holds these lines and no others: for tests. */
export function factsOf(...lines: string[]): DeviceFacts {
  const [facts] = readWith(
    ciscoIosxrConfig,
    ['!! IOS XR Configuration 7.5.2', ...lines, 'end', ''].join('\n'),
  ).snapshots;
  if (!facts) throw new Error('no snapshot');
  return facts;
}

/** Texts of the lines that nobody read or set aside. */
export const unreadOf = (...lines: string[]): string[] => factsOf(...lines).unread.map(({ text }) => text);
