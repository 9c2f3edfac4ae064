import { describe, expect, it } from 'vitest';
import type { AaaMethodList } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { authorizes, loginGroup, unheard } from './lists.ts';

const list = (phase: AaaMethodList['phase'], service: string, ...methods: string[]): AaaMethodList => ({
  line: 1,
  lineEnd: 1,
  phase,
  service,
  list: 'default',
  methods,
});

describe('unheard', () => {
  const sessions = list('accounting', 'exec', 'start-stop', 'group tacacs+');

  it.each([
    ['nx-os', [], ['exec', 'commands all']],
    ['nx-os', [sessions, list('accounting', 'commands all', 'start-stop', 'group G')], []],
    ['nx-os', [sessions, list('accounting', 'commands all', 'start-stop', 'local')], ['commands all']],
    ['junos', [sessions], ['commands']],
    ['sros', [list('accounting', 'commands', 'stop-only', 'group tacacs+')], []],
    ['ios', [], null],
  ] as const)('on %s', (platform, aaaMethods, services) => {
    expect(unheard(someFacts({ platform, aaaMethods }))).toEqual(services);
  });
});

describe('lists that ask servers', () => {
  it('are told from those that ask nobody', () => {
    const asks = (method: string): boolean =>
      authorizes(someFacts({ aaaMethods: [list('authorization', 'commands 15', method)] }), 'commands 15');
    expect(['group G', 'tacacs+', 'local', 'none'].map(asks)).toEqual([true, true, false, false]);
  });

  it('name the group of the login', () => {
    const login = list('authentication', 'login', 'local', 'group G');
    expect(loginGroup(someFacts({ aaaMethods: [login] }))).toBe('G');
    expect(loginGroup(someFacts({ aaaMethods: [list('authentication', 'login', 'local')] }))).toBeNull();
  });
});
