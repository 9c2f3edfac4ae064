import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessDuties, type DutyAssessment, type Facts, parseDuties } from './index.ts';

// A synthetic regional carrier in the United States: a tunnel on a core router, call records read, the
// provisioning system of lawful interception within reach. Found on the Friday before Thanksgiving.
const FOLDER = join(import.meta.dirname, '../../content/duties');
const { duties } = parseDuties(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') })),
);
const EVIDENCE: Facts = {
  'incident.confirmed': true,
  'scope.dataClasses': 'call-metadata',
  'scope.possibleClasses': 'call-metadata,intercept-target',
  'persons.lower': 1200,
  'persons.upper': 41_000,
  'intercept.touched': 'unknown',
};
const at = (text: string, facts: Facts): Map<string, DutyAssessment> => {
  const found = assessDuties({ asOf: Date.parse(text), facts: { ...EVIDENCE, ...facts }, duties });
  return new Map(found.map((row) => [row.id, row]));
};
const states = (rows: Map<string, DutyAssessment>): Record<string, string> =>
  Object.fromEntries(
    ['us-fcc-cpni-breach', 'us-calea-intercept-compromise', 'us-sec-8k-105'].map((id) => [
      id,
      rows.get(id)?.state ?? '',
    ]),
  );

describe('the first hours of a case', () => {
  it('starts with questions, because evidence does not know what kind of company this is', () => {
    const rows = at('2026-11-20T22:00:00-05:00', {});
    expect(states(rows)).toEqual({
      'us-fcc-cpni-breach': 'needs-answer',
      'us-calea-intercept-compromise': 'needs-answer',
      'us-sec-8k-105': 'needs-answer',
    });
    expect(rows.get('us-fcc-cpni-breach')?.because).toContain(
      'Yes: Customer proprietary network information (such as call records) was seen to be accessed or taken.',
    );
  });

  it('sorts itself once the company has answered', () => {
    const rows = at('2026-11-20T22:30:00-05:00', { 'entity.usCarrier': true, 'registrant.public': false });
    expect(states(rows)).toEqual({
      'us-fcc-cpni-breach': 'applies',
      'us-calea-intercept-compromise': 'may-apply',
      'us-sec-8k-105': 'does-not-apply',
    });
    expect([...rows.keys()][0]).toBe('us-fcc-cpni-breach');
  });

  it('asks for silence towards customers from the first minute', () => {
    const rows = at('2026-11-20T22:30:00-05:00', { 'entity.usCarrier': true });
    expect(rows.get('us-fcc-cpni-breach')?.silences[0]?.state).toBe('active');
  });

  it('follows the filing through to the day on which customers may be told', () => {
    const answers = {
      'entity.usCarrier': true,
      'determination.at': '2026-11-20T23:30:00-05:00',
      'filing.at': '2026-11-25T17:00:00-05:00',
    };
    const during = at('2026-11-28T12:00:00-05:00', answers).get('us-fcc-cpni-breach');
    expect(during?.clocks[0]?.dueAt).toBe(Date.parse('2026-12-02T23:59:59-05:00'));
    expect(during?.silences[0]).toMatchObject({
      state: 'active',
      until: Date.parse('2026-12-07T23:59:59-05:00'),
    });
    const after = at('2026-12-08T08:00:00-05:00', answers).get('us-fcc-cpni-breach');
    expect(after?.silences[0]?.state).toBe('over');
  });

  it('marks the rows that have not been checked for a season', () => {
    const rows = at('2026-11-20T22:30:00-05:00', {});
    expect(rows.get('us-fcc-cpni-breach')?.stale).toBe(false);
    expect(at('2027-02-01T12:00:00-05:00', {}).get('us-fcc-cpni-breach')?.stale).toBe(true);
  });
});
