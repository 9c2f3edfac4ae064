import type { DeviceFacts } from '../../../model/device-facts.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { junosConfig } from './source.ts';

/** Reads lines as one file: for tests. */
export function sinkOf(...lines: string[]): RecordingSink {
  return readWith(junosConfig, new TextEncoder().encode(`${lines.join('\n')}\n`));
}

/** Facts of the one device that `set` lines describe; `set` is put in front of each. For tests. */
export function factsOf(...lines: string[]): DeviceFacts {
  const [facts] = sinkOf(
    'set version 21.4R3',
    'set system host-name r1',
    ...lines.map((line) => `set ${line}`),
  ).snapshots;
  if (!facts) throw new Error('no facts');
  return facts;
}
