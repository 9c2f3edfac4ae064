import type { DeviceFacts } from '../../../model/device-facts.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { routerosConfig } from './source.ts';

/** Reads lines as one file: for tests. */
export function readLines(...lines: string[]): RecordingSink {
  return readWith(routerosConfig, `${lines.join('\n')}\n`);
}

/** The facts of the first device of lines: for tests. */
export function factsOf(...lines: string[]): DeviceFacts {
  const [facts] = readLines(...lines).snapshots;
  if (!facts) throw new Error('no device in the lines');
  return facts;
}
