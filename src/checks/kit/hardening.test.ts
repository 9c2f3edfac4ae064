import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { someFacts, someView } from './fixture.ts';
import { type HardeningSpec, hardeningCheck, type Weakness } from './hardening.ts';

const LINE: Weakness = { key: 'line', says: 'has a bad line', at: { line: 7, lineEnd: 7 }, text: 'bad' };
const ABSENCE: Weakness = { key: 'absence', says: 'lacks a good line', at: null, text: 'no good' };

function checkWith(parts: Partial<HardeningSpec>): ReturnType<typeof hardeningCheck> {
  return hardeningCheck({
    id: 'x',
    asks: 'x?',
    title: 'x',
    severity: 'low',
    attack: [],
    areas: ['services'],
    weaknesses: () => [LINE, ABSENCE],
    open: () => null,
    cheapest: 'Look.',
    fix: () => null,
    otherExplanations: ['x'],
    next: ['x'],
    sources: [],
    ...parts,
  });
}

const keysOf = (parts: Partial<HardeningSpec>, facts: Partial<DeviceFacts>): string[] =>
  checkWith(parts)
    .evaluate(someView({ configs: [someFacts(facts)] }))
    .map(({ key }) => key);

describe('what a missing line shows', () => {
  const platforms = new Set(['ios']);

  it('something in a whole configuration of a platform that the check knows', () => {
    expect(keysOf({ platforms }, {})).toEqual(['absence', 'line']);
    expect(keysOf({}, { platform: 'acme-os' })).toEqual(['absence', 'line']);
  });

  it('nothing where the configuration is cut off, while a line counts', () => {
    expect(keysOf({ platforms }, { complete: false })).toEqual(['line']);
  });

  it('nothing on a platform that the check does not know, and then the question stays open', () => {
    expect(keysOf({ platforms }, { platform: 'acme-os' })).toEqual(['line']);
    const view = someView({ configs: [someFacts({ platform: 'acme-os' })] });
    expect(checkWith({ platforms }).limits?.(view)).toMatchObject([{ code: 'platform-unknown' }]);
    expect(checkWith({}).limits?.(view)).toEqual([]);
  });
});

describe('hits', () => {
  it('carry the step, the proof and the notes of the weakness', () => {
    const weaknesses = (): Weakness[] => [{ ...LINE, step: 2, notes: ['So it is.'] }];
    const [hit] = checkWith({ weaknesses }).evaluate(someView({ configs: [someFacts()] }));
    expect(hit).toMatchObject({ title: 'pe-01 has a bad line', severity: 'high', notes: ['So it is.'] });
    expect(hit?.proof[0]?.ref).toMatchObject({ line: 7 });
  });

  it('weigh less once the newest configuration no longer has them', () => {
    const weaknesses = ({ takenAt }: DeviceFacts): Weakness[] => (takenAt === 0 ? [LINE] : []);
    const configs = [someFacts(), someFacts({ takenAt: 1000 })];
    const [hit] = checkWith({ weaknesses, severity: 'medium' }).evaluate(someView({ configs }));
    expect(hit?.severity).toBe('low');
  });
});
