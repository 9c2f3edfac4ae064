import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Mirror } from '../../model/device-facts.ts';
import { entry, someFacts, someView, typed } from '../kit/fixture.ts';
import { check } from './check.ts';
import { collectorOf, mirrorKey, typedMirrors } from './collector.ts';

runCases(import.meta.dirname);

const PROBE = entry({ entry: 'mirror-collector', value: '10.250.0.55' });
const mirror = (destination: string | null, type = 'erspan-source'): Mirror => ({
  name: '7',
  type,
  source: 'interface Gi0/0/4',
  destination,
  line: 1,
  lineEnd: 4,
});

describe('collectorOf', () => {
  it.each([
    ['10.250.0.55', 'approved'],
    ['203.0.113.66', 'external'],
    ['2001:db8::66', 'external'],
    ['10.66.0.9', 'inside'],
    ['interface GigabitEthernet0/24', 'port'],
    [null, 'unknown'],
  ])('%s is %s', (to, collector) => {
    expect(collectorOf(someView({ register: [PROBE] }), to, { at: null })).toBe(collector);
  });
});

it('names a mirror the same from a configuration and from commands', () => {
  const steps = ['mon ses 7 type erspan-source', 'destination', 'ip add 203.0.113.66'].map((c) => typed(c));
  const [one] = typedMirrors(someView({ records: steps }));
  expect(one && mirrorKey(one.name, one.to)).toBe(mirrorKey('7', '203.0.113.66'));
  expect(mirrorKey('7', 'interface Gi0/1')).toBe(mirrorKey('7', null));
});

describe('severity', () => {
  const severity = (item: Mirror, register = [PROBE]): string | undefined =>
    check.evaluate(someView({ configs: [someFacts({ mirrors: [item] })], register }))[0]?.severity;

  it('is worst for copies that leave the network', () => {
    expect(severity(mirror('203.0.113.66'))).toBe('high');
    expect(severity(mirror('10.66.0.9'))).toBe('medium');
    expect(severity(mirror('10.66.0.9'), [])).toBeUndefined();
    expect(severity(mirror('10.250.0.55'))).toBeUndefined();
  });

  it('does not speak of the end that receives copies', () => {
    expect(severity(mirror('203.0.113.66', 'erspan-destination'))).toBeUndefined();
  });
});
