import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../base/time.ts';
import type { AccessRecord } from '../model/record.ts';
import { countSystem } from './bounds.ts';
import { HOLDINGS, type Holding } from './data-classes.ts';
import { access, START } from './fixture.ts';
import { lowerSentence, tightenSentence, upperSentence } from './sentences.ts';
import { SystemTally } from './tally.ts';
import { counted, grouped, lasting } from './wording.ts';

const CALLS = HOLDINGS.cdr[0] as Holding;
const PLACES = HOLDINGS.cdr[1] as Holding;

function say(
  accesses: readonly AccessRecord[],
  more: { holding?: Holding; blind?: number; rows?: number | null } = {},
) {
  const store = { rows: more.rows ?? null, persons: null };
  const unknown = more.blind ? [{ from: START, to: START + more.blind }] : [];
  const holding = more.holding ?? CALLS;
  const system = new SystemTally('cdr', 'cdr');
  for (const one of accesses) system.take(one, 'proven');
  const giving = system.classes().find((c) => c.holding === holding)!.giving;
  const count = countSystem({ system, giving, holding, store, unknown });
  const said = { system: 'cdr', count, store, unknown };
  return { lower: lowerSentence(said), upper: upperSentence(said), tighten: tightenSentence(said) };
}

describe('why the lower bound is what it is', () => {
  it('tells reads in bulk from reads of single subscribers', () => {
    const single = access(1, { person: true, object: 'p', action: 'search', rows: 4 });
    expect(say([access(1), single]).lower).toContain('1 read in bulk and 1 read of single subscribers');
  });

  it('says when nothing is proven, and when rows may be of another class', () => {
    expect(say([]).lower).toBe('No access that a finding proves gave rows of this class.');
    const unsure = say([access(1, { query: 'SELECT calling FROM calls' })], { holding: PLACES });
    expect(unsure.lower).toContain('1 more read gave rows, but not surely of this class');
  });
});

describe('why the upper bound is what it is', () => {
  it('says that ordinary-looking reads are in it', () => {
    expect(say([access(1)]).upper).toContain('read 100 rows, ordinary-looking reads included');
  });

  it('names every hole, and what the register says', () => {
    const holed = say([access(1, { rows: null })], { blind: 3 * DAY, rows: 5000 });
    expect(holed.upper).toContain('cannot be seen for 3 days and 1 access does not say');
    expect(holed.upper).toContain('5,000 rows');
  });

  it('says that there is none where nobody knows the size', () => {
    expect(say([], { blind: 5 * HOUR }).upper).toContain('No upper bound can be given');
  });
});

describe('what would tighten the bounds', () => {
  it('is the missing log before anything else', () => {
    expect(say([access(1, { rows: null })], { blind: DAY }).tighten).toContain(
      '2026-10-15 00:00Z to 2026-10-16 00:00Z',
    );
  });

  it('is row counts where reads give none', () => {
    expect(say([access(1, { rows: null })]).tighten).toContain('Row counts of 1 access');
  });

  it('is nothing where both bounds are one number', () => {
    expect(say([access(1)]).tighten).toBeNull();
  });
});

describe('numbers and times in sentences', () => {
  it('are the same in every locale', () => {
    expect([0, 999, 1000, 48_200_000].map(grouped)).toEqual(['0', '999', '1,000', '48,200,000']);
    expect([counted(1, 'row'), counted(2, 'row')]).toEqual(['1 row', '2 rows']);
  });

  it('count a stretch that two windows share once', () => {
    const window = { from: START, to: START + 3 * HOUR };
    expect(lasting([window, window])).toBe('3 hours');
    expect(lasting([{ from: START, to: START + 90 * MINUTE }])).toBe('90 minutes');
    expect(lasting([{ from: START, to: START + 1 }])).toBe('less than a minute');
  });
});
