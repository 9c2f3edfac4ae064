import { describe, expect, it } from 'vitest';
import type { DataClass } from '../model/scope.ts';
import { HOLDINGS, surelyHolds } from './data-classes.ts';
import { access } from './fixture.ts';

function holds(system: keyof typeof HOLDINGS, dataClass: DataClass, query: string | null): boolean {
  const holding = HOLDINGS[system].find((h) => h.dataClass === dataClass);
  if (!holding) throw new Error(`${system} holds no ${dataClass}`);
  return surelyHolds(access(1, { query }), holding);
}

describe('whether rows are of a class for sure', () => {
  it('follows from the columns that the query names', () => {
    expect(holds('cdr', 'location', 'SELECT calling, cell FROM cdr.calls')).toBe(true);
    expect(holds('hss', 'credentials', 'select imsi, opc from auc')).toBe(true);
    expect(holds('smsc', 'sms-content', 'SELECT sender, content FROM sms')).toBe(true);
  });

  it('follows from a query for all columns', () => {
    expect(holds('cdr', 'location', 'select * from calls')).toBe(true);
  });

  it('does not follow from a condition, a table name or part of a word', () => {
    expect(holds('cdr', 'location', 'SELECT calling FROM cell WHERE cell = ?')).toBe(false);
    expect(holds('cdr', 'location', 'SELECT cancelled FROM calls')).toBe(false);
    expect(holds('hss', 'credentials', 'SELECT imsi FROM keys')).toBe(false);
  });

  it('does not follow when the log has no query', () => {
    expect(holds('cdr', 'location', null)).toBe(false);
  });

  it('needs no query for what the system is there for', () => {
    expect(holds('cdr', 'call-metadata', null)).toBe(true);
    expect(holds('lcs', 'location', null)).toBe(true);
  });
});

describe('what systems hold', () => {
  it('is never counted per person above both parties of a call', () => {
    const most = Object.values(HOLDINGS).flatMap((list) => list.map((h) => h.personsPerRow));
    expect(Math.max(...most)).toBe(2);
  });

  it('has a class of its own that needs no query, for every sort of system', () => {
    const mute = Object.entries(HOLDINGS).filter(([, list]) => !list.some((h) => h.columns === null));
    expect(mute).toEqual([]);
  });
});
