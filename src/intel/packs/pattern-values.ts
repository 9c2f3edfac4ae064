import type { IndicatorType } from '../../model/indicator.ts';
import { type PatternTerm, readPattern } from '../../standards/stix/index.ts';
import type { ProblemBook } from '../problems.ts';
import { addressValue, type IntelValue, readValue, valueOfType } from '../value.ts';

/** One value of a pattern with the values that the pattern asks for together with it. */
export interface PatternValue {
  readonly main: IntelValue;
  readonly together: readonly IntelValue[];
}

const SIMPLE: ReadonlyMap<string, IndicatorType> = new Map([
  ['ipv4-addr:value', 'ipv4'],
  ['ipv6-addr:value', 'ipv6'],
  ['domain-name:value', 'domain'],
  ['url:value', 'url'],
  ['email-addr:value', 'email'],
  ['file:name', 'filename'],
  ['email-message:from_ref.value', 'email'],
  ['email-message:sender_ref.value', 'email'],
]);
const MATCHED_HASHES: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512']);

/** Paths that hold the addresses of a flow; dst_ip and src_ip are no standard, but real packs use them. */
const FLOW_ENDS: ReadonlySet<string> = new Set(['src_ref.value', 'dst_ref.value', 'src_ip', 'dst_ip']);

type TermReading = IntelValue | 'term-unused' | 'hash-kind-unused' | 'value-unreadable';

function hashTerm(term: PatternTerm): TermReading {
  const kind = (term.path[1] ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (!MATCHED_HASHES.has(kind)) return 'hash-kind-unused';
  return valueOfType('hash', term.value) ?? 'value-unreadable';
}

function readTerm(term: PatternTerm): TermReading {
  const path = `${term.object}:${term.path.join('.')}`;
  if (term.object === 'network-traffic' && FLOW_ENDS.has(term.path.join('.')))
    return readValue(term.value) ?? 'value-unreadable';
  if (term.object === 'file' && term.path[0] === 'hashes') return hashTerm(term);
  const type = SIMPLE.get(path);
  if (type === undefined) return 'term-unused';
  if (term.operator === 'ISSUBSET') return addressValue(term.value) ?? 'value-unreadable';
  return valueOfType(type, term.value) ?? 'value-unreadable';
}

/**
 * The values that a STIX pattern names. A file name beside a hash never stands alone: the hash is what is looked for,
 * because intruders rename files.
 */
export function patternValues(pattern: string, problems: ProblemBook): PatternValue[] {
  const reading = readPattern(pattern);
  if (reading.kind === 'unsupported') {
    problems.note('pattern-unsupported');
    return [];
  }
  const found = new Map<string, PatternValue>();
  const unused = new Set<string>();
  for (const terms of reading.alternatives) {
    // The type of a reference says no more than its value does.
    const values = terms.filter((term) => !/^(?:src|dst)_ref\.type$/.test(term.path.join('.'))).map(readTerm);
    for (const value of values) if (typeof value === 'string') unused.add(value);
    const readable = values.filter((value): value is IntelValue => typeof value !== 'string');
    for (const one of standing(readable, readable.length === values.length)) {
      const key = `${one.main.type} ${one.main.value}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  for (const code of unused) problems.note(code as Exclude<TermReading, IntelValue>);
  return [...found.values()];
}

/** A file name stands alone only when the pattern asks for nothing else: beside a hash that we cannot match it is too weak. */
function standing(values: readonly IntelValue[], complete: boolean): PatternValue[] {
  const strong = values.filter((value) => value.type !== 'filename');
  return (strong.length === 0 && complete ? values : strong).map((main) => ({
    main,
    together: values.filter((other) => other.value !== main.value),
  }));
}
