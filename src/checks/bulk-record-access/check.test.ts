import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { AccessRecord } from '../../model/record.ts';
import { isBulk, namesSubscriber } from './bulk.ts';

runCases(import.meta.dirname);

describe('namesSubscriber', () => {
  it.each([
    'SELECT * FROM calls WHERE msisdn = ?',
    'select * from calls where day = ? and CALLING in (?, ?)',
    'SELECT a FROM t WHERE subscriber_number LIKE ?',
  ])('%s', (query) => expect(namesSubscriber(query)).toBe(true));

  it.each([
    'SELECT calling, called FROM calls WHERE call_day BETWEEN ? AND ?',
    'SELECT msisdn FROM calls',
    'COPY (SELECT * FROM calls) TO STDOUT',
  ])('not %s', (query) => expect(namesSubscriber(query)).toBe(false));
});

describe('isBulk', () => {
  const record = (more: Partial<AccessRecord>): AccessRecord =>
    ({
      action: 'search',
      person: false,
      query: null,
      rows: 5000,
      result: 'success',
      ...more,
    }) as AccessRecord;

  it('is an export or a large search that names nobody', () => {
    expect(isBulk(record({}))).toBe(true);
    expect(isBulk(record({ action: 'export', rows: null }))).toBe(true);
    expect(isBulk(record({ rows: 20 }))).toBe(false);
    expect(isBulk(record({ person: true }))).toBe(false);
    expect(isBulk(record({ query: 'SELECT * FROM t WHERE imsi = ?' }))).toBe(false);
    expect(isBulk(record({ result: 'failure' }))).toBe(false);
    expect(isBulk(record({ action: 'login' }))).toBe(false);
  });
});
