import { describe, expect, it } from 'vitest';
import type { HitAnswer } from '../../model/answers.ts';
import type { DutyAssessment } from '../../model/duty.ts';
import type { Scope } from '../../model/scope.ts';
import type { Finding } from '../../model/verdict.ts';
import { depthSentence, tellSentence, whoSentence } from './sentences.ts';

const HIT = { answer: 'yes', devices: ['a', 'b', 'c', 'd', 'e'] } as unknown as HitAnswer;
const NO = { answer: 'no', devices: [] } as unknown as HitAnswer;
const blast = (parts: object = {}): Scope =>
  ({ blast: { edges: [], exposedDevices: [], unseenDevices: [], ...parts } }) as unknown as Scope;
const on = (...subjects: string[]): Finding[] => subjects.map((subject) => ({ subject }) as Finding);

describe('how deep', () => {
  it('names four devices at most, in the order of the findings, and counts the rest', () => {
    expect(depthSentence(blast(), HIT, on('e', 'a', 'e', 'system:x', 'd', 'c', 'b'))).toBe(
      'e, a, d, c and 1 more.',
    );
  });

  it('tells of shared secrets and of devices that nobody saw', () => {
    const scope = blast({
      edges: [{ group: 'g', count: 2, to: 'x' }],
      exposedDevices: ['x', 'y'],
      unseenDevices: ['z'],
    });
    expect(depthSentence(scope, HIT, on('a'))).toBe(
      'a; 2 more share their secrets; 1 without a configuration.',
    );
  });

  it('tells of nothing where nothing was found', () => {
    expect(depthSentence(blast(), NO, on('a'))).toContain('no depth');
  });
});

describe('who is affected', () => {
  const data = (...classes: [string, number, number | null][]): Scope =>
    ({
      data: classes.map(([dataClass, lower, upper]) => ({ dataClass, records: { lower, upper } })),
    }) as unknown as Scope;

  it('never tells a lower bound without its upper one', () => {
    expect(
      whoSentence(data(['call-metadata', 1200, 45_000], ['intercept-target', 3, null], ['identity', 7, 7])),
    ).toBe(
      'call records: 1,200 seen, up to 45,000 possible; intercept requests: 3 seen, no upper bound can be given; customer records: 7 seen.',
    );
  });

  it('counts configurations and credentials for no persons', () => {
    expect(whoSentence(data(['network-config', 5, 5], ['credentials', 1, 2]))).toContain(
      'No access to records',
    );
  });
});

describe('whom to tell', () => {
  const duty = (id: string, parts: Partial<DutyAssessment>): DutyAssessment =>
    ({
      id,
      title: id,
      state: 'applies',
      whom: [`office of ${id}, second floor`],
      clocks: [],
      questions: [],
      source: { citation: 'Synthetic Act 1' },
      verifiedOn: '2026-11-01',
      ...parts,
    }) as unknown as DutyAssessment;
  const clock = (dueAt: number | null, statement = ''): DutyAssessment['clocks'][number] =>
    ({ dueAt, statement, remaining: dueAt === null ? null : { value: 4, unit: 'business-days' } }) as never;

  it('takes a clock that runs before all others, and counts the other duties that apply', () => {
    const told = tellSentence(
      [
        duty('slow', { clocks: [clock(null, 'within 72 hours')] }),
        duty('runs', { clocks: [clock(5)] }),
        duty('maybe', { state: 'may-apply', clocks: [clock(1)] }),
      ],
      HIT,
    );
    expect(told).toBe(
      'office of runs: 4 business days left (Synthetic Act 1, checked 2026-11-01; ask counsel); 1 more duty applies.',
    );
  });

  it('says that a clock has not started, what it would be, and how many answers it waits for', () => {
    const open = duty('open', {
      state: 'needs-answer',
      clocks: [clock(null, 'within 7 business days of determination')],
      questions: [{}, {}] as never,
    });
    expect(tellSentence([open], HIT)).toContain('7 business days, clock not started, 2 answers needed first');
  });

  it('leaves counsel the last word where no duty is known', () => {
    expect(
      [tellSentence([], HIT), tellSentence([duty('x', {})], NO)].every((t) => t.includes('counsel')),
    ).toBe(true);
    expect(tellSentence([duty('x', {})], NO)).toContain('No duty');
  });
});
