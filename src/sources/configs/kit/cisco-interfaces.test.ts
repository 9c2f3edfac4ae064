import { describe, expect, it } from 'vitest';
import {
  addCommonSettings,
  type InterfaceForm,
  readInterface,
  readMasked,
  readSlashed,
} from './cisco-interfaces.ts';
import type { OpenInterface } from './cisco-open-interface.ts';
import { RuleBook } from './rules.ts';
import { leftOver, trial } from './trial.ts';

const form = (read: typeof readMasked): InterfaceForm => {
  const settings = new RuleBook<OpenInterface>();
  addCommonSettings(settings);
  settings.add('ip address', read);
  return { settings, management: /^mgmt\d+$/ };
};
const trialWith = (read: typeof readMasked, ...lines: string[]): ReturnType<typeof trial> =>
  trial((book) => book.add('interface', (line) => readInterface(line, form(read))), ...lines);

describe('addresses', () => {
  it.each([
    ['ip address 10.0.0.1/24 secondary', ['10.0.0.1/24']],
    ['ip address 10.0.0.1 255.255.255.0', ['10.0.0.1/24']],
    ['ip address 10.0.0.1/33', []],
    ['ip address dhcp', []],
  ])('behind a slash or with a mask: %j', (line, addresses) => {
    expect(trialWith(readSlashed, 'interface Eth1', ` ${line}`).draft.interfaces).toMatchObject([
      { addresses },
    ]);
  });

  it('behind a slash are not understood where the platform never writes them so', () => {
    const scope = trialWith(readMasked, 'interface Eth1', ' ip address 10.0.0.1/24');
    expect(leftOver(scope)).toEqual(['ip address 10.0.0.1/24']);
  });
});

describe('roles', () => {
  it.each([
    ['interface mgmt0', 'management'],
    ['interface loopback0', 'loopback'],
    ['interface Tunnel 1', 'tunnel'],
    ['interface Ethernet1/1', 'other'],
  ])('%j is %s', (line, role) => {
    expect(trialWith(readSlashed, line).draft.interfaces).toMatchObject([{ role }]);
  });
});

describe('settings', () => {
  it('bind access lists and switch discovery', () => {
    const { draft } = trialWith(
      readSlashed,
      'interface Ethernet1/1',
      ' description to Xq7',
      ' shutdown',
      ' ip access-group A in',
      ' no cdp enable',
    );
    expect(draft.aclBindings).toMatchObject([{ acl: 'A', where: 'interface Ethernet1/1', direction: 'in' }]);
    expect(draft.interfaces).toMatchObject([
      { shutdown: true, discovery: { cdp: false }, description: 'to Xq7', line: 1, lineEnd: 5 },
    ]);
  });
});
