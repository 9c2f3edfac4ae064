import { describe, expect, it, vi } from 'vitest';
import { progressLine, progressMeter } from './progress.ts';

const MIB = 1024 * 1024;

describe('the line of progress', () => {
  it('tells how much, how fast and how long still', () => {
    const line = progressLine({ bytes: 50 * MIB, total: 200 * MIB, name: 'a' }, 10);
    expect(line).toBe('read 50.0 MiB of 200.0 MiB, 5.0 MiB/s, 30 s left');
  });

  it('counts minutes and gibibytes', () => {
    const line = progressLine({ bytes: 1024 * MIB, total: 3 * 1024 * MIB, name: 'a' }, 100);
    expect(line).toMatch(/^read 1\.00 GiB of 3\.00 GiB, .*3 min 20 s left$/);
  });

  it('promises nothing for standard input, at the very start, and once more was read than there is', () => {
    for (const [bytes, total, elapsed] of [
      [5 * MIB, null, 1],
      [0, 5 * MIB, 0],
      [9 * MIB, 5 * MIB, 1],
    ] as const)
      expect(progressLine({ bytes, total, name: 'a' }, elapsed)).not.toMatch(/left|NaN|Infinity/);
  });

  it('is not shown when nobody watches', () => {
    const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const meter = progressMeter(true);
    meter.update({ bytes: 1, total: 2, name: 'a' });
    meter.done();
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });
});
