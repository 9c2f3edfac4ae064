import { z } from 'zod';
import type { CheckSummary } from '../../model/answers.ts';
import type { Incident, PlaybookFit } from '../../model/incident.ts';
import type { Finding, Proof, Reason, Verdict } from '../../model/verdict.ts';
import { exactly, type SchemaOf } from './exactly.ts';
import {
  answer,
  checkClass,
  confidence,
  count,
  evidenceKind,
  instant,
  period,
  severity,
  sha,
  text,
  texts,
  time,
} from './schema-atoms.ts';

/** How a check reads in reports. */
export const checkSummary: SchemaOf<CheckSummary> = exactly<CheckSummary>()(
  z
    .object({
      id: text,
      asks: text,
      title: text,
      class: checkClass,
      severity,
      attack: texts,
      hit: count,
      clear: count,
      cannotTell: count,
    })
    .meta({ id: 'CheckSummary' }),
  true,
);

const reason: SchemaOf<Reason> = exactly<Reason>()(
  z
    .object({
      code: z.enum([
        'no-evidence',
        'partial-period',
        'unread-lines',
        'truncated',
        'no-time',
        'ambiguous-device',
        'not-configured-to-log',
        'needs-baseline',
        'needs-register',
        'needs-two-snapshots',
        'platform-unknown',
        'no-intelligence',
        'evidence-gone',
        'exporter-covers-some-interfaces',
        'too-many',
      ]),
      text,
      cheapest: text,
      kinds: z.array(evidenceKind),
      periods: z.array(period),
    })
    .meta({ id: 'Reason' }),
  true,
);

/** The answer of a check for one subject. */
export const verdict: SchemaOf<Verdict> = exactly<Verdict>()(
  z
    .object({
      check: text,
      subject: text,
      answer,
      clear: z.array(period),
      blind: z.array(period),
      reasons: z.array(reason),
      findings: texts,
    })
    .meta({ id: 'Verdict' }),
  true,
);

const proof: SchemaOf<Proof> = exactly<Proof>()(
  z
    .object({
      ref: z.object({ evidence: sha, line: count, lineEnd: count, byte: count, length: count }),
      text,
      at: time,
      shows: text,
    })
    .meta({ id: 'Proof' }),
  true,
);

/** A hit with its place. */
export const finding: SchemaOf<Finding> = exactly<Finding>()(
  z
    .object({
      key: text,
      title: text,
      severity,
      confidence,
      first: time,
      last: time,
      count,
      proof: z.array(proof),
      accounts: texts,
      addresses: texts,
      indicators: texts,
      notes: texts,
      id: text,
      check: text,
      class: checkClass,
      subject: text,
      attack: texts,
      otherExplanations: texts,
      next: texts,
      suppressed: z.object({ by: text, why: text, until: time }).nullable(),
    })
    .meta({ id: 'Finding' }),
  true,
);

/** How far findings fit a campaign. */
export const playbook: SchemaOf<PlaybookFit> = exactly<PlaybookFit>()(
  z
    .object({
      campaign: text,
      title: text,
      steps: z.array(
        z.object({
          step: text,
          title: text,
          attack: texts,
          state: z.enum(['seen', 'not-seen', 'cannot-tell']),
          findings: texts,
          first: time,
          note: text,
        }),
      ),
      seen: count,
      notSeen: count,
      cannotTell: count,
      aligned: z.boolean(),
      against: texts,
    })
    .meta({ id: 'PlaybookFit' }),
  true,
);

/** Findings that belong together. */
export const incident: SchemaOf<Incident> = exactly<Incident>()(
  z
    .object({
      id: text,
      title: text,
      severity,
      confidence,
      findings: texts,
      subjects: texts,
      accounts: texts,
      addresses: texts,
      first: time,
      last: time,
      timeline: z.array(z.object({ at: instant, subject: text, finding: text, what: text, severity })),
      playbooks: z.array(playbook),
      because: texts,
    })
    .meta({ id: 'Incident' }),
  true,
);
