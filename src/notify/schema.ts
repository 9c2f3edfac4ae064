import type { z as Zod } from 'zod';
import { MAX_BUSINESS_DAYS } from '../base/calendar-business.ts';
import { parseIsoDate } from '../base/calendar-day.ts';
import { late } from '../base/late.ts';
import type { Duty, DutyClock, DutyHold, Trigger } from './duty.ts';
import { START_EVENTS } from './events.ts';

type Library = typeof Zod;
type Atoms = ReturnType<typeof atomsOf>;

// Types of what is made here are inferred: the shape of a duty file below states the whole.
function atomsOf(z: Library) {
  return {
    text: z.string().min(1).max(1500),
    name: z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,63}$/, 'is not a fact name'),
    date: z.string().refine((value) => parseIsoDate(value) !== null, 'is not a date YYYY-MM-DD'),
    verification: z.enum(['primary', 'secondary', 'unverified']),
  };
}

function triggerOf(z: Library, { text, name }: Atoms): Zod.ZodType<Trigger> {
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
  const trigger: Zod.ZodType<Trigger> = z.union([
    condition,
    z.strictObject({ all: z.lazy(() => z.array(trigger).min(1).max(20)) }),
    z.strictObject({ any: z.lazy(() => z.array(trigger).min(1).max(20)) }),
  ]);
  return trigger;
}

const lengthFitsUnit = (row: { length: number; unit: string }): boolean =>
  (row.unit === 'none') === (row.length === 0);
const UNIT_RULE = { error: 'length must be 0 where the unit is none, and above 0 otherwise' };

function countedOf(z: Library, { text }: Atoms) {
  const unit = z.enum(['hours', 'calendar-days', 'business-days', 'months', 'none']);
  const length = z.int().min(0).max(MAX_BUSINESS_DAYS);
  return { startEvent: z.enum(START_EVENTS), length, unit, text, name: text };
}

function clockOf(z: Library, atoms: Atoms, trigger: Zod.ZodType<Trigger>): Zod.ZodType<DutyClock> {
  return z
    .strictObject({
      ...countedOf(z, atoms),
      when: trigger.optional(),
      verification: atoms.verification.optional(),
      tells: z.enum(['authority', 'customers', 'public']).optional(),
    })
    .refine(lengthFitsUnit, UNIT_RULE);
}

function holdOf(z: Library, atoms: Atoms): Zod.ZodType<DutyHold> {
  return z
    .strictObject({
      ...countedOf(z, atoms),
      activeBeforeStart: z.boolean(),
      extension: atoms.text.optional(),
    })
    .refine((row) => row.unit !== 'none' && row.length > 0, { error: 'a hold needs a length and a unit' });
}

function dutyOf(z: Library): Zod.ZodType<Duty> {
  const atoms = atomsOf(z);
  const { text, name, date, verification } = atoms;
  const trigger = triggerOf(z, atoms);
  return z.strictObject({
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
    clocks: z.array(clockOf(z, atoms, trigger)).max(20),
    holds: z.array(holdOf(z, atoms)).max(20),
    contentFields: z.array(text).max(60),
    questions: z.record(name, text).default({}),
    source: z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }).max(500), citation: text }),
    verifiedOn: date,
    verification,
    note: z.string().max(3000).default(''),
  });
}

let schema: Zod.ZodType<Duty> | null = null;

/** The shape of one duty file, checked before anything else sees it; made when the first file is read. */
export function dutySchema(): Zod.ZodType<Duty> {
  schema ??= dutyOf(late('zod'));
  return schema;
}
