import { expect, it } from 'vitest';
import { readUptime } from './uptime.ts';

it.each([
  ['1 minute', 60],
  ['6 hours 35 minutes', 23_700],
  ['1 week, 1 day, 17 hours, 47 minutes', 755_220],
  ['2 years, 51 weeks, 5 days', 63_072_000 + 30_844_800 + 432_000],
  ['10 days 4 mins', 864_240],
  ['3 days and 2 secs', 259_202],
  ['soon', null],
  ['', null],
  ['1 fortnight', null],
  ['99999999 days', null],
])('%j is %s', (text, seconds) => {
  expect(readUptime(text)).toBe(seconds);
});
