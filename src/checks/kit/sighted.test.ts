import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../model/flow.ts';
import type { SightingRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { someView } from './fixture.ts';
import { directionOf, farEnd, lineSeverity } from './sighted.ts';

const OWN = '10.250.9.1';
const FAR = '203.0.113.67';
const view: DeviceView = { ...someView({}), owns: (address: string) => address === OWN };

type Ends = readonly [src: string, srcPort: number, dst: string, dstPort: number];

function talk(...[src, srcPort, dst, dstPort]: Ends): Conversation {
  return { src, srcPort, dst, dstPort, protocol: 6 } as Conversation;
}

describe('directionOf', () => {
  it.each([
    ['outbound', talk(OWN, 41_000, FAR, 49), []],
    ['outbound', talk(FAR, 49, OWN, 41_000), []],
    ['outbound', talk(OWN, 0, FAR, 443), []],
    ['probe', talk(FAR, 41_000, OWN, 23), []],
    ['managed', talk(FAR, 41_000, OWN, 22), [talk(OWN, 22, FAR, 41_000)]],
    ['managed', talk(OWN, 22_122, FAR, 0), []],
    ['inbound', talk(FAR, 41_000, OWN, 179), [talk(OWN, 179, FAR, 41_000)]],
    ['through', talk(FAR, 41_000, '192.0.2.9', 443), []],
  ] as const)('%s', (direction, one, others) => {
    expect(directionOf(view, one, [one, ...others])).toBe(direction);
  });

  it('knows a tunnel by its protocol', () => {
    expect(directionOf(view, { ...talk(OWN, 0, FAR, 0), protocol: 47 }, [])).toBe('tunnel');
  });
});

describe('farEnd', () => {
  it('is the end that is not ours', () => {
    expect(farEnd(view, talk(OWN, 1, FAR, 2))).toBe(FAR);
    expect(farEnd(view, talk(FAR, 1, OWN, 2))).toBe(FAR);
    expect(farEnd(view, talk(FAR, 1, '192.0.2.9', 2))).toBeNull();
  });
});

describe('lineSeverity', () => {
  const line = (parts: Partial<SightingRecord>): SightingRecord =>
    ({ where: 'syslog', valueType: 'ipv4', text: '', ...parts }) as SightingRecord;

  it('weighs a refused login less than one that came in', () => {
    expect(
      lineSeverity(line({ text: '%SEC_LOGIN-4-LOGIN_FAILED: Login failed [Source: 203.0.113.67]' })),
    ).toBe('low');
    expect(lineSeverity(line({ text: '%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success' }))).toBe('medium');
  });

  it('weighs what the device is set to do most, and a bare file name least', () => {
    expect(lineSeverity(line({ where: 'config' }))).toBe('high');
    expect(lineSeverity(line({ where: 'config', valueType: 'filename' }))).toBe('low');
    expect(lineSeverity(line({ where: 'inventory' }))).toBe('low');
  });
});
