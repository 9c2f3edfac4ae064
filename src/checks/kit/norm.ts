/** The median of numbers; 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * The most that still fits what is usual: median plus six times the median deviation (scaled to a standard deviation), at
 * least twice the median. A few extreme days do not move it, as they would move a mean.
 */
export function usualMost(values: readonly number[]): number {
  const middle = median(values);
  const deviation = 1.4826 * median(values.map((v) => Math.abs(v - middle)));
  return Math.max(middle + 6 * deviation, 2 * middle);
}
