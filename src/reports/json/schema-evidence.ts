import { z } from 'zod';
import type { BlindWindow, KindCoverage } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { Container, Evidence } from '../../model/evidence.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import { exactly, type SchemaOf } from './exactly.ts';
import { count, evidenceKind, instant, period, sha, text, texts, time, tlp } from './schema-atoms.ts';

const packedSha = z.string().meta({ description: 'SHA-256 of the bytes, packed, lower-case hexadecimal.' });
const container: SchemaOf<Container> = exactly<Container>()(
  z
    .object({ name: text, sha256: packedSha, size: count })
    .meta({ id: 'Container', description: 'A file as it lies on the disk, with evidence packed in it.' }),
  true,
);

/** One input file. */
export const evidence: SchemaOf<Evidence> = exactly<Evidence>()(
  z
    .object({
      id: sha,
      name: text,
      size: count,
      hashed: z.boolean(),
      containers: z.array(container),
      source: text.nullable(),
      sourceVersion: count,
      kinds: z.array(evidenceKind),
      first: time,
      last: time,
      marking: tlp.nullable(),
      magic: text,
    })
    .meta({ id: 'Evidence' }),
  true,
);

/** What happened to bytes of one state and reason. */
export const ledgerRow: SchemaOf<LedgerRow> = exactly<LedgerRow>()(
  z
    .object({
      evidence: sha,
      state: z.enum(['read', 'set-aside', 'not-understood', 'failed']),
      reason: text,
      bytes: count,
      units: count,
      samples: z.array(z.object({ line: count, byte: count, length: count, text })),
    })
    .meta({ id: 'LedgerRow' }),
  true,
);

/** One device. */
export const device: SchemaOf<Device> = exactly<Device>()(
  z
    .object({
      id: text,
      origins: texts,
      names: texts,
      addresses: texts,
      serials: texts,
      vendor: text.nullable(),
      platform: text.nullable(),
      model: text.nullable(),
      role: text.nullable(),
      site: text.nullable(),
      inventoried: z.boolean(),
      sort: z.enum(['router', 'host', 'system', 'unknown']),
      because: texts,
    })
    .meta({ id: 'Device' }),
  true,
);

const blindWindow: SchemaOf<BlindWindow> = exactly<BlindWindow>()(
  z
    .object({
      from: instant,
      to: instant,
      reason: z.enum([
        'before-first',
        'after-last',
        'silence',
        'sequence-gap',
        'numbers-unclear',
        'loss',
        'no-evidence',
        'no-time',
      ]),
      missing: count.nullable(),
    })
    .meta({ id: 'BlindWindow' }),
  true,
);

/** Coverage by one kind of evidence. */
export const kindCoverage: SchemaOf<KindCoverage> = exactly<KindCoverage>()(
  z
    .object({
      kind: evidenceKind,
      first: time,
      last: time,
      count,
      untimed: count,
      seen: z.array(period),
      blind: z.array(blindWindow),
      instants: z.array(instant),
      rhythm: count.nullable(),
      clockOffset: count.nullable(),
      unread: count,
      evidence: z.array(sha),
    })
    .meta({ id: 'KindCoverage' }),
  true,
);
