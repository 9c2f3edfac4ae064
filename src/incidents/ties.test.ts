import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../base/time.ts';
import type { Finding } from '../model/verdict.ts';
import { sampleFinding } from './fixture.ts';
import { clustersOf, distance, HABIT, INSIDE_WINDOW, type TieSort, WINDOW } from './ties.ts';

type When = number | null;

function at(id: string, when: When | readonly [When, When], more: Partial<Finding> = {}): Finding {
  const [first, last] = when === null || typeof when === 'number' ? [when, when] : when;
  return sampleFinding({ id, first, last, ...more });
}

function groups(sort: TieSort, ...findings: Finding[]): string[][] {
  return clustersOf(findings)
    .filter((c) => c.sort === sort)
    .map((c) => c.members.map((f) => f.id).sort());
}

describe('findings that share a device', () => {
  it('hold together up to the window and part beyond it', () => {
    expect(groups('device', at('a', 0), at('b', WINDOW))).toEqual([['a', 'b']]);
    expect(groups('device', at('a', 0), at('b', WINDOW + 1))).toEqual([['a'], ['b']]);
  });

  it('are measured from the end of the longest one, not of the one before', () => {
    const long = at('long', [0, 40 * DAY]);
    expect(groups('device', long, at('short', DAY), at('late', 50 * DAY))).toEqual([
      ['late', 'long', 'short'],
    ]);
  });

  it('keep those without a time with the latest', () => {
    expect(groups('device', at('a', 0), at('b', 90 * DAY), at('none', null))).toEqual([['a'], ['b', 'none']]);
    expect(groups('device', at('none', null))).toEqual([['none']]);
  });

  it('take the only time there is when one end is missing', () => {
    expect(groups('device', at('a', 0), at('b', [null, DAY]))).toEqual([['a', 'b']]);
  });
});

describe('findings that share an address', () => {
  const outside = { addresses: ['198.51.100.7'] };
  const inside = { addresses: ['10.1.1.1'] };

  it('hold together longer when it is outside than when it is inside', () => {
    expect(groups('outside-address', at('a', 0, outside), at('b', WINDOW, outside))).toHaveLength(1);
    expect(groups('inside-address', at('a', 0, inside), at('b', WINDOW, inside))).toHaveLength(2);
    expect(groups('inside-address', at('a', 0, inside), at('b', INSIDE_WINDOW, inside))).toHaveLength(1);
  });

  it('part where one check names an inside address all over the network', () => {
    const everywhere = (addresses: string[]) =>
      Array.from({ length: HABIT }, (_, i) => at(`f${i}`, 0, { subject: `ce-${i}`, addresses }));
    expect(groups('inside-address', ...everywhere(['10.1.1.1']))).toEqual([]);
    expect(groups('outside-address', ...everywhere(['198.51.100.7']))).toHaveLength(1);
  });

  it('keep the address where another check names it as well', () => {
    const habit = Array.from({ length: HABIT }, (_, i) => at(`f${i}`, 0, { subject: `ce-${i}`, ...inside }));
    const other = { ...inside, check: 'snmp-write' };
    const pair = [at('x', 0, { ...other, subject: 'pe-8' }), at('y', 0, { ...other, subject: 'pe-9' })];
    expect(groups('inside-address', ...habit, ...pair)).toEqual([['x', 'y']]);
  });
});

describe('how far a finding is from a stretch of time', () => {
  const stretch = { from: 10 * HOUR, to: 20 * HOUR };

  it('is nothing inside it or touching it', () => {
    expect([at('a', 12 * HOUR), at('b', [0, 10 * HOUR])].map((f) => distance(f, stretch))).toEqual([0, 0]);
  });

  it('is the pause before or after it', () => {
    expect([at('a', [0, 7 * HOUR]), at('b', 25 * HOUR)].map((f) => distance(f, stretch) / HOUR)).toEqual([
      3, 5,
    ]);
  });

  it('is nothing when either has no time, since nothing speaks against it', () => {
    expect(distance(at('a', null), stretch)).toBe(0);
    expect(distance(at('a', 0), { from: null, to: null })).toBe(0);
  });
});
