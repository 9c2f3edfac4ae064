import { z } from 'zod';
import type { DutyAssessment } from '../../model/duty.ts';
import type { BlastEdge, BlastRadius, Bounds, DataScope, Scope } from '../../model/scope.ts';
import { exactly, type SchemaOf } from './exactly.ts';
import { count, period, text, texts, time } from './schema-atoms.ts';

const bounds: SchemaOf<Bounds> = exactly<Bounds>()(
  z
    .object({ lower: count, upper: count.nullable() })
    .meta({ id: 'Bounds', description: 'An upper bound of null: none can be given.' }),
  true,
);

const edge: SchemaOf<BlastEdge> = exactly<BlastEdge>()(
  z.object({
    from: text,
    to: text,
    by: z.enum([
      'aaa-key',
      'snmp-community',
      'local-secret',
      'ike-key',
      'routing-key',
      'aaa-server',
      'other-secret',
    ]),
    group: text.nullable(),
    count,
  }),
  true,
);

const blast: SchemaOf<BlastRadius> = exactly<BlastRadius>()(
  z
    .object({
      hitDevices: texts,
      exposedDevices: texts,
      accounts: texts,
      edges: z.array(edge),
      secretGroups: count,
      unseenDevices: texts,
    })
    .meta({ id: 'BlastRadius' }),
  true,
);

const dataScope: SchemaOf<DataScope> = exactly<DataScope>()(
  z
    .object({
      system: text,
      dataClass: z.enum([
        'identity',
        'call-metadata',
        'location',
        'sms-content',
        'sms-metadata',
        'data-session-metadata',
        'intercept-target',
        'intercept-content',
        'credentials',
        'network-config',
      ]),
      records: bounds,
      persons: bounds,
      lowerBecause: text,
      upperBecause: text,
      tighten: text.nullable(),
      unknown: z.array(period),
      findings: texts,
    })
    .meta({ id: 'DataScope' }),
  true,
);

/** How deep and who is affected. */
export const scope: SchemaOf<Scope> = exactly<Scope>()(
  z
    .object({
      blast,
      data: z.array(dataScope),
      window: z.object({ from: time, earliest: time, to: time }),
    })
    .meta({ id: 'Scope' }),
  true,
);

const clock = z.object({
  name: text,
  startEvent: text,
  startsAt: time,
  dueAt: time,
  remaining: z.object({ value: count, unit: text }).nullable(),
  statement: text,
});

/** How one duty stands. */
export const duty: SchemaOf<DutyAssessment> = exactly<DutyAssessment>()(
  z
    .object({
      id: text,
      title: text,
      jurisdiction: text,
      state: z.enum(['applies', 'may-apply', 'needs-answer', 'not-in-force', 'does-not-apply']),
      because: texts,
      whom: texts,
      clocks: z.array(clock),
      holds: texts,
      questions: z.array(z.object({ fact: text, question: text })),
      status: text,
      source: z.object({ title: text, url: text, citation: text }),
      verifiedOn: text,
      verifiedDaysAgo: count,
      stale: z.boolean(),
      counsel: text,
    })
    .meta({ id: 'DutyAssessment' }),
  true,
);
