import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { differences } from './differences.ts';

runCases(import.meta.dirname);

const facts = (routes: readonly object[], users: readonly object[] = []): DeviceFacts =>
  ({ areas: ['routes', 'users'], routes, users }) as unknown as DeviceFacts;

const route = (prefix: string, line: number): object => ({
  prefix,
  via: 'Tunnel1',
  vrf: null,
  line,
  lineEnd: line,
});

describe('differences', () => {
  it('are of meaning: order and place do not count', () => {
    const a = facts([route('192.0.2.0/28', 4), route('192.0.2.16/28', 5)]);
    const b = facts([route('192.0.2.16/28', 90), route('192.0.2.0/28', 91)]);
    expect(differences(a, b)).toEqual([]);
  });

  it('know the commands that may have made them', () => {
    const [found, ...rest] = differences(facts([]), facts([route('192.0.2.0/28', 4)]));
    expect([found?.name, rest.length]).toEqual(['static routes', 0]);
    expect(found?.madeBy('no ip route 192.0.2.0 255.255.255.240 Tunnel1')).toBe(true);
    expect(found?.madeBy('do no ipv6 rou 2001:db8::/64 Tunnel1')).toBe(true);
    expect(found?.madeBy('username x privilege 15')).toBe(false);
  });

  it('say nothing of areas that one platform does not read', () => {
    const blind = { ...facts([route('192.0.2.0/28', 4)]), areas: ['users'] } as unknown as DeviceFacts;
    expect(differences(facts([]), blind)).toEqual([]);
  });
});
