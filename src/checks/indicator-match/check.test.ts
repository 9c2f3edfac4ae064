import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { DeviceView } from '../../model/view.ts';
import { weigh } from '../kit/indicator-weight.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

const indicator = (more: Partial<Indicator>): Indicator => ({
  id: 'i',
  type: 'ipv4',
  value: '203.0.113.66',
  together: [],
  origin: 'synthetic',
  title: 'synthetic',
  labels: [],
  attack: [],
  validFrom: null,
  validUntil: null,
  created: null,
  revoked: false,
  confidence: 90,
  marking: null,
  markingRefs: [],
  ...more,
});

describe('without intelligence', () => {
  it('says so instead of clear', () => {
    const view = { fleet: { hasIntelligence: false } } as DeviceView;
    expect(check.limits?.(view).map((l) => l.code)).toEqual(['no-intelligence']);
  });
});

describe('weigh', () => {
  it('counts the best of several sharers, and none stated as middling', () => {
    expect(weigh([indicator({ confidence: 20 }), indicator({})], null).confidence).toBe('high');
    expect(weigh([indicator({ confidence: null })], null).confidence).toBe('medium');
    expect(weigh([indicator({ confidence: 10 })], null).confidence).toBe('low');
  });

  it('counts an ordinary carrier less, unless somebody else shared the address as well', () => {
    const carrier = indicator({ title: 'AS0, an ordinary carrier (synthetic)' });
    expect(weigh([carrier], null)).toMatchObject({ confidence: 'medium', lower: 1 });
    expect(weigh([carrier, indicator({})], null)).toMatchObject({ confidence: 'high', lower: 0 });
  });

  it('counts a match outside the validity less', () => {
    const old = indicator({ validUntil: Date.UTC(2025, 0, 1) });
    expect(weigh([old], Date.UTC(2026, 0, 1)).lower).toBe(1);
    expect(weigh([old], Date.UTC(2024, 0, 1)).lower).toBe(0);
    expect(weigh([old], null).lower).toBe(0);
  });
});
