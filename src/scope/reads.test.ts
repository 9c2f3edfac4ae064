import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../base/time.ts';
import type { AccessRecord } from '../model/record.ts';
import type { Finding } from '../model/verdict.ts';
import { access, finding, HOME, JUMP, START, world } from './fixture.ts';
import { belongingBy, mostRows, surelyRows } from './reads.ts';
import { suspicionOf } from './suspicion.ts';

function sort(accesses: readonly AccessRecord[], ...findings: Finding[]) {
  const whose = accesses.map(belongingBy(suspicionOf(world({ accesses, findings }))));
  return {
    proven: whose.filter((w) => w === 'proven').length,
    possible: whose.filter((w) => w !== 'no').length,
  };
}

describe('whose accesses they are', () => {
  it('are proven from the first to the last moment of the finding, not a moment longer', () => {
    const first = START + 10 * DAY;
    const last = first + HOUR;
    const moments = [first - 1, first, last, last + 1].map((at) => access(0, { at, from: JUMP }));
    expect(sort(moments, finding({ first, last })).proven).toBe(2);
  });

  it('are proven without regard to how the account is written', () => {
    expect(sort([access(10, { actor: 'ETL_Batch', from: JUMP })], finding()).proven).toBe(1);
  });

  it('are proven by an address written in another way', () => {
    const read = access(10, { from: '2001:db8:0:0::7' });
    expect(sort([read], finding({ addresses: ['2001:DB8::7'] })).proven).toBe(1);
  });

  it('are not proven by the account alone or the address alone', () => {
    const accesses = [access(10), access(10, { actor: 'v.sato', from: JUMP }), access(10, { from: null })];
    expect(sort(accesses, finding()).proven).toBe(0);
  });

  it('are not proven by a finding on another system', () => {
    expect(sort([access(10, { from: JUMP })], finding({ subject: 'system:li' })).proven).toBe(0);
  });

  it('are proven without a time where proof points at the very line', () => {
    const read = access(10, { at: null, from: JUMP });
    const proof = [{ ref: read.ref, text: '', at: null, shows: '' }];
    expect(sort([read], finding()).proven).toBe(0);
    expect(sort([read], finding({ proof })).proven).toBe(1);
  });

  it('are proven by the line where a finding names nobody', () => {
    const read = access(10, { actor: 'unknown' });
    const proof = [{ ref: read.ref, text: '', at: null, shows: '' }];
    expect(sort([read], finding({ proof, accounts: [], addresses: [] })).proven).toBe(1);
  });

  it('are possible for suspects from the first sign on, and for untimed lines', () => {
    const before = access(9, { from: HOME });
    const after = access(25, { from: HOME });
    const untimed = access(0, { at: null });
    expect(sort([before, after, untimed], finding()).possible).toBe(2);
  });

  it('do not become the intruder\u2019s by going to an inside address that a finding names', () => {
    const sent = access(12, { actor: 'v.sato', destination: JUMP });
    expect(sort([sent], finding({ subject: 'pe-1' }))).toEqual({ proven: 0, possible: 1 });
  });

  it('do not become the intruder\u2019s by a match of a shared address alone', () => {
    const sent = access(12, { actor: 'v.sato', destination: '203.0.113.9' });
    const match = finding({ subject: 'pe-1', class: 'indicator', accounts: [], addresses: ['203.0.113.9'] });
    expect(sort([sent], match)).toEqual({ proven: 0, possible: 1 });
  });
});

describe('how many rows an access gave', () => {
  it('is the number it says, for each time it was folded', () => {
    const read = access(1, { rows: 7, count: 3 });
    expect([surelyRows(read), mostRows(read)]).toEqual([21, 21]);
  });

  it('is one for a view that says no number, and nobody knows how many at the most', () => {
    const view = access(1, { action: 'view', rows: null });
    expect([surelyRows(view), mostRows(view)]).toEqual([1, null]);
  });

  it('is none for sure for a search that says no number', () => {
    expect(surelyRows(access(1, { action: 'search', rows: null }))).toBe(0);
  });

  it('is none for what was refused and for a login', () => {
    for (const read of [access(1, { result: 'failure' }), access(1, { action: 'login', rows: 5 })]) {
      expect([surelyRows(read), mostRows(read)]).toEqual([0, 0]);
    }
  });

  it('is none for sure and all at the most where the log does not tell whether it worked', () => {
    const read = access(1, { rows: 8, result: 'unknown' });
    expect([surelyRows(read), mostRows(read)]).toEqual([0, 8]);
  });

  it('is one at the most for a change that says no number, which shows what it changes', () => {
    const change = access(1, { action: 'modify', rows: null });
    expect([surelyRows(change), mostRows(change)]).toEqual([0, 1]);
  });
});
