import { describe, expect, it } from 'vitest';
import type { Device } from '../../model/device.ts';
import type { Incident } from '../../model/incident.ts';
import type { Answer, Finding, Verdict } from '../../model/verdict.ts';
import { answerHit, answerSince, type HitInput, speaksOfCompromise } from './hit.ts';

const finding = (parts: Partial<Finding>): Finding =>
  ({
    id: 'F-1',
    class: 'compromise',
    severity: 'high',
    subject: 'pe-01',
    suppressed: null,
    first: null,
    ...parts,
  }) as Finding;
const verdict = (answer: Answer, parts: Partial<Verdict> = {}): Verdict =>
  ({ check: 'telling', subject: 'pe-01', answer, ...parts }) as Verdict;
const device = (id: string, sort: Device['sort'] = 'router'): Device => ({ id, sort }) as Device;
const SET_ASIDE = { by: 'lead', why: 'synthetic', until: null };

/** A case in which everything was clear, but for what a test says. */
const ask = (parts: Partial<HitInput> = {}): ReturnType<typeof answerHit> =>
  answerHit({
    findings: [],
    verdicts: [verdict('clear')],
    incidents: [],
    devices: [device('pe-01')],
    telling: new Set(['telling']),
    unread: [],
    ...parts,
  });

describe('a finding', () => {
  it.each<[Partial<Finding>, boolean]>([
    [{ class: 'compromise', severity: 'medium' }, true],
    [{ class: 'compromise', severity: 'low' }, false],
    [{ class: 'contradiction', severity: 'medium' }, true],
    [{ class: 'indicator', severity: 'medium' }, false],
    [{ class: 'indicator', severity: 'high' }, true],
    [{ class: 'weakness', severity: 'critical' }, false],
    [{ severity: 'critical', suppressed: SET_ASIDE }, false],
  ])('%j speaks of compromise: %j', (parts, expected) => {
    expect(speaksOfCompromise(finding(parts))).toBe(expected);
  });
});

describe('are we hit', () => {
  it('says no only when every telling question was clear on every router and all could be read', () => {
    expect(ask()).toMatchObject({
      answer: 'no',
      confidence: null,
      cells: { hit: 0, clear: 1, cannotTell: 0 },
    });
  });

  it.each<[string, Partial<HitInput>]>([
    ['There is no evidence', { verdicts: [] }],
    ['There is no evidence', { verdicts: [verdict('clear', { check: 'weakness' })] }],
    ['1 of 2 questions', { verdicts: [verdict('clear'), verdict('cannot-tell', { subject: 'pe-02' })] }],
    ['1 weak sign ', { findings: [finding({ class: 'indicator', severity: 'low' })] }],
    ['no evidence of any router', { devices: [device('jump-1', 'host')] }],
    ['could be asked of 1 device.', { devices: [device('pe-01'), device('pe-02')] }],
    ['could be asked of 1 device.', { devices: [device('pe-01'), device('x', 'unknown')] }],
    ['not all evidence could be read: a.zip is cut off.', { unread: ['a.zip is cut off.'] }],
  ])('cannot tell: %s', (words, parts) => {
    const told = ask(parts);
    expect(told.answer).toBe('cannot-tell');
    expect(told.sentence).toContain(words);
  });

  it('a weakness alone takes no clear answer away, and what was set aside by hand is told', () => {
    expect(ask({ findings: [finding({ class: 'weakness' })] }).answer).toBe('no');
    const aside = ask({ findings: [finding({ suppressed: SET_ASIDE })] });
    expect(aside).toMatchObject({ answer: 'no' });
    expect(aside.sentence).toContain('1 finding set aside by hand');
  });

  it('says yes with devices and systems apart, each once, whatever could not be seen elsewhere', () => {
    const told = ask({
      findings: [
        finding({ subject: 'pe-02' }),
        finding({ subject: 'pe-01' }),
        finding({ subject: 'pe-01', class: 'contradiction' }),
        finding({ subject: 'system:cdr' }),
        finding({ subject: 'system:files' }),
      ],
      verdicts: [verdict('hit'), verdict('cannot-tell', { subject: 'pe-02' })],
      incidents: [
        { confidence: 'high', playbooks: [{ id: 'synthetic' }], findings: [] } as unknown as Incident,
      ],
    });
    expect(told).toMatchObject({
      answer: 'yes',
      confidence: 'high',
      devices: ['pe-01', 'pe-02'],
      systems: ['cdr'],
    });
    expect(told.sentence).toBe('Signs of compromise on 2 devices and 1 system.');
    expect(told.playbook).toEqual({ id: 'synthetic' });
  });

  it('names no host that nobody knows', () => {
    const told = ask({ findings: [finding({ subject: 'system:files' })] });
    expect(told).toMatchObject({ answer: 'yes', devices: [], systems: [] });
    expect(told.sentence).toContain('files of unknown hosts');
  });
});

describe('since when', () => {
  const AT = Date.UTC(2026, 9, 20, 4);

  it('is the earliest dated sign of the first incident, and says where the logs begin', () => {
    const findings = [
      finding({ id: 'late', first: AT + 1000 }),
      finding({ id: 'early', first: AT }),
      finding({ id: 'elsewhere', first: AT - 9_000_000 }),
      finding({ id: 'weak', first: AT - 5_000_000, class: 'weakness' }),
      finding({ id: 'undated' }),
    ];
    const incidents = [{ findings: ['late', 'early', 'weak', 'undated'] } as unknown as Incident];
    const told = answerSince({ findings, incidents, logsBegin: AT - 86_400_000 });
    expect(told).toMatchObject({ atTheLatest: AT, earliestPossible: AT - 86_400_000, finding: 'early' });
    expect(told.sentence).toContain('at the latest');
    expect(told.sentence).toContain('2026-10-19');
  });

  it('is not made up where no sign has a date', () => {
    expect(answerSince({ findings: [finding({})], incidents: [], logsBegin: 5 })).toMatchObject({
      atTheLatest: null,
      earliestPossible: 5,
      finding: null,
    });
    const silent = answerSince({ findings: [finding({ first: AT })], incidents: [], logsBegin: null });
    expect(silent.sentence).toContain('nothing shows the time before');
  });
});
