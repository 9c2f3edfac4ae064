import { describe, expect, it } from 'vitest';
import { DAY } from '../base/time.ts';
import type { Device } from '../model/device.ts';
import type { Finding } from '../model/verdict.ts';
import { finding, PERIOD, START, world } from './fixture.ts';
import { suspicionOf } from './suspicion.ts';

function of(findings: readonly Finding[], devices: readonly Partial<Device>[] = []) {
  const full = devices.map((d) => ({ addresses: [], sort: 'router', ...d }) as unknown as Device);
  return suspicionOf(world({ findings, devices: full }));
}

describe('who is under suspicion', () => {
  it('are accounts that signs of compromise and contradictions accuse, not those of shared values or weaknesses', () => {
    const found = of([
      finding({ id: 'F-1', accounts: ['Svc'] }),
      finding({ id: 'F-2', class: 'contradiction', accounts: ['l.hansen'] }),
      finding({ id: 'F-3', class: 'indicator', accounts: ['rancid'] }),
      finding({ id: 'F-4', class: 'weakness', accounts: ['admin'] }),
    ]);
    expect([...found.accounts].sort()).toEqual(['l.hansen', 'svc']);
  });

  it('are addresses that play a part, and those of hit devices, since the intruder can come from there', () => {
    const devices = [
      { id: 'pe-1', addresses: ['10.0.0.1'] },
      { id: 'pe-2', addresses: ['10.0.0.2'] },
    ];
    const found = of([finding({ subject: 'pe-1', addresses: ['2001:DB8::0:5'] })], devices);
    expect([...found.addresses].sort()).toEqual(['10.0.0.1', '2001:db8::5']);
  });

  it('are hostile only outside addresses of findings that are more than a guess', () => {
    const found = of([
      finding({ id: 'F-1', addresses: ['203.0.113.1', '10.0.0.9', 'console'] }),
      finding({ id: 'F-2', addresses: ['203.0.113.2'], confidence: 'low' }),
      finding({ id: 'F-3', addresses: ['203.0.113.3'], class: 'indicator' }),
    ]);
    expect([...found.hostile]).toEqual(['203.0.113.1']);
  });

  it('is nobody whom only findings outside of incidents name', () => {
    const loose = finding();
    const found = suspicionOf(world({ findings: [loose], incidents: [] }));
    expect([found.accounts.size, found.findings.length, found.window]).toEqual([0, 0, null]);
  });
});

describe('which devices are hit', () => {
  it('leaves out crown-jewel systems, whether marked by name or by the inventory', () => {
    const found = of(
      [
        finding({ id: 'F-1' }),
        finding({ id: 'F-2', subject: 'li-admin' }),
        finding({ id: 'F-3', subject: 'pe-1' }),
      ],
      [{ id: 'li-admin', sort: 'system' }],
    );
    expect(found.hit).toEqual(['pe-1']);
  });
});

describe('when the intruder may have been there', () => {
  it('is from the first sign to the end of the judged period, since nothing shows that anybody left', () => {
    const found = of([finding({ first: START + 4 * DAY }), finding({ id: 'F-2', first: START + 9 * DAY })]);
    expect(found.window).toEqual({ from: START + 4 * DAY, to: PERIOD.to });
    expect(found.earliest).toBe(PERIOD.from);
  });

  it('reaches back to a sign before the judged period', () => {
    const found = of([finding({ first: START - 40 * DAY })]);
    expect(found.earliest).toBe(START - 40 * DAY);
  });
});
