import { DAY, HOUR, MINUTE } from '../base/time.ts';

/** Silences shorter than this are never blind: relays and collectors alone cause them. */
export const LEAST_SILENCE: number = 15 * MINUTE;
/** With fewer pauses than this a device shows no rhythm. */
const LEAST_PAUSES = 20;
/** How many times its usual longest pause (the 99th percentile) a device may be silent. */
const TOLERANCE = 3;

/**
 * The longest silence, in milliseconds, that fits the rhythm of a stream, from [start, length] runs of minutes: three
 * times the 99th percentile of its pauses, at least 15 minutes and at most four days. Null when it is too sparse to tell.
 */
export function rhythmOf(minutes: readonly number[]): number | null {
  const pauses: number[] = [];
  for (let i = 2; i + 1 < minutes.length; i += 2) {
    pauses.push((minutes[i] as number) - (minutes[i - 2] as number) - (minutes[i - 1] as number) + 1);
  }
  if (pauses.length < LEAST_PAUSES) return isSteady(minutes) ? LEAST_SILENCE : null;
  pauses.sort((a, b) => a - b);
  // Never the longest: one outage must not make itself usual.
  const usual = pauses[Math.floor((pauses.length - 1) * 0.99)] as number;
  const silence = TOLERANCE * usual * MINUTE;
  return Math.min(4 * DAY, Math.max(LEAST_SILENCE, silence));
}

/** True when a stream speaks in most minutes from its first to its last: few pauses are then outages, not its rhythm. */
function isSteady(minutes: readonly number[]): boolean {
  let spoken = 0;
  for (let i = 1; i < minutes.length; i += 2) spoken += minutes[i] as number;
  const span = (minutes.at(-2) ?? 0) + (minutes.at(-1) ?? 0) - (minutes[0] ?? 0);
  return spoken > LEAST_PAUSES && spoken * 2 >= span;
}

/** Silence that counts as blind for a stream without a rhythm. */
export const SPARSE_SILENCE: number = 24 * HOUR;
