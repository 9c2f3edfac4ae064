import { sha256 } from '../../src/base/hash.ts';
import type { DeviceFacts } from '../../src/model/device-facts.ts';
import type { EvidenceDigest } from '../../src/model/digest.ts';
import type { IntelPack } from '../../src/model/indicator.ts';
import type { SeawallRecord } from '../../src/model/record.ts';
import type { ReadMark } from '../../src/store/contract.ts';

/** The id of the evidence of a seed. */
export function idOf(seed: string): string {
  return sha256(seed);
}

/** How evidence of these tests was read. */
export const MARK: ReadMark = {
  path: '/evidence/a.log',
  scannedWith: 'intel',
  templatesWith: '',
  readWith: 'readers',
  replaces: false,
};

/** A log record of the device that a seed names. */
export function record(
  seed: string,
  more: { byte?: number; at?: number | null; origin?: string; evidence?: string } = {},
): SeawallRecord {
  const { byte = 0, at = 100, origin = `name:${seed}`, evidence = '' } = more;
  return {
    kind: 'log',
    origin,
    at,
    timeQuality: at === null ? 'none' : 'exact',
    count: 1,
    last: null,
    ref: { evidence, line: 1, lineEnd: 1, byte, length: 10 },
    text: `line of ${seed}`,
    mnemonic: 'SYS-5-CONFIG_I',
    message: 'synthetic',
  };
}

/** A digest with one row of everything. */
export function digest(given: { seed: string; name?: string; reason?: string }): EvidenceDigest {
  const { seed, name = `${seed}.log`, reason = 'message' } = given;
  const id = idOf(seed);
  const facts = { evidence: id, ordinal: 0, hostname: seed } as unknown as DeviceFacts;
  return {
    evidence: {
      id,
      name,
      size: 10,
      hashed: true,
      source: 'logs/syslog',
      sourceVersion: 1,
      kinds: ['syslog'],
      first: 100,
      last: 100,
      marking: null,
      magic: '',
    },
    ledger: [{ evidence: id, state: 'read', reason, bytes: 10, units: 1, samples: [] }],
    tracks: [
      {
        evidence: id,
        origin: `name:${seed}`,
        kind: 'syslog',
        first: 100,
        last: 100,
        count: 1,
        untimed: 0,
        minutes: [0, 1],
        sequences: [],
        clockOffsets: [],
        unread: 0,
        instants: [],
      },
    ],
    facts: [facts],
    ties: [{ origins: [`name:${seed}`, 'addr:192.0.2.1'], because: `row of ${seed}` }],
    templates: { 'exporter 1': seed },
    missingTemplates: [],
    packs: [],
    records: 1,
    flows: 0,
  };
}

/** An empty pack of intelligence. */
export function pack(id: string): IntelPack {
  return { id, name: `${id}.json`, indicators: [], marking: null, problems: [] } as unknown as IntelPack;
}
