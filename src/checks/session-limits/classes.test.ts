import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { endlessClasses } from './classes.ts';

const service = (name: string, detail: string): object => ({ name, detail, enabled: true });

function junos(...services: object[]): DeviceFacts {
  const users = [
    { name: 'a', role: 'super-user' },
    { name: 'b', role: 'ops' },
    { name: 'root', role: null },
  ];
  return someFacts({ platform: 'junos', users: users as never, services: services as never });
}

describe('endlessClasses', () => {
  it('names the classes of users that have no limit', () => {
    expect(endlessClasses(junos())).toEqual(['ops', 'super-user']);
    const own = service('login-class', 'ops idle-timeout 10');
    expect(endlessClasses(junos(own, service('login-class', 'ops permissions view')))).toEqual([
      'super-user',
    ]);
  });

  it('names none where the device has one limit for all, nor on another platform', () => {
    expect(endlessClasses(junos(service('idle-timeout', '10')))).toEqual([]);
    expect(endlessClasses({ ...junos(), platform: 'ios' })).toEqual([]);
  });
});
