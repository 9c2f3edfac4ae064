/** One broken house rule: where (lines count from 1), which rule, and what to do about it. */
export type Breach = { rule: Rule; path: string; line: number; name: string; message: string };

/** The closed list of house rules; an exception names one of them. */
export const RULES = [
  'file-lines',
  'function-lines',
  'parameters',
  'doc-comment',
  'folder-depth',
  'folder-name',
  'regexp-from-data',
  'clock-and-chance',
  'test-lines',
] as const;

/** The name of a house rule. */
export type Rule = (typeof RULES)[number];

/** The middle of the numbers, the lower of two middles; 0 when there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The breach as one line that an editor can jump to. */
export function describeBreach(breach: Breach): string {
  return `${breach.path}:${breach.line} [${breach.rule}] ${breach.message}`;
}
