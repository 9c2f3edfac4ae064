import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DataClass } from '../model/scope.ts';
import type { Duty, Trigger } from './duty.ts';
import { assessDuties, type DutyAssessment, type Facts, parseDuties } from './index.ts';

const FOLDER = join(import.meta.dirname, '../../content/duties');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const { duties, problems } = parseDuties(files);

const ASOF = Date.parse('2026-11-24T09:00:00-05:00');
const ALL = ['US', 'EU', 'UK', 'AU', 'CA', 'IN'];
const CARRIER: Facts = { 'entity.usCarrier': true };

function assess(id: string, facts: Facts, asOf = ASOF): DutyAssessment {
  const found = assessDuties({ asOf, jurisdictions: ALL, facts, duties }).find((row) => row.id === id);
  if (!found) throw new Error(`no duty ${id}`);
  return found;
}

function says(trigger: Trigger): string[] {
  if ('fact' in trigger) return [trigger.says];
  return ('all' in trigger ? trigger.all : trigger.any).flatMap(says);
}

function allWords(duty: Duty): string[] {
  const clocks = duty.clocks.flatMap((clock) => [clock.name, clock.text]);
  const holds = duty.holds.flatMap((hold) => [hold.name, hold.text, hold.extension ?? '']);
  return [duty.title, duty.statusNote, duty.note, ...duty.whom, ...clocks, ...holds, ...says(duty.trigger)];
}

// The classes of data that scope counts. A row that names another class would never match.
const CLASSES: Record<DataClass, true> = {
  identity: true,
  'call-metadata': true,
  location: true,
  'sms-content': true,
  'sms-metadata': true,
  'data-session-metadata': true,
  'intercept-target': true,
  'intercept-content': true,
  credentials: true,
  'network-config': true,
};

function classesNamed(trigger: Trigger): readonly string[] {
  if ('fact' in trigger) return typeof trigger.value === 'object' ? trigger.value : [];
  return ('all' in trigger ? trigger.all : trigger.any).flatMap(classesNamed);
}

describe('the rows we ship', () => {
  it('name only classes of data that scope knows', () => {
    const named = duties.flatMap((duty) =>
      [duty.trigger, ...(duty.possible ? [duty.possible] : [])].flatMap(classesNamed),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !Object.hasOwn(CLASSES, name))).toEqual([]);
  });

  it('are all read', () => {
    expect(problems).toEqual([]);
    expect(duties).toHaveLength(files.length);
  });

  it('carry their id as file name', () => {
    expect(duties.map((duty) => `${duty.id}.yaml`)).toEqual(files.map((file) => file.name).sort());
  });

  it('command nobody', () => {
    for (const duty of duties)
      expect(allWords(duty).join(' ')).not.toMatch(/you (must|shall|are required|have to)/i);
  });

  it('hedge every limit that is not verified', () => {
    for (const duty of duties) {
      for (const clock of duty.clocks) {
        const open = (clock.verification ?? duty.verification) === 'unverified';
        expect([clock.text, open]).toEqual([clock.text, /\bthought to\b/i.test(clock.text)]);
      }
    }
  });

  it('say in the title when they are not in force', () => {
    const off = duties.filter((duty) => duty.status !== 'in-force');
    expect(
      off.map((duty) => duty.title).filter((title) => !/not in force|rescinded|not known/.test(title)),
    ).toEqual([]);
  });

  it('were not verified after the state of the sources', () => {
    for (const duty of duties) expect(duty.verifiedOn <= '2026-11-22').toBe(true);
  });
});

describe('47 CFR 64.2011', () => {
  const id = 'us-fcc-cpni-breach';
  const facts: Facts = { ...CARRIER, 'scope.dataClasses': ['call-metadata'] };

  it('applies to call records seen taken, and counts from a determination late at night', () => {
    const found = assess(id, { ...facts, 'determination.at': '2026-11-23T23:30:00-05:00' });
    expect(found.state).toBe('applies');
    expect(found.clocks[0]).toMatchObject({
      dueAt: Date.parse('2026-12-03T23:59:59-05:00'),
      remaining: { value: 6, unit: 'business-days' },
    });
    expect(found.clocks[0]?.statement).toContain('Thanksgiving Day');
  });

  it('keeps customers out of it until 7 full business days after the filing', () => {
    const filed = { ...facts, 'filing.at': '2026-11-24T08:00:00-05:00' };
    expect(assess(id, filed).silences[0]).toMatchObject({
      state: 'active',
      until: Date.parse('2026-12-04T23:59:59-05:00'),
    });
  });

  it('asks for the determination when nobody recorded it', () => {
    const found = assess(id, facts);
    expect(found.clocks[0]).toMatchObject({ startsAt: null, dueAt: null, remaining: null });
    expect(found.questions.map((row) => row.fact)).toEqual(['determination.at']);
  });

  it('may apply where call records may have been taken', () => {
    const possible = { ...CARRIER, 'scope.dataClasses': [], 'scope.possibleClasses': ['call-metadata'] };
    expect(assess(id, possible).state).toBe('may-apply');
  });

  it('does not apply to a company that sells only broadband', () => {
    expect(assess(id, { ...facts, 'entity.usCarrier': false }).state).toBe('does-not-apply');
  });
});

describe('other US rows', () => {
  it('shows the amendments of 2023, CIRCIA and the rescinded ruling as not in force, without a clock', () => {
    const facts: Facts = {
      ...CARRIER,
      'persons.lower': 100_000,
      'circia.coveredEntity': true,
      'incident.confirmed': true,
      'determination.at': ASOF,
      'belief.at': ASOF,
    };
    for (const id of ['us-fcc-cpni-2023-amendments', 'us-circia', 'us-calea-declaratory-ruling-2025']) {
      const found = assess(id, facts);
      expect(found.state).toBe('not-in-force');
      expect(found.clocks.every((clock) => clock.dueAt === null)).toBe(true);
      expect(found.questions).toEqual([]);
      expect(found.silences).toEqual([]);
    }
  });

  it('does not revive the rescinded ruling for a day on which it stood', () => {
    const found = assess('us-calea-declaratory-ruling-2025', CARRIER, Date.parse('2025-06-01T12:00:00Z'));
    expect(found.state).toBe('not-in-force');
  });

  it('reports a touched interception without inventing a number of hours', () => {
    const found = assess('us-calea-intercept-compromise', {
      ...CARRIER,
      'intercept.touched': true,
      'discovery.at': '2026-11-24T02:00:00-05:00',
    });
    expect(found.state).toBe('applies');
    expect(found.clocks[0]).toMatchObject({ startsAt: Date.parse('2026-11-24T07:00:00Z'), dueAt: null });
    expect(found.clocks[0]?.statement).toContain('reasonable time upon discovery');
  });

  it('never promises the protection for sharing', () => {
    const found = assess('us-cisa-2015-sharing', { 'sharing.planned': true });
    expect(found).toMatchObject({ kind: 'protection', state: 'may-apply', status: 'check' });
  });

  it('starts the 8-K at the determination of materiality, over a holiday', () => {
    const facts = { 'registrant.public': true, 'materiality.determined': true };
    const found = assess('us-sec-8k-105', { ...facts, 'materiality.at': '2026-11-24T08:00:00-05:00' });
    expect(found.clocks[0]?.dueAt).toBe(Date.parse('2026-12-01T23:59:59-05:00'));
    expect(assess('us-sec-8k-105', { 'registrant.public': true }).state).toBe('needs-answer');
    expect(assess('us-sec-8k-105', { 'registrant.public': false }).state).toBe('does-not-apply');
  });

  it('meets the outage threshold on its edge', () => {
    const outage = { ...CARRIER, 'outage.minutes': 30 };
    expect(assess('us-fcc-outage-nors', { ...outage, 'outage.userMinutes': 900_000 }).state).toBe('applies');
    expect(assess('us-fcc-outage-nors', { ...outage, 'outage.userMinutes': 899_999 }).state).toBe(
      'may-apply',
    );
    expect(assess('us-fcc-outage-nors', { ...CARRIER, 'outage.minutes': 29 }).state).toBe('does-not-apply');
  });
});

describe('rows elsewhere', () => {
  it('runs the three clocks of NIS2, the last from the notification', () => {
    const facts: Facts = {
      essentialEntity: true,
      'impact.capable': true,
      'awareness.at': '2026-11-23T10:00:00Z',
    };
    const due = assess('eu-nis2-article-23', facts).clocks.map((clock) => clock.dueAt);
    expect(due).toEqual([Date.parse('2026-11-24T10:00:00Z'), Date.parse('2026-11-26T10:00:00Z'), null]);
    const later = assess('eu-nis2-article-23', { ...facts, 'notification.at': '2026-11-25T10:00:00Z' });
    expect(later.clocks[2]?.dueAt).toBe(Date.parse('2026-12-25T23:59:59+01:00'));
  });

  it('covers an intruder who waits, under the British rule', () => {
    const facts = { 'entity.ukProvider': true, 'impact.significant': false, 'impact.prePositioned': true };
    expect(assess('uk-communications-act-105k', facts).state).toBe('applies');
  });

  it('runs the 12 hours of Australia only where availability suffered', () => {
    const facts: Facts = { 'entity.auResponsible': true, 'incident.confirmed': true, 'awareness.at': ASOF };
    const quiet = assess('au-soci-part-2b', { ...facts, 'impact.availability': false });
    expect(quiet.clocks.map((clock) => clock.dueAt)).toEqual([null, null, ASOF + 72 * 3_600_000]);
    const loud = assess('au-soci-part-2b', { ...facts, 'impact.availability': true });
    expect(loud.clocks[0]?.dueAt).toBe(ASOF + 12 * 3_600_000);
    const open = assess('au-soci-part-2b', facts);
    expect(open.clocks[0]?.statement).toMatch(/^Runs only if/);
    expect(open.questions.map((row) => row.fact)).toContain('impact.availability');
  });

  it('counts six hours for India and shows Canada as not in force', () => {
    const facts: Facts = { 'entity.inService': true, 'incident.confirmed': true, 'awareness.at': ASOF };
    expect(assess('in-cert-in', facts).clocks[0]?.dueAt).toBe(ASOF + 6 * 3_600_000);
    expect(assess('ca-critical-cyber-systems', { 'entity.caDesignated': true }).state).toBe('not-in-force');
  });
});
