import { z } from 'zod';
import type { Period } from '../../base/time.ts';
import type { EvidenceKind, Tlp } from '../../model/evidence.ts';
import type { Answer, CheckClass, Confidence, Severity } from '../../model/verdict.ts';
import { exactly, type SchemaOf } from './exactly.ts';

/** Text without further rules. */
export const text: z.ZodString = z.string();
/** A list of texts. */
export const texts: z.ZodArray<z.ZodString> = z.array(text);
/** A number, mostly a count. */
export const count: z.ZodNumber = z.number();
/** Milliseconds since 1970. */
export const instant: z.ZodNumber = z
  .number()
  .meta({ id: 'Instant', description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
/** An instant, or null where none is known. */
export const time: z.ZodNullable<z.ZodNumber> = instant.nullable();
/** The id of a piece of evidence. */
export const sha: z.ZodString = z
  .string()
  .meta({ id: 'EvidenceId', description: 'SHA-256 of the bytes, lower-case hexadecimal.' });
/** A half-open stretch of time. */
export const period: SchemaOf<Period> = exactly<Period>()(
  z.object({ from: instant, to: instant }).meta({ id: 'Period', description: 'From is within, to is not.' }),
  true,
);
/** A TLP 2.0 label. */
export const tlp: SchemaOf<Tlp> = exactly<Tlp>()(
  z.enum(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']).meta({ id: 'Tlp' }),
  true,
);
/** How bad. */
export const severity: SchemaOf<Severity> = exactly<Severity>()(
  z.enum(['info', 'low', 'medium', 'high', 'critical']).meta({ id: 'Severity' }),
  true,
);
/** How sure. */
export const confidence: SchemaOf<Confidence> = exactly<Confidence>()(
  z.enum(['low', 'medium', 'high']).meta({ id: 'Confidence' }),
  true,
);
/** The three answers. */
export const answer: SchemaOf<Answer> = exactly<Answer>()(
  z.enum(['hit', 'clear', 'cannot-tell']).meta({ id: 'Answer' }),
  true,
);
/** What a check is about. */
export const checkClass: SchemaOf<CheckClass> = exactly<CheckClass>()(
  z.enum(['compromise', 'contradiction', 'weakness', 'supply-chain', 'indicator']).meta({ id: 'CheckClass' }),
  true,
);
/** The kinds of evidence that coverage is kept for. */
export const evidenceKind: SchemaOf<EvidenceKind> = exactly<EvidenceKind>()(
  z
    .enum(['config', 'state', 'syslog', 'accounting', 'flow', 'http', 'access', 'inventory', 'file'])
    .meta({ id: 'EvidenceKind' }),
  true,
);
