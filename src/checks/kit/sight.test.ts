import { describe, expect, it } from 'vitest';
import type { Period } from '../../base/time.ts';
import type { DeviceView } from '../../model/view.ts';
import { blindParts, blindReason, couldSee } from './sight.ts';

const view = (seen: readonly Period[], count = 1): DeviceView =>
  ({ period: { from: 0, to: 100 }, coverage: () => ({ seen, count }) }) as unknown as DeviceView;

describe('couldSee', () => {
  it('is true only where nothing of the stretch is blind', () => {
    const half = view([{ from: 0, to: 50 }]);
    expect(couldSee(half, 'syslog', { from: 10, to: 40 })).toBe(true);
    expect(couldSee(half, 'syslog', { from: 10, to: 60 })).toBe(false);
    expect(couldSee(view([], 0), 'syslog', { from: 10, to: 40 })).toBe(false);
  });

  it('asks nothing of the time outside the period', () => {
    expect(couldSee(view([{ from: 0, to: 100 }]), 'syslog', { from: -60, to: 40 })).toBe(true);
  });

  it('asks about an instant too', () => {
    expect(blindParts(view([{ from: 0, to: 50 }]), 'syslog', { from: 50, to: 50 })).toEqual([
      { from: 50, to: 51 },
    ]);
  });
});

describe('blindReason', () => {
  it('says what was seen, and when nobody looked', () => {
    expect(blindReason('accounting', 'It changed', [])).toBeNull();
    const reason = blindReason('accounting', 'It changed', [{ from: 0, to: 9 }]);
    expect(reason?.text).toContain('1970-01-01 00:00Z');
    expect(reason?.periods).toEqual([{ from: 0, to: 9 }]);
  });
});
