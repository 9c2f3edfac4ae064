import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Secret } from '../../model/device-facts.ts';
import type { Hit } from '../../model/verdict.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

function hits(use: string, holders: string[], parts: Partial<Secret> = {}): readonly Hit[] {
  const secret: Secret = {
    use,
    type: '8',
    strength: 'strong',
    length: 9,
    group: 'g',
    wellKnown: false,
    line: 1,
    lineEnd: 1,
    ...parts,
  };
  const view = someView({ configs: [someFacts({ secrets: [secret] })] });
  const fleet = { ...view.fleet, secretHolders: () => holders };
  return check.evaluate({ ...view, fleet });
}

describe('what counts as shared', () => {
  it('tells an AAA key once, on the first device by name', () => {
    expect(hits('tacacs', ['pe-01', 'pe-02'])[0]?.severity).toBe('low');
    expect(hits('tacacs', ['agg-01', 'pe-01'])).toEqual([]);
  });

  it('tells the password of a user on every device', () => {
    expect(hits('user backup', ['agg-01', 'pe-01'])[0]?.severity).toBe('medium');
    expect(hits('user backup', ['agg-01', 'pe-01'], { strength: 'reversible' })[0]?.severity).toBe('high');
  });

  it('leaves out what two ends must share', () => {
    expect(hits('bgp', ['pe-01', 'pe-02', 'pe-03'])).toEqual([]);
    expect(hits('ike', ['pe-01', 'pe-02'])).toEqual([]);
    expect(hits('ike', ['pe-01', 'pe-02', 'pe-03'])).toHaveLength(1);
  });

  it('does not list a whole fleet', () => {
    const fleet = ['pe-01', ...Array.from({ length: 40 }, (_, i) => `x-${i}`)];
    expect(hits('tacacs', fleet)[0]?.title).toContain('and 34 more');
  });
});
