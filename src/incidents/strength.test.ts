import { describe, expect, it } from 'vitest';
import { contextOf } from './context.ts';
import { sampleFinding } from './fixture.ts';
import { planesOf } from './planes.ts';
import { isStrong, starts, worstOf } from './strength.ts';

const ref = { line: 1, lineEnd: 1, byte: 0, length: 1 };

function proofIn(...ids: string[]) {
  return { proof: ids.map((evidence) => ({ ref: { ...ref, evidence }, text: '', at: null, shows: '' })) };
}

describe('kinds of evidence that agree', () => {
  const evidence = [
    { id: 'flow', kinds: ['flow'] },
    { id: 'both', kinds: ['accounting', 'syslog'] },
    { id: 'cfg', kinds: ['state', 'config'] },
    { id: 'unknown', kinds: [] },
  ] as const;

  it('are those in which proof stands, whatever finding carries it', () => {
    const findings = [sampleFinding(proofIn('flow')), sampleFinding(proofIn('cfg', 'flow'))];
    expect(planesOf(findings, evidence)).toEqual(['config', 'flow']);
  });

  it('are one for one file, since one hand wrote it', () => {
    expect(planesOf([sampleFinding(proofIn('both'))], evidence)).toEqual(['syslog']);
  });

  it('are none for files that nobody knows', () => {
    expect(planesOf([sampleFinding(proofIn('unknown', 'gone'))], evidence)).toEqual([]);
  });
});

describe('what may tie findings together', () => {
  it('is a middling sign of compromise, but only a grave match of a shared value', () => {
    const indicator = { class: 'indicator' } as const;
    expect(isStrong(sampleFinding({ severity: 'medium' }))).toBe(true);
    expect(isStrong(sampleFinding({ severity: 'low' }))).toBe(false);
    expect(isStrong(sampleFinding({ ...indicator, severity: 'medium' }))).toBe(false);
    expect(isStrong(sampleFinding({ ...indicator, severity: 'high' }))).toBe(true);
  });

  it('is no concern about suppliers: it is not a sign that anybody came', () => {
    expect(starts(sampleFinding({ class: 'supply-chain' }))).toBe(false);
  });

  it('takes its severity from the worst, and none from nothing', () => {
    const found = ['low', 'critical', 'high'].map((s) => sampleFinding({ severity: s as 'low' }));
    expect([worstOf(found), worstOf([])]).toEqual(['critical', 'info']);
  });
});

describe('weaknesses that explain the way in', () => {
  const door = sampleFinding({ class: 'weakness', check: 'snmp-not-authpriv', id: 'F-door' });

  it('belong to the sign that they make possible, on the same device', () => {
    expect(contextOf([sampleFinding({ check: 'snmp-write' })], [door])).toEqual([door]);
    expect(contextOf([sampleFinding({ check: 'packet-capture' })], [door])).toEqual([]);
    expect(contextOf([sampleFinding({ check: 'snmp-write', subject: 'ce-1' })], [door])).toEqual([]);
  });

  it('stay out when a person set them aside', () => {
    const aside = { ...door, suppressed: { by: 'm.okafor', why: 'lab', until: null } };
    expect(contextOf([sampleFinding({ check: 'snmp-write' })], [aside])).toEqual([]);
  });
});
