import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDuties, type Duty, type DutyAssessment, type DutyInput, parseDuties } from './index.ts';

const row = (id: string, extra = ''): { name: string; text: string } => ({
  name: `${id}.yaml`,
  text: `id: ${id}
title: Synthetic ${id}
jurisdiction: US
status: in-force
effectiveFrom: null
effectiveUntil: null
statusNote: Synthetic.
whom: [Nobody]
trigger: { fact: incident.confirmed, op: eq, value: true, says: "It is confirmed" }
clocks:
  - { name: Report, startEvent: awareness, length: 24, unit: hours, text: "Within 24 hours." }
  - { name: Filing, startEvent: reasonable-determination, length: 7, unit: business-days, text: "Within 7 days." }
holds: []
contentFields: []
source: { title: Synthetic, url: "https://example.com/rule", citation: Synthetic 1 }
verifiedOn: 2026-11-01
verification: unverified
${extra}`,
});
const changed = (id: string, from: string, to: string): { name: string; text: string } => ({
  name: `${id}.yaml`,
  text: row(id).text.replace(from, to),
});
function readAll(...files: { name: string; text: string }[]): Duty[] {
  const { duties, problems } = parseDuties(files);
  expect(problems).toEqual([]);
  return duties;
}
const duties = readAll(row('aa-one'));
const ASOF = Date.parse('2026-11-22T12:00:00Z');
const BASE: DutyInput = { asOf: ASOF, facts: { 'incident.confirmed': true }, duties };
const first = (change: Partial<DutyInput>): DutyAssessment =>
  assessDuties({ ...BASE, ...change })[0] as DutyAssessment;

describe('an assessment', () => {
  it('always sends the reader to counsel', () => {
    expect(first({}).counsel).toBe('Check with counsel.');
  });

  it('asks for each start that nobody recorded, each once', () => {
    expect(first({}).questions.map((question) => question.fact)).toEqual([
      'awareness.at',
      'determination.at',
    ]);
  });

  it('says when a clock is overdue', () => {
    const [clock] = first({ facts: { ...BASE.facts, 'awareness.at': ASOF - 26 * 3_600_000 } }).clocks;
    expect(clock?.remaining).toEqual({ value: -2, unit: 'hours' });
    expect(clock?.statement).toContain('Overdue by 2 hours.');
  });

  it('is not overdue at the very second it is due', () => {
    const [clock] = first({ facts: { ...BASE.facts, 'awareness.at': ASOF - 24 * 3_600_000 } }).clocks;
    expect(clock?.statement).toContain('0 hours left.');
  });

  it('does not let a deadline look certain while a question is open', () => {
    const facts = { 'awareness.at': ASOF };
    expect(first({ facts }).clocks[0]?.statement).toMatch(/^If this applies: Due by/);
    expect(first({ facts: { ...facts, ...BASE.facts } }).clocks[0]?.statement).toMatch(/^Due by/);
  });

  it('warns of a start that lies in the future', () => {
    const [clock] = first({ facts: { ...BASE.facts, 'awareness.at': ASOF + 1000 } }).clocks;
    expect(clock?.statement).toContain('lies in the future');
  });

  it('does not count a start that cannot be read', () => {
    const [clock] = first({ facts: { ...BASE.facts, 'awareness.at': 'Tuesday' } }).clocks;
    expect(clock).toMatchObject({ startsAt: null, dueAt: null });
    expect(clock?.statement).toContain('cannot be read');
  });

  it('counts in the zone given, and falls back where the zone is unknown', () => {
    const facts = { ...BASE.facts, 'determination.at': '2026-11-24T04:30:00Z' };
    const due = (timeZone?: string): string => first({ facts, timeZone }).clocks[1]?.statement ?? '';
    expect(due('Pacific/Honolulu')).toContain('Thu 3 Dec 2026 23:59 (Pacific/Honolulu)');
    expect(due('Mars/Olympus')).toBe(due());
    expect(due()).toContain('(America/New_York)');
  });

  it('passes over a day closed by order and ignores one that is no date', () => {
    const facts = { ...BASE.facts, 'determination.at': '2026-12-14T12:00:00-05:00' };
    const due = (closures?: string[]): number => first({ facts, closures }).clocks[1]?.dueAt ?? 0;
    expect(due(['2026-12-22'])).toBe(due() + 86_400_000);
    expect(due(['24 December', '2026-02-31'])).toBe(due());
  });
});

describe('the age of a row', () => {
  const at = (date: string): DutyAssessment => first({ asOf: Date.parse(`${date}T17:00:00Z`) });

  it('is stale from the ninety-first day', () => {
    expect(at('2027-01-30')).toMatchObject({ verifiedDaysAgo: 90, stale: false });
    expect(at('2027-01-31')).toMatchObject({ verifiedDaysAgo: 91, stale: true });
  });

  it('is stale when it claims to be checked in the future', () => {
    expect(at('2026-10-31')).toMatchObject({ verifiedDaysAgo: -1, stale: true });
  });
});

describe('silences', () => {
  const hold =
    'name: Silence, startEvent: law-enforcement-filing, length: 7, unit: business-days, activeBeforeStart: true';
  const [quiet] = readAll({
    name: 'q.yaml',
    text: row('qq-one').text.replace('holds: []', `holds: [{ ${hold}, text: "Wait." }]`),
  });

  it('are given as words and as data', () => {
    const found = first({ duties: quiet ? [quiet] : [] });
    expect(found.silences).toHaveLength(1);
    expect(found.holds).toEqual([`Silence. ${found.silences[0]?.statement}`]);
  });

  it('are not asked for by a duty that does not apply', () => {
    const found = first({ duties: quiet ? [quiet] : [], facts: { 'incident.confirmed': false } });
    expect(found).toMatchObject({ state: 'does-not-apply', holds: [], silences: [] });
  });
});

describe('the list', () => {
  it('puts the most pressing first and does not depend on the order given', () => {
    const later = readAll(
      changed('dd-off', 'in-force', 'lapsed'),
      row('bb-soon'),
      changed('cc-person', 'incident.confirmed', 'registrant.public'),
      changed('ee-abroad', 'jurisdiction: US', 'jurisdiction: EU'),
    );
    const order = (rows: readonly Duty[]): string[] =>
      assessDuties({ ...BASE, duties: rows }).map((item) => item.id);
    const expected = ['bb-soon', 'cc-person', 'dd-off', 'ee-abroad'];
    expect(order(later)).toEqual(expected);
    expect(order([...later].reverse())).toEqual(expected);
  });

  it('takes GB for UK and drops what is no code', () => {
    const uk = readAll(changed('uk-one', 'jurisdiction: US', 'jurisdiction: UK'));
    const state = (jurisdictions: string[]): string | undefined =>
      assessDuties({ ...BASE, duties: uk, jurisdictions })[0]?.state;
    expect(state(['GB'])).toBe('applies');
    const [odd] = assessDuties({ ...BASE, duties: uk, jurisdictions: ['\u001b[2J', 'US'] });
    expect(odd?.because).toEqual(['UK is not among the jurisdictions given (US).']);
  });

  it('is plain data that survives JSON', () => {
    const found = assessDuties({ ...BASE, facts: { 'incident.confirmed': true, 'awareness.at': ASOF } });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('gives the same answer to the same facts, and survives any facts', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
    const names = fc.constantFrom(
      'incident.confirmed',
      'awareness.at',
      'determination.at',
      'agency.holdUntil',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (facts) => {
        const once = assessDuties({ ...BASE, facts });
        expect(assessDuties({ ...BASE, facts })).toEqual(once);
        for (const item of once)
          for (const clock of item.clocks) expect(clock.statement).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});
