import { HOUR } from '../base/time.ts';
import type { BlindWindow, CoverageTrack } from '../model/coverage.ts';

/**
 * Share of a stream that may be lost within an hour before that hour is blind. A talk of one record in each direction then
 * escapes with a chance of one in a hundred at most; collectors in good order lose far less. The hour is the shortest
 * stretch in which small exporters send enough for a share to mean anything.
 */
export const MOST_LOST_SHARE = 0.01;

/** The hours in which more than `MOST_LOST_SHARE` of a stream was lost or could not be decoded, over all tracks. */
export function lossWindows(tracks: readonly CoverageTrack[]): BlindWindow[] {
  const hours = new Map<number, { lost: number; heard: number }>();
  for (const { losses = [] } of tracks) {
    for (let i = 0; i + 2 < losses.length; i += 3) {
      const hour = losses[i] as number;
      const sum = hours.get(hour) ?? { lost: 0, heard: 0 };
      sum.lost += losses[i + 1] as number;
      sum.heard += losses[i + 2] as number;
      hours.set(hour, sum);
    }
  }
  return [...hours]
    .filter(([, { lost, heard }]) => lost > MOST_LOST_SHARE * (lost + heard))
    .sort(([a], [b]) => a - b)
    .map(([hour, { lost }]) => ({
      from: hour * HOUR,
      to: (hour + 1) * HOUR,
      reason: 'loss' as const,
      missing: lost,
    }));
}
