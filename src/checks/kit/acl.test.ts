import { describe, expect, it } from 'vitest';
import type { Acl, AclEntry, DeviceFacts } from '../../model/device-facts.ts';
import { guardOf, guardText } from './acl.ts';
import { someFacts } from './fixture.ts';

const line = (action: 'permit' | 'deny', source: string, protocol = 'ip'): AclEntry => ({
  action,
  source,
  protocol,
  destination: 'any',
  ports: null,
  log: false,
  line: 1,
  lineEnd: 1,
});
const withList = (...entries: AclEntry[]): DeviceFacts => {
  const acl: Acl = { name: '23', family: 'ipv4', entries, line: 1, lineEnd: 1 };
  return someFacts({ acls: [acl] });
};

describe('guardOf', () => {
  it('tells no list, a list that is missing or empty, and one that is there', () => {
    expect(guardOf(withList(), null)).toBe('none');
    expect(guardOf(withList(line('permit', '10.0.0.0/8')), '24')).toBe('undefined');
    expect(guardOf(withList(), '23')).toBe('undefined');
    expect(guardOf(withList(line('permit', '10.0.0.0/8')), '23')).toBe('guards');
  });

  it('sees a permit for everybody unless everybody was forbidden before', () => {
    expect(guardOf(withList(line('permit', '10.0.0.0/8'), line('permit', 'any')), '23')).toBe('open');
    expect(guardOf(withList(line('permit', 'any', 'tcp'), line('deny', 'any')), '23')).toBe('open');
    expect(guardOf(withList(line('deny', 'any'), line('permit', 'any')), '23')).toBe('guards');
  });

  it('does not take the refusal of one protocol for the refusal of all', () => {
    expect(guardOf(withList(line('deny', 'any', 'udp'), line('permit', 'any')), '23')).toBe('open');
  });
});

it('says nothing of a list that guards', () => {
  expect(guardText('guards', '23')).toBe('');
  expect(guardText('undefined', '23')).toContain('23');
});
