import { DAY, HOUR, MINUTE } from '../base/time.ts';

/** Silences shorter than this are never blind: relays and collectors alone cause them. */
export const LEAST_SILENCE: number = 15 * MINUTE;
/** With fewer pauses than this a stream shows no rhythm at all: each line then speaks for a quarter of an hour. */
const LEAST_PAUSES = 5;
/** From so many pauses on the 99th percentile means something; below, it is the second longest. */
const ENOUGH_PAUSES = 20;
/** Longest silence that fits any rhythm. */
const MOST_SILENCE = 4 * DAY;

/**
 * The longest silence, in milliseconds, that fits the rhythm of a stream, from [start, length] runs of minutes: three
 * times the 99th percentile of its pauses, at least 15 minutes and at most four days; with 5 to 19 pauses twice the second
 * longest of them. Null when it is too sparse to tell.
 */
export function rhythmOf(minutes: readonly number[]): number | null {
  const pauses: number[] = [];
  for (let i = 2; i + 1 < minutes.length; i += 2) {
    pauses.push((minutes[i] as number) - (minutes[i - 2] as number) - (minutes[i - 1] as number) + 1);
  }
  const few = pauses.length < ENOUGH_PAUSES;
  if (few && isSteady(minutes)) return LEAST_SILENCE;
  if (pauses.length < LEAST_PAUSES) return null;
  pauses.sort((a, b) => a - b);
  // Never the longest: one outage must not make itself usual.
  const usual = pauses[Math.floor((pauses.length - 1) * 0.99)] as number;
  const silence = (few ? 2 : 3) * usual * MINUTE;
  return Math.min(MOST_SILENCE, Math.max(LEAST_SILENCE, silence));
}

/** True when a stream speaks in most minutes from its first to its last: few pauses are then outages, not its rhythm. */
function isSteady(minutes: readonly number[]): boolean {
  let spoken = 0;
  for (let i = 1; i < minutes.length; i += 2) spoken += minutes[i] as number;
  const span = (minutes.at(-2) ?? 0) + (minutes.at(-1) ?? 0) - (minutes[0] ?? 0);
  return spoken > ENOUGH_PAUSES && spoken * 2 >= span;
}

/** Longest silence of a stream of a few lines: what a night or a day off leaves out of a log of people's work. */
const SPARSE_SILENCE = 12 * HOUR;

/**
 * The longest silence, in milliseconds, of a stream that is too sparse for a rhythm. One line shows that it was there for
 * a quarter of an hour, and no more. From two lines on each may speak for half a day: nothing is known of the rhythm, so
 * the bound is that of a working day, and no outage of a day or more hides between them.
 */
export function sparseSilence(minutes: readonly number[]): number {
  return minutes.length >= 4 ? SPARSE_SILENCE : LEAST_SILENCE;
}
