import { DAY, formatMinute, HOUR, MINUTE, type Period, totalLength } from '../base/time.ts';

/** A number with commas between thousands. */
export function grouped(value: number): string {
  const digits = String(value);
  let out = '';
  for (let i = 0; i < digits.length; i += 1) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += ',';
    out += digits[i];
  }
  return out;
}

/** `1 row`, `3,000 rows`; an irregular plural is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** How long stretches last together, in the largest fitting unit, rounded. */
export function lasting(periods: readonly Period[]): string {
  const total = totalLength(periods);
  if (total >= 2 * DAY) return counted(Math.round(total / DAY), 'day');
  if (total >= 2 * HOUR) return counted(Math.round(total / HOUR), 'hour');
  return total < MINUTE ? 'less than a minute' : counted(Math.round(total / MINUTE), 'minute');
}

/** A stretch of time to the minute. */
export function stretch(period: Period): string {
  return `${formatMinute(period.from)} to ${formatMinute(period.to)}`;
}
