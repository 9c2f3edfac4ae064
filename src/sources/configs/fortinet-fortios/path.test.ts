import { describe, expect, it } from 'vitest';
import { plainPath } from './path.ts';

describe('plainPath', () => {
  it.each([
    [
      'config system interface edit port1 set ip 192.0.2.1 255.255.255.0',
      'system interface port1 ip 192.0.2.1 255.255.255.0',
      false,
    ],
    ['config global config system global set hostname x', 'system global hostname x', false],
    ['config vdom edit blue config router static edit 1 set dst x', 'router static 1 dst x', false],
    ['config vdom edit blue', 'vdom blue', false],
    ['config system admin edit set set comments config', 'system admin set comments config', false],
    ['config system interface edit p unset allowaccess', 'system interface p allowaccess', true],
    ['config firewall address rename a to b', 'firewall address rename a to b', false],
  ])('%s', (text, path, unset) => {
    expect(plainPath(text.split(' '))).toEqual({ path: path.split(' '), unset });
  });
});
