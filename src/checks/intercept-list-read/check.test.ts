import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { HOUR, MINUTE } from '../../base/time.ts';
import { type Event, sensitiveDeeds } from './sensitive.ts';

runCases(import.meta.dirname);

const event = (at: number, more: Partial<Event> = {}): Event =>
  ({
    at,
    action: 'view',
    person: true,
    object: 'x',
    rows: 1,
    warrantRef: null,
    caseRef: null,
    ...more,
  }) as Event;
const deeds = (...events: Event[]): string[] => [...sensitiveDeeds(events).keys()];

describe('sensitiveDeeds', () => {
  it('take three details within an hour for bulk', () => {
    expect(deeds(event(0), event(MINUTE), event(2 * MINUTE))).toEqual(['details']);
    expect(deeds(event(0), event(MINUTE))).toEqual([]);
    expect(deeds(event(0), event(HOUR), event(2 * HOUR))).toEqual([]);
  });

  it('leave out what a warrant or an approval covers', () => {
    expect(deeds(event(0, { action: 'list_all', warrantRef: 'W-1' }))).toEqual([]);
    expect(deeds(event(0, { action: 'list_all', caseRef: 'A-1' }))).toEqual([]);
    expect(deeds(event(0, { action: 'list_all' }))).toEqual(['list']);
  });

  it('know the end of all intercepts from the end of one', () => {
    expect(deeds(event(0, { action: 'deactivate', person: false, object: 'all' }))).toEqual(['deactivate']);
    expect(deeds(event(0, { action: 'deactivate' }))).toEqual([]);
    expect(deeds(event(0, { action: 'activate' }), event(0, { action: 'login' }))).toEqual([]);
  });
});
