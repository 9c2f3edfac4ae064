import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { HOUR, MINUTE } from '../../base/time.ts';
import type { DeviceView } from '../../model/view.ts';
import { exportsThrough, silences } from './activity.ts';

runCases(import.meta.dirname);

const WINDOW = { from: 3 * HOUR, to: 8 * HOUR };
const exports = (rhythm: number | null, seen = [{ from: 0, to: 12 * HOUR }]): boolean =>
  exportsThrough({ ownCoverage: () => ({ rhythm, seen }) } as unknown as DeviceView, WINDOW);

describe('exportsThrough', () => {
  it('wants flows whose pauses are much shorter than the silence', () => {
    expect(exports(15 * MINUTE)).toBe(true);
    expect(exports(4 * HOUR)).toBe(false);
    expect(exports(null)).toBe(false);
  });

  it('wants flows all through the silence', () => {
    expect(exports(15 * MINUTE, [{ from: 0, to: 6 * HOUR }])).toBe(false);
  });
});

describe('silences', () => {
  const of = (rhythm: number | null, reason: string): number =>
    silences({
      coverage: () => ({ rhythm, blind: [{ ...WINDOW, reason, missing: null }] }),
    } as unknown as DeviceView).length;

  it('are breaks of a rhythm, not a log that begins late or ends early', () => {
    expect(of(MINUTE, 'silence')).toBe(1);
    expect(of(MINUTE, 'after-last')).toBe(0);
    expect(of(null, 'silence')).toBe(0);
  });
});
