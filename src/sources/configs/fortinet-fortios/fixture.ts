import type { DeviceFacts } from '../../../model/device-facts.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { fortiosConfig } from './source.ts';

/** Reads lines as one file: for tests. */
export function readLines(...lines: string[]): RecordingSink {
  return readWith(fortiosConfig, `${lines.join('\n')}\n`);
}

/** The facts of the first device of lines: for tests. */
export function factsOf(...lines: string[]): DeviceFacts {
  const [facts] = readLines(...lines).snapshots;
  if (!facts) throw new Error('no device in the lines');
  return facts;
}

/** Lines of one table with one entry: `table('system interface', 'port1', 'set ip …')`. */
export function table(path: string, entry: string | null, ...sets: string[]): string[] {
  const inner = sets.map((set) => `        ${set}`);
  if (entry === null) return [`config ${path}`, ...inner, 'end'];
  return [`config ${path}`, `    edit "${entry}"`, ...inner, '    next', 'end'];
}
