const UNITS: ReadonlyMap<string, number> = new Map([
  ['year', 31_536_000],
  ['yr', 31_536_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['min', 60],
  ['minute', 60],
  ['sec', 1],
  ['second', 1],
]);

/** Seconds of `4 weeks, 2 days, 3 hours 1 minute` and `10 days 4 mins`; null when the text is something else. */
export function readUptime(text: string): number | null {
  const words = text
    .slice(0, 200)
    .split(/[ ,]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0 || words.length % 2 > 0) return null;
  let seconds = 0;
  for (let i = 0; i < words.length; i += 2) {
    const length = UNITS.get((words[i + 1] as string).replace(/s$/, ''));
    if (length === undefined || !/^\d{1,6}$/.test(words[i] as string)) return null;
    seconds += Number(words[i]) * length;
  }
  return seconds;
}
