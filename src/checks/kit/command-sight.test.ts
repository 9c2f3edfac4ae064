import { describe, expect, it } from 'vitest';
import type { AaaMethodList, DeviceFacts } from '../../model/device-facts.ts';
import { commandLimits } from './command-sight.ts';
import { someFacts, someView, typed } from './fixture.ts';

const accounted: DeviceFacts = someFacts({
  aaaMethods: [
    {
      phase: 'accounting',
      service: 'commands 15',
      methods: ['start-stop', 'group HT'],
    } as unknown as AaaMethodList,
  ],
});
const mute: DeviceFacts = someFacts({ logging: { ...someFacts().logging, hosts: [] } });

describe('commandLimits', () => {
  it('is content with the log where it is sent', () => {
    expect(commandLimits(someView({ configs: [someFacts()], counts: { syslog: 5 } }), 6)).toEqual([]);
  });

  it('is content with the accounting where the log is not sent', () => {
    const both = { syslog: 5, accounting: 5 };
    expect(commandLimits(someView({ configs: [accounted], counts: both }), 6)).toEqual([]);
    expect(commandLimits(someView({ configs: [mute], counts: both }), 6)).toHaveLength(1);
  });

  it('says nothing where no configuration tells', () => {
    const records = [typed('show clock')];
    expect(commandLimits(someView({ counts: { accounting: 5 }, records }), 6)).toEqual([]);
    expect(commandLimits(someView({ counts: { accounting: 5 } }), 6)).toHaveLength(1);
  });
});
