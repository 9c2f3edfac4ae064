import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Answers } from './answers.ts';
import type { CoverageTrack } from './coverage.ts';
import type { DeviceFacts, Secret } from './device-facts.ts';
import type { EvidenceDigest } from './digest.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence.ts';
import type { Incident } from './incident.ts';
import type { LedgerRow } from './ledger.ts';
import type { AccessRecord, RecordKind, RecordOf, SeawallRecord, SightingRecord } from './record.ts';
import type { Scope } from './scope.ts';
import { type Finding, SEVERITIES, type Severity, type Verdict } from './verdict.ts';

/** What JSON can carry and bring back: no maps, no big numbers, no typed arrays, no functions. STIX is carried unread. */
type Carried<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends
          | bigint
          | symbol
          | Date
          | ReadonlyMap<unknown, unknown>
          | ReadonlySet<unknown>
          | ArrayBufferView
      ? never
      : T extends (...given: never[]) => unknown
        ? never
        : { [K in keyof T]: Carried<T[K]> };

describe('the nouns', () => {
  // A case on disk, the API and the reports hold them as JSON. Flows and scanners are not among them.
  it('that a case stores survive JSON', () => {
    expectTypeOf<SeawallRecord>().toExtend<Carried<SeawallRecord>>();
    expectTypeOf<DeviceFacts>().toExtend<Carried<DeviceFacts>>();
    expectTypeOf<EvidenceDigest>().toExtend<Carried<EvidenceDigest>>();
    expectTypeOf<Verdict>().toExtend<Carried<Verdict>>();
    expectTypeOf<Finding>().toExtend<Carried<Finding>>();
    expectTypeOf<Incident>().toExtend<Carried<Incident>>();
    expectTypeOf<Scope>().toExtend<Carried<Scope>>();
    expectTypeOf<LedgerRow>().toExtend<Carried<LedgerRow>>();
    expectTypeOf<CoverageTrack>().toExtend<Carried<CoverageTrack>>();
    expectTypeOf<Answers>().toExtend<Carried<Answers>>();
    expectTypeOf<Map<string, string>>().not.toExtend<Carried<Map<string, string>>>();
    expectTypeOf<{ a: { b: bigint }[] }>().not.toExtend<Carried<{ a: { b: bigint }[] }>>();
  });

  it('have no place for the text of a secret', () => {
    expectTypeOf<keyof Secret>().toEqualTypeOf<
      'use' | 'type' | 'strength' | 'length' | 'group' | 'wellKnown' | 'line' | 'lineEnd'
    >();
  });

  it('say of every access whether its object is a person', () => {
    expectTypeOf<AccessRecord['person']>().toEqualTypeOf<boolean>();
  });
});

describe('records', () => {
  it('are told apart by their kind alone', () => {
    expectTypeOf<RecordKind>().toEqualTypeOf<
      'log' | 'command' | 'login' | 'http' | 'access' | 'file' | 'sighting' | 'register'
    >();
    expectTypeOf<RecordOf<'access'>>().toEqualTypeOf<AccessRecord>();
    expectTypeOf<RecordOf<'sighting'>['where']>().toExtend<EvidenceKind>();
    expectTypeOf<Exclude<EvidenceKind, SightingRecord['where']>>().toEqualTypeOf<'flow'>();
  });
});

describe('closed lists', () => {
  it('of kinds of evidence holds each kind once', () => {
    const kinds: Record<EvidenceKind, true> = {
      config: true,
      state: true,
      syslog: true,
      accounting: true,
      flow: true,
      http: true,
      access: true,
      inventory: true,
      file: true,
    };
    expect(EVIDENCE_KINDS.toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  it('of severities holds each once, the worst last', () => {
    const rank: Record<Severity, number> = { info: 0, low: 1, medium: 2, high: 3, critical: 4 };
    expect(SEVERITIES.map((severity) => rank[severity])).toEqual([0, 1, 2, 3, 4]);
  });
});
