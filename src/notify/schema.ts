import { z } from 'zod';
import { MAX_BUSINESS_DAYS } from '../base/calendar-business.ts';
import { parseIsoDate } from '../base/calendar-day.ts';
import type { Duty, Trigger } from './duty.ts';
import { START_EVENTS } from './events.ts';

const text = z.string().min(1).max(1500);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,63}$/, 'is not a fact name');
const date = z.string().refine((value) => parseIsoDate(value) !== null, 'is not a date YYYY-MM-DD');
const verification = z.enum(['primary', 'secondary', 'unverified']);
const unit = z.enum(['hours', 'calendar-days', 'business-days', 'months', 'none']);
const length = z.int().min(0).max(MAX_BUSINESS_DAYS);

const condition = z.strictObject({
  fact: name,
  op: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'includes-any']),
  value: z.union([
    z.string().min(1).max(100),
    z.number(),
    z.boolean(),
    z.array(z.string().max(100)).min(1).max(50),
  ]),
  says: text,
});

const trigger: z.ZodType<Trigger> = z.union([
  condition,
  z.strictObject({ all: z.lazy(() => z.array(trigger).min(1).max(20)) }),
  z.strictObject({ any: z.lazy(() => z.array(trigger).min(1).max(20)) }),
]);

const counted = { startEvent: z.enum(START_EVENTS), length, unit, text, name: text };
const lengthFitsUnit = (row: { length: number; unit: string }): boolean =>
  (row.unit === 'none') === (row.length === 0);
const UNIT_RULE = { error: 'length must be 0 where the unit is none, and above 0 otherwise' };

const clock = z
  .strictObject({
    ...counted,
    when: trigger.optional(),
    verification: verification.optional(),
    tells: z.enum(['authority', 'customers', 'public']).optional(),
  })
  .refine(lengthFitsUnit, UNIT_RULE);

const hold = z
  .strictObject({ ...counted, activeBeforeStart: z.boolean(), extension: text.optional() })
  .refine((row) => row.unit !== 'none' && row.length > 0, { error: 'a hold needs a length and a unit' });

/** The shape of one duty file, checked before anything else sees it. */
export const dutySchema: z.ZodType<Duty> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+){0,11}$/, 'is not an id such as us-fcc-cpni-breach'),
  title: text,
  kind: z.enum(['duty', 'protection']).default('duty'),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'is not a two-letter code'),
  status: z.enum(['in-force', 'pending', 'lapsed', 'rescinded', 'check']),
  effectiveFrom: date.nullable(),
  effectiveUntil: date.nullable(),
  statusNote: text,
  whom: z.array(text).max(20),
  trigger,
  possible: trigger.optional(),
  clocks: z.array(clock).max(20),
  holds: z.array(hold).max(20),
  contentFields: z.array(text).max(60),
  questions: z.record(name, text).default({}),
  source: z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }).max(500), citation: text }),
  verifiedOn: date,
  verification,
  note: z.string().max(3000).default(''),
});
