import { describe, expect, it } from 'vitest';
import type { RegisterRecord } from '../model/record.ts';
import { register } from './fixture.ts';
import { storeSize } from './store-size.ts';

function sizeOf(...notes: string[]): ReturnType<typeof storeSize> {
  return storeSize(
    'cdr',
    notes.map((note) => register(note)),
  );
}

describe('what the register says of a store', () => {
  it('is read from its note, in any order, among other words', () => {
    expect(sizeOf('Oracle; persons=20, rows=300 as of May')).toEqual({ rows: 300, persons: 20 });
  });

  it('is unknown where the note is silent, empty or no number', () => {
    for (const note of [
      '',
      'big',
      'rows=',
      'rows=-5',
      'rows=1e9',
      'rows=1.5',
      `rows=${'9'.repeat(40)}`,
      'xrows=5',
    ]) {
      expect(sizeOf(note)).toEqual({ rows: null, persons: null });
    }
  });

  it('is the largest of several entries, since it bounds from above', () => {
    expect(sizeOf('rows=10 persons=9', 'rows=30 persons=2')).toEqual({ rows: 30, persons: 9 });
  });

  it('is that of this store only, however its name is written', () => {
    const other = { ...register('rows=99'), value: 'crm' };
    const server: RegisterRecord = { ...register('rows=77'), entry: 'nms' };
    const same = { ...register('rows=5'), value: 'system:CDR' };
    expect(storeSize('cdr', [other, server, same]).rows).toBe(5);
  });

  it('does not break on an entry without a note', () => {
    expect(storeSize('cdr', [{ ...register(''), note: null }])).toEqual({ rows: null, persons: null });
  });
});
