import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Indicator } from '../../model/indicator.ts';
import { check } from './check.ts';
import { neighboursOf } from './neighbours.ts';

runCases(import.meta.dirname);

describe('neighboursOf', () => {
  it('finds exactly the shared addresses with the same first three numbers', () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(octet, octet, fc.constantFrom('203.0.113', '203.0.112'), (own, other, net) => {
        const shared = `${net}.${other}`;
        const lookup = (value: string): readonly Indicator[] =>
          value === shared ? [{ type: 'ipv4', value, revoked: false } as Indicator] : [];
        const found = neighboursOf(`203.0.113.${own}`, lookup).map((i) => i.value);
        expect(found).toEqual(net === '203.0.113' ? [shared] : []);
      }),
    );
  });

  it('has none for names and IPv6', () => {
    const all = (value: string): readonly Indicator[] => [{ type: 'ipv4', value } as Indicator];
    expect(neighboursOf('2001:db8::1', all)).toEqual([]);
    expect(neighboursOf('example.org', all)).toEqual([]);
  });
});

describe('the check', () => {
  it('is asked of no register and no evidence file', () => {
    const asked = (id: string): boolean | undefined => check.applies?.({ device: { id } } as never);
    expect([asked('pe-01'), asked('system:register'), asked('system:evidence')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
