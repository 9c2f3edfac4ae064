import { describe, expect, it } from 'vitest';
import { someFacts, typed } from './fixture.ts';
import { makeHit } from './hit.ts';
import { absenceProof, factProof, flowProof, recordProof } from './proof.ts';
import { accountOf, secretClass } from './secret-use.ts';
import { shiftSeverity } from './severity.ts';
import { technique } from './sources.ts';

const BASE = { key: 'k', title: 't', severity: 'low' } as const;

describe('makeHit', () => {
  it('takes its times from its proof', () => {
    const proof = [typed('b', { at: 9 }), typed('a', { at: 3 }), typed('c', { at: null })].map((r) =>
      recordProof(r, 's'),
    );
    expect(makeHit({ ...BASE, proof })).toMatchObject({ first: 3, last: 9, count: 3 });
    expect(makeHit({ ...BASE, proof: proof.slice(2) }).first).toBeNull();
  });

  it('keeps the first and the last of very much proof, and the count of all', () => {
    const proof = Array.from({ length: 200_000 }, (_, at) => recordProof(typed('x', { at }), 's'));
    const hit = makeHit({ ...BASE, proof });
    expect(hit).toMatchObject({ first: 0, last: 199_999, count: 200_000 });
    expect(hit.proof.length).toBeLessThanOrEqual(50);
    expect([hit.proof[0]?.at, hit.proof.at(-1)?.at]).toEqual([0, 199_999]);
  });
});

describe('proof', () => {
  it('points into the evidence of the facts, with a text written anew', () => {
    const proof = factProof(someFacts({ takenAt: 7 }), { line: 3, lineEnd: 5 }, { text: 'T', shows: 'S' });
    expect(proof).toMatchObject({
      text: 'T',
      shows: 'S',
      at: 7,
      ref: { line: 3, lineEnd: 5, evidence: 'a'.repeat(64) },
    });
    expect(absenceProof(someFacts(), 'S').text).toContain('pe-01');
  });

  it('writes both ends and the amounts of flows', () => {
    const { ref } = typed('');
    const ends = {
      exporter: 'x',
      src: '10.0.0.1',
      dst: '203.0.113.9',
      srcPort: 0,
      dstPort: 4786,
      protocol: 6,
    };
    const text = flowProof({ ...ends, first: 1, last: 2, flows: 3, packets: 4, bytes: 5, ref }, 'S').text;
    for (const part of ['10.0.0.1', '203.0.113.9:4786', 'protocol 6', '3 flows', '5 bytes'])
      expect(text).toContain(part);
  });
});

it('severity never leaves its scale', () => {
  expect(shiftSeverity('high', 5)).toBe('critical');
  expect(shiftSeverity('low', -5)).toBe('info');
  expect(shiftSeverity('medium', 1)).toBe('high');
});

describe('secretClass', () => {
  const secret = (use: string): Parameters<typeof secretClass>[0] => ({
    use,
    type: '7',
    strength: 'reversible',
    length: 8,
    group: 'g',
    wellKnown: false,
    line: 1,
    lineEnd: 1,
  });

  it.each([
    ['user backup', 'login'],
    ['enable 5', 'login'],
    ['line vty 0 4', 'login'],
    ['tacacs', 'aaa'],
    ['snmp community', 'snmp'],
    ['ike', 'ipsec'],
    ['key chain', 'routing'],
    ['constructor', 'other'],
  ])('%s is %s', (use, sort) => {
    expect(secretClass(secret(use))).toBe(sort);
  });

  it('names the account of a user only', () => {
    expect(accountOf(secret('user backup'))).toBe('backup');
    expect(accountOf(secret('enable'))).toBeNull();
  });
});

it('links sub-techniques the way ATT&CK does', () => {
  expect(technique('T1021.004', 'SSH').url).toMatch(/\/T1021\/004\/$/);
});
