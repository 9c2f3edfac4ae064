import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../base/calendar-zone.ts';
import { reckoningOf } from './jurisdiction.ts';

describe('how a jurisdiction counts', () => {
  it('has a time zone that exists and an assumption to show', () => {
    for (const code of ['US', 'UK', 'EU', 'AU', 'CA', 'IN', 'ZZ']) {
      const { zone, assumption } = reckoningOf(code);
      expect(isTimeZone(zone)).toBe(true);
      expect(assumption).toMatch(/^Counted Monday to Friday/);
    }
  });

  it('claims public holidays only where it can compute them', () => {
    expect(['US', 'UK', 'EU', 'AU', 'CA', 'IN'].map((code) => reckoningOf(code).holidays)).toEqual([
      'us-federal',
      'england-wales',
      'none',
      'none',
      'none',
      'none',
    ]);
  });

  it('does not know inherited names', () => {
    expect(reckoningOf('constructor').zone).toBe('UTC');
  });
});
