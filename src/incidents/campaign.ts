import type { z as Zod } from 'zod';
import { late } from '../base/late.ts';
import type { Tlp } from '../model/evidence.ts';

/** One step of a known campaign. */
export interface CampaignStep {
  readonly id: string;
  readonly title: string;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
  /** Checks that can see the step; empty when no check can yet. */
  readonly checks: readonly string[];
  /** True for a step that few honest causes explain. */
  readonly telling: boolean;
  readonly note: string;
}

/** A known campaign as a playbook: its steps in order and what must agree before `aligned` may be said. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly marking: Tlp;
  /** The last day (YYYY-MM-DD) on which somebody compared the file with its sources. */
  readonly verifiedOn: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** Least number of steps seen, and of kinds of evidence that show them. */
  readonly alignment: { readonly steps: number; readonly planes: number };
  readonly steps: readonly CampaignStep[];
}

function campaignOf(z: typeof Zod): Zod.ZodType<Campaign> {
  const text = z.string().min(1).max(500);
  const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+){0,11}$/, 'is not an id such as salt-typhoon');

  const step = z.strictObject({
    id: slug,
    title: text,
    attack: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/, 'is no ATT&CK technique id')).max(20),
    checks: z.array(slug).max(20),
    telling: z.boolean().default(false),
    note: z.string().max(1000).default(''),
  });

  return z.strictObject({
    id: slug,
    title: text,
    aliases: z.array(text).max(30),
    marking: z.enum(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']),
    verifiedOn: z.iso.date(),
    sources: z
      .array(z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }).max(500) }))
      .min(1)
      .max(20),
    alignment: z.strictObject({ steps: z.int().min(2).max(50), planes: z.int().min(2).max(9) }),
    steps: z.array(step).min(1).max(50),
  });
}

let schema: Zod.ZodType<Campaign> | null = null;

/** The shape of one campaign file, checked before anything else sees it; made when the first file is read. */
export function campaignSchema(): Zod.ZodType<Campaign> {
  schema ??= campaignOf(late('zod'));
  return schema;
}
