import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, MARK } from '../../../../test/contract/case-parts.ts';
import type { AccessRecord } from '../../../model/record.ts';
import { openSqliteCase } from './engine.ts';

const text = fc.string({ maxLength: 12 });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);
const time = fc.integer({ min: 0, max: 1000 });

/** An access event with every property that there is. */
const access: fc.Arbitrary<AccessRecord> = fc.record({
  kind: fc.constant('access' as const),
  origin: fc.constant('system:synthetic' as const),
  at: maybe(time),
  timeQuality: fc.constantFrom('exact', 'none'),
  count: fc.integer({ min: 1, max: 9 }),
  last: maybe(time),
  ref: fc.record({
    evidence: fc.constant(''),
    line: time,
    lineEnd: time,
    byte: fc.integer({ min: 0, max: 1e9 }),
    length: time,
  }),
  text,
  system: text,
  systemClass: fc.constantFrom('cdr', 'li'),
  actor: text,
  actorType: fc.constantFrom('employee', 'service'),
  from: maybe(text),
  fromHost: maybe(text),
  action: fc.constantFrom('search', 'export'),
  objectType: maybe(text),
  object: maybe(text),
  person: fc.boolean(),
  number: fc.record({ tail: maybe(text), international: fc.boolean() }),
  query: maybe(text),
  queryFrom: maybe(time),
  queryTo: maybe(time),
  rows: maybe(time),
  bytes: maybe(time),
  destination: maybe(text),
  caseRef: maybe(text),
  warrantRef: maybe(text),
  result: fc.constantFrom('success', 'failure'),
});

describe('access events that keep little', () => {
  it('say the same as whole ones, in the same order, whatever is asked of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(access, { maxLength: 20 }), async (events) => {
        const store = await openSqliteCase(':memory:', { id: 'a1', created: 0, anchor: 0 });
        const handle = await store.begin();
        await store.addRecords(handle, events);
        await store.finish(handle, digest({ seed: 'a' }), MARK);
        const query = { origins: ['system:synthetic' as const], kinds: ['access' as const] };
        const whole = await store.records(query);
        const lean = await store.records({ ...query, lean: true });
        expect(lean).toHaveLength(events.length);
        const names = Object.keys(whole[0] ?? {}) as (keyof AccessRecord)[];
        const shown = lean.map((event) =>
          Object.fromEntries(names.map((name) => [name, (event as AccessRecord)[name]])),
        );
        expect(shown).toEqual(whole);
        await store.close();
      }),
      { numRuns: 30 },
    );
  });

  it('leave records of other kinds as they are', async () => {
    const store = await openSqliteCase(':memory:', { id: 'a1', created: 0, anchor: 0 });
    const handle = await store.begin();
    const log = {
      kind: 'log',
      origin: 'name:a',
      at: 5,
      ref: { evidence: '', byte: 0 },
      message: 'synthetic',
    };
    await store.addRecords(handle, [log as never]);
    await store.finish(handle, digest({ seed: 'a' }), MARK);
    const query = { origins: null, kinds: ['log' as const] };
    expect(await store.records({ ...query, lean: true })).toEqual(await store.records(query));
    await store.close();
  });
});
