import { describe, expect, it } from 'vitest';
import { DAY } from '../../base/time.ts';
import { richAnswers } from './fixture.ts';
import { cannotTell, PERIOD, verdict } from './fixture-parts.ts';
import { standings } from './verdict-groups.ts';

const [check] = richAnswers().checks;
if (check === undefined) throw new Error('the fixture has no check');

describe('standings', () => {
  it('puts signs of compromise before weaknesses, worse before better', () => {
    const order = standings(richAnswers()).map((s) => `${s.check.class} ${s.check.severity}`);
    expect(order[0]).toBe('compromise critical');
    expect(order.at(-1)).toBe('weakness low');
  });

  it('puts the devices that one way would settle into one group, the largest group first', () => {
    const other = cannotTell(check.id, 'c');
    const verdicts = [
      {
        ...other,
        subject: 'z',
        reasons: other.reasons.map((r) => ({ ...r, cheapest: 'Something else.' })),
      },
      cannotTell(check.id, 'b'),
      cannotTell(check.id, 'a'),
    ];
    const [one] = standings({ checks: [check], verdicts });
    expect(one?.cannotTell.map((g) => g.subjects)).toEqual([['a', 'b'], ['z']]);
  });

  it('gives the median of the time that clear verdicts hold for', () => {
    const short = { from: PERIOD.from, to: PERIOD.from + DAY };
    const verdicts = ['a', 'b', 'c'].map((subject, i) =>
      verdict(check.id, subject, { clear: i === 0 ? [PERIOD] : [short] }),
    );
    expect(standings({ checks: [check], verdicts })[0]?.clearLength).toBe(DAY);
  });

  it('does not lose a verdict that gives no reason', () => {
    const verdicts = [verdict(check.id, 'a', { answer: 'cannot-tell', clear: [] })];
    expect(standings({ checks: [check], verdicts })[0]?.cannotTell[0]?.subjects).toEqual(['a']);
  });

  it('gives the same whatever the order of verdicts', () => {
    const rich = richAnswers();
    expect(standings({ ...rich, verdicts: rich.verdicts.toReversed() })).toEqual(standings(rich));
  });
});
