import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('method lists', () => {
  it.each([
    [
      'aaa authentication login default group tacacs+ local',
      'authentication',
      'login',
      'default',
      'group tacacs+|local',
    ],
    ['aaa authentication login CON none', 'authentication', 'login', 'CON', 'none'],
    [
      'aaa authentication login default local-case enable',
      'authentication',
      'login',
      'default',
      'local-case|enable',
    ],
    [
      'aaa authentication enable default group G enable',
      'authentication',
      'enable',
      'default',
      'group G|enable',
    ],
    ['aaa authentication dot1x default group radius', 'authentication', 'dot1x', 'default', 'group radius'],
    ['aaa authentication ppp default if-needed local', 'authentication', 'ppp', 'default', 'if-needed|local'],
    [
      'aaa authorization exec default group tacacs+ if-authenticated',
      'authorization',
      'exec',
      'default',
      'group tacacs+|if-authenticated',
    ],
    [
      'aaa authorization commands 15 default group G none',
      'authorization',
      'commands 15',
      'default',
      'group G|none',
    ],
    ['aaa authorization console', 'authorization', 'console', '', ''],
    ['aaa authorization config-commands', 'authorization', 'config-commands', '', ''],
    [
      'aaa accounting exec default start-stop group tacacs+',
      'accounting',
      'exec',
      'default',
      'start-stop|group tacacs+',
    ],
    [
      'aaa accounting commands 0 L stop-only group A group B',
      'accounting',
      'commands 0',
      'L',
      'stop-only|group A|group B',
    ],
    ['aaa accounting commands 15 default none', 'accounting', 'commands 15', 'default', 'none'],
    [
      'aaa accounting exec default vrf M start-stop group G',
      'accounting',
      'exec',
      'default',
      'start-stop|group G',
    ],
    [
      'aaa accounting connection default wait-start broadcast group G',
      'accounting',
      'connection',
      'default',
      'wait-start|broadcast|group G',
    ],
    [
      'aaa  accounting  system  default  start-stop  group  tacacs+',
      'accounting',
      'system',
      'default',
      'start-stop|group tacacs+',
    ],
  ])('reads %j', (line, phase, service, list, methods) => {
    const read = facts('aaa new-model', line);
    expect(read.aaaMethods).toMatchObject([{ phase, service, list, line: 4, lineEnd: 4 }]);
    expect(read.aaaMethods[0]!.methods.join('|')).toBe(methods);
    expect(read.unread).toEqual([]);
  });

  it('reads the block form with its action first, wherever the action stands', () => {
    const { aaaMethods } = facts(
      'aaa accounting exec default',
      ' broadcast',
      ' group A',
      ' action-type start-stop',
      '!',
    );
    expect(aaaMethods).toMatchObject([
      { list: 'default', methods: ['start-stop', 'broadcast', 'group A'], line: 3, lineEnd: 6 },
    ]);
  });

  it('adds no list that is taken away', () => {
    expect(facts('no aaa accounting commands 15 default').aaaMethods).toEqual([]);
  });

  it.each(['aaa authentication', 'aaa authentication login', 'aaa accounting exec'])(
    'reports %j, which names no list',
    (line) => {
      expect(facts(line).unread).toMatchObject([{ text: line, area: 'aaa' }]);
    },
  );

  it.each(['aaa session-id common', 'aaa accounting update newinfo', 'aaa authentication attempts login 5'])(
    'sets %j aside and takes it for no list',
    (line) => {
      const read = facts(line);
      expect(read.aaaMethods).toEqual([]);
      expect(read.unread).toEqual([]);
    },
  );

  it('takes the words of a policy for passwords for no secret', () => {
    expect(
      facts('aaa password restriction', 'aaa common-criteria policy P', ' min-length 8').secrets,
    ).toEqual([]);
  });
});
