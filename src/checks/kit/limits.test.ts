import { describe, expect, it } from 'vitest';
import type { AaaMethodList, DeviceFacts } from '../../model/device-facts.ts';
import { someFacts, someView, typed } from './fixture.ts';
import { accountingLimits, loggingLimits, messageLimits } from './limits.ts';

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
    expect(limits(someFacts({ aaaMethods: [{ ...METHOD, methods: ['none'] }] }))).toBe(1);
    expect(limits(someFacts({ takenAt: null }))).toBe(1);
  });

  it('asks for one command at least where no whole configuration tells', () => {
    expect(limits()).toBe(1);
    expect(limits(someFacts({ complete: false }))).toBe(1);
    const records = [typed('show clock')];
    expect(accountingLimits(someView({ counts, records }), 2)).toEqual([]);
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

  it('believes a configuration that is cut off or undated in what it says', () => {
    const trap = { level: 4, line: 1, lineEnd: 1 };
    const cut = { ...logging({ trap }), complete: false, takenAt: null };
    expect(loggingLimits(someView({ configs: [cut] }), 5)).toHaveLength(1);
    const hostless = { ...logging({ hosts: [] }), complete: false };
    expect(loggingLimits(someView({ configs: [hostless] }), 5)).toEqual([]);
  });

  it('follows what the log shows, for single messages', () => {
    expect(messageLimits({ ...someView({}), deepest: 4 }, 5)).toHaveLength(1);
    expect(messageLimits({ ...someView({}), deepest: 5 }, 5)).toEqual([]);
    expect(messageLimits({ ...someView({}), deepest: null }, 5)).toEqual([]);
  });
});
