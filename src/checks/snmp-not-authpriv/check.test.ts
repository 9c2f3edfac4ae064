import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Acl, DeviceFacts, Snmp } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { weakAccess } from './weak-access.ts';

runCases(import.meta.dirname);

const AT = { line: 1, lineEnd: 1 };
const SECRET = {
  ...AT,
  use: 'snmp community',
  type: 'community',
  strength: 'plaintext',
  length: 9,
  group: 'abc',
  wellKnown: false,
} as const;
const PERMIT = {
  ...AT,
  action: 'permit',
  protocol: 'ip',
  source: '10.250.0.41/32',
  destination: 'any',
} as const;
const LIST: Acl = { ...AT, name: '30', family: 'ipv4', entries: [{ ...PERMIT, ports: null, log: false }] };

function snmp(parts: Partial<Snmp>): DeviceFacts {
  const empty = someFacts().snmp;
  return someFacts({ snmp: { ...empty, ...parts }, acls: [LIST] });
}

describe('weakAccess', () => {
  const grade = (access: 'ro' | 'rw', acl: string | null, wellKnown = false): string | undefined =>
    weakAccess(snmp({ communities: [{ ...AT, secret: SECRET, access, acl, view: null, wellKnown }] }))[0]
      ?.severity;

  it('grades communities by what they allow and what guards them', () => {
    expect(grade('rw', null)).toBe('high');
    expect(grade('rw', '30')).toBe('medium');
    expect(grade('ro', null)).toBe('medium');
    expect(grade('ro', '30')).toBe('low');
    expect(grade('ro', null, true)).toBe('high');
    expect(grade('rw', '99')).toBe('high');
  });

  it('accepts version 3 with encryption only', () => {
    const group = { ...AT, name: 'G', read: 'ALL', write: null, acl: '30' };
    const weak = (version: 'v2c' | 'v3', level: 'auth' | 'priv' | null): number =>
      weakAccess(snmp({ groups: [{ ...group, version, level }] })).length;
    expect([weak('v3', 'priv'), weak('v3', 'auth'), weak('v3', null), weak('v2c', null)]).toEqual([
      0, 1, 1, 1,
    ]);
  });

  it('looks at the algorithms of users where they stand there', () => {
    const user = (auth: string | null, priv: string | null): number =>
      weakAccess(snmp({ users: [{ ...AT, name: 'nms', group: 'G', auth, priv }] })).length;
    expect([user('sha', 'aes 256'), user('md5', 'aes 256'), user('sha', 'des56'), user('sha', null)]).toEqual(
      [0, 1, 1, 1],
    );
  });

  it('never shows a community, nor puts it into a key', () => {
    const [found] = weakAccess(
      snmp({
        communities: [{ ...AT, secret: SECRET, access: 'rw', acl: null, view: null, wellKnown: false }],
      }),
    );
    expect(found?.text).toBe('snmp-server community <9 characters> RW');
    expect(found?.key).toContain('abc');
  });

  it('has nothing to say of an agent that is off', () => {
    const off = { ...AT, name: 'snmp', enabled: false, port: null, acl: null, detail: null };
    expect(
      weakAccess({ ...snmp({ hosts: [{ ...AT, address: '10.0.0.1', version: '2c' }] }), services: [off] }),
    ).toEqual([]);
  });
});
