import { describe, expect, it } from 'vitest';
import type { AaaMethodList, DeviceFacts } from '../../model/device-facts.ts';
import { someFacts, someView } from './fixture.ts';
import { accountingLimits, loggingLimits } from './limits.ts';

const METHOD: AaaMethodList = {
  phase: 'accounting',
  service: 'commands 15',
  list: 'default',
  methods: ['start-stop', 'group HT'],
  line: 1,
  lineEnd: 1,
};

describe('accountingLimits', () => {
  const counts = { accounting: 5 };
  const limits = (...configs: DeviceFacts[]): number =>
    accountingLimits(someView({ configs, counts }), 2).length;

  it('holds only where a known configuration does not account for commands', () => {
    expect(limits(someFacts())).toBe(1);
    expect(limits(someFacts({ aaaMethods: [METHOD] }))).toBe(0);
    expect(limits()).toBe(0);
  });

  it('does not matter where configurations answer by themselves, or where there is no accounting', () => {
    expect(limits(someFacts({ takenAt: 1 }), someFacts({ takenAt: 2 }))).toBe(0);
    expect(accountingLimits(someView({ configs: [someFacts()] }), 2)).toEqual([]);
  });
});

describe('loggingLimits', () => {
  const logging = (parts: object): DeviceFacts => {
    const usual = someFacts().logging;
    return someFacts({ logging: { ...usual, ...parts } });
  };
  const limited = (parts: object): boolean =>
    loggingLimits(someView({ configs: [logging(parts)] }), 5).length > 0;

  it('follows the level, the hosts and the switch', () => {
    expect(limited({ trap: { level: 4, line: 1, lineEnd: 1 } })).toBe(true);
    expect(limited({ trap: { level: 5, line: 1, lineEnd: 1 } })).toBe(false);
    expect(limited({ hosts: [] })).toBe(true);
    expect(limited({ enabled: false })).toBe(true);
    expect(limited({})).toBe(false);
  });
});
