import { describe, expect, it } from 'vitest';
import { someFacts } from './fixture.ts';
import { iosFix } from './ios.ts';

describe('iosFix', () => {
  const lines = { lines: ['no x'], back: ['x'] };

  it('writes nothing for a platform with other words, nor an empty change', () => {
    expect(iosFix(someFacts({ platform: 'junos' }), lines)).toBeNull();
    expect(iosFix(someFacts(), { lines: [], back: [] })).toBeNull();
  });

  it('cuts nothing unless it says so', () => {
    expect(iosFix(someFacts({ platform: 'ios-xe' }), lines)?.mayCut).toBe(false);
    expect(iosFix(someFacts(), { ...lines, mayCut: true })?.mayCut).toBe(true);
  });
});
