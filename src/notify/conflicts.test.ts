import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessDuties, type DutyAssessment, type Facts, parseDuties } from './index.ts';

const read = (name: string): { name: string; text: string } => ({
  name,
  text: readFileSync(join(import.meta.dirname, '../../content/duties', name), 'utf8'),
});
const { duties } = parseDuties([read('us-fcc-cpni-breach.yaml'), read('us-sec-8k-105.yaml')]);
const PUBLIC: Facts = {
  'registrant.public': true,
  'materiality.determined': true,
  'materiality.at': '2026-11-24T08:00:00-05:00',
};
const BREACH: Facts = { 'entity.usCarrier': true, 'scope.dataClasses': 'call-metadata' };

function filing(facts: Facts, asOf = '2026-11-24T12:00:00-05:00'): string {
  const found: DutyAssessment[] = assessDuties({ asOf: Date.parse(asOf), facts, duties });
  return found.find((row) => row.id === 'us-sec-8k-105')?.clocks[0]?.statement ?? '';
}

describe('a public filing while silence is asked for', () => {
  it('is warned of before the filing with law enforcement, when the silence has no end yet', () => {
    expect(filing({ ...PUBLIC, ...BREACH })).toMatch(
      /Conflict: a silence under 47 CFR 64\.2011 .*without an end yet/,
    );
  });

  it('is warned of when it falls due inside the silence', () => {
    const said = filing({ ...PUBLIC, ...BREACH, 'filing.at': '2026-11-24T08:00:00-05:00' });
    expect(said).toContain('until 2026-12-05T04:59:59Z');
    expect(said).toContain('Ask counsel which gives way');
  });

  it('is not warned of when it falls due after the silence', () => {
    const early = { 'filing.at': '2026-11-16T08:00:00-05:00' };
    expect(filing({ ...PUBLIC, ...BREACH, ...early })).not.toContain('Conflict');
  });

  it('is not warned of once the silence is over, or where no breach rule applies', () => {
    const filed = { 'filing.at': '2026-11-10T08:00:00-05:00' };
    expect(filing({ ...PUBLIC, ...BREACH, ...filed }, '2026-11-25T12:00:00-05:00')).not.toContain('Conflict');
    expect(filing({ ...PUBLIC, 'entity.usCarrier': false })).not.toContain('Conflict');
  });

  it('is warned of while it is open whether either rule applies', () => {
    expect(filing({ 'registrant.public': true })).toContain('Conflict');
  });

  it('never warns about a filing that only an authority sees', () => {
    const found = assessDuties({ asOf: Date.parse('2026-11-24T12:00:00-05:00'), facts: BREACH, duties });
    expect(found.find((row) => row.id === 'us-fcc-cpni-breach')?.clocks[0]?.statement).not.toContain(
      'Conflict',
    );
  });
});
