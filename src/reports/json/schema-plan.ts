import { z } from 'zod';
import type { DevicePlan } from '../../model/plan.ts';
import { exactly, type SchemaOf } from './exactly.ts';
import { severity, text, texts, time } from './schema-atoms.ts';

/** What to change on a device, in order. */
export const devicePlan: SchemaOf<DevicePlan> = exactly<DevicePlan>()(
  z
    .object({
      device: text,
      platform: text,
      evidence: text,
      takenAt: time,
      steps: z.array(
        z
          .object({
            check: text,
            findings: texts,
            severity,
            lines: texts,
            back: texts,
            first: texts,
            afterwards: texts,
            mayCut: z.boolean(),
          })
          .meta({ id: 'FixStep' }),
      ),
      byHand: texts,
    })
    .meta({ id: 'DevicePlan' }),
  true,
);
