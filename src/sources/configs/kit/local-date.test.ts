import { describe, expect, it } from 'vitest';
import { readDate } from './local-date.ts';

describe('readDate', () => {
  it.each([
    ['Wed Jul  7 00:22:11 2021', '2021-07-07T00:22:11.000Z'],
    ['Wed Feb 30 00:22:11 2021', null],
    ['Wed Jul  7 25:22:11 2021', null],
    ['Never', null],
  ])('of %j is %j', (text, expected) => {
    const time = readDate(text);
    expect(time && new Date(time.local).toISOString()).toBe(expected);
  });
});
