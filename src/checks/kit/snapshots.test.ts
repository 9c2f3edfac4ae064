import { array, assert, boolean, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { someFacts, someView } from './fixture.ts';
import { pairs, standing, wholeConfigs } from './snapshots.ts';

const at = (takenAt: number | null, parts: Partial<DeviceFacts> = {}): DeviceFacts =>
  someFacts({ takenAt, ...parts });
const named = (facts: DeviceFacts): { key: string; item: string }[] =>
  facts.hostname ? [{ key: facts.hostname, item: facts.hostname }] : [];

describe('pairs', () => {
  it('compares whole configurations of different times only', () => {
    const configs = [at(null), at(1), at(1), at(2, { complete: false }), at(3)];
    expect(wholeConfigs(someView({ configs }))).toHaveLength(3);
    expect(pairs(someView({ configs })).map(({ from, to }) => [from, to])).toEqual([[1, 3]]);
  });
});

describe('standing', () => {
  const view = (...configs: DeviceFacts[]): ReturnType<typeof someView> => someView({ configs });

  it('says since when something stands, and that it is gone', () => {
    const [found] = standing(view(at(1, { hostname: null }), at(2), at(3), at(4, { hostname: null })), named);
    expect(found).toMatchObject({ key: 'pe-01', first: 2, last: 3, absentAt: 1, gone: true });
    expect(found?.seen).toHaveLength(2);
  });

  it('does not take a configuration that was cut off for proof of absence', () => {
    const cut = { hostname: null, complete: false };
    const [found] = standing(view(at(1, cut), at(2), at(3, cut)), named);
    expect(found).toMatchObject({ absentAt: null, gone: false });
  });

  it('never says that something came after it was there', () => {
    assert(
      property(array(boolean(), { minLength: 1, maxLength: 8 }), (has) => {
        const configs = has.map((there, i) => at(i, { hostname: there ? 'pe-01' : null }));
        const [found] = standing(someView({ configs }), named);
        expect(found !== undefined).toBe(has.includes(true));
        if (!found) return;
        expect(found.first).toBe(has.indexOf(true));
        expect(found.absentAt !== null).toBe(has.indexOf(true) > 0);
        expect(found.gone).toBe(has.at(-1) === false);
      }),
    );
  });
});
