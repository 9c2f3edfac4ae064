import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Acl, DeviceFacts, Snmp } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { check } from './check.ts';
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

describe('fix of snmp-not-authpriv', () => {
  const HEAD = ['version 15.2', 'hostname pe-01', 'access-list 30 permit 10.250.0.41'];
  const USER = 'snmp-server user <SNMPV3 USER> MGMT-V3 v3 auth sha <NEW SECRET> priv aes 128 <NEW SECRET>';
  // IOS keeps users of version 3 out of the configuration.
  const FILLED = { [USER]: '!', '<SNMPV3 USER>': 'nms' };
  const fixed = (lines: string[], filled: Record<string, string> = {}): ReturnType<typeof fixOf> =>
    fixOf(check, [...HEAD, ...lines, 'end'], { ...filled, ...FILLED });

  it('puts a group of version 3 behind the list of the communities that it takes away', async () => {
    const { before, fix, after, worse } = await fixed(['snmp-server community Synth7abc RO 30'], {
      '<COMMUNITY ON LINE 9>': 'Synth7abc',
    });
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'snmp-server group MGMT-V3 v3 priv access 30',
      USER,
      'no snmp-server community <COMMUNITY ON LINE 9>',
    ]);
    expect(JSON.stringify(fix)).not.toContain('Synth7abc');
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('makes a weaker group of version 3 strong, with its views and list', async () => {
    const { fix, after } = await fixed(['snmp-server group G v3 auth read V access 30']);
    expect(fix?.lines).toEqual([
      'snmp-server group G v3 priv read V access 30',
      'no snmp-server group G v3 auth',
    ]);
    expect(after).toBe('clear');
  });

  it('moves traps to version 3', async () => {
    const lines = ['snmp-server group G v3 priv', 'snmp-server host 10.250.0.41 version 2c Synth7abc'];
    const { before, after } = await fixed(lines, { '<COMMUNITY ON LINE 10>': 'Synth7abc' });
    expect([before, after]).toEqual(['hit', 'clear']);
  });
});
