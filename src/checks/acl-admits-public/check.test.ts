import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { AclBinding, DeviceFacts } from '../../model/device-facts.ts';
import { entryText, isWatched, roleOf } from './lists.ts';

runCases(import.meta.dirname);

const bound = (...where: string[]): readonly DeviceFacts[] => {
  const aclBindings = where.map(
    (w): AclBinding => ({ acl: 'X', where: w, direction: null, line: 1, lineEnd: 1 }),
  );
  return [{ aclBindings } as unknown as DeviceFacts];
};

describe('roleOf', () => {
  it.each(['vty 0 4', 'snmp community', 'snmp group G', 'http', 'ntp', 'user a.engineer'])(
    '%s is management',
    (where) => {
      expect(roleOf(bound('interface Gi0/0', where), 'X')).toBe('management');
    },
  );

  it('knows other uses, and none', () => {
    expect(roleOf(bound('interface Gi0/0', 'nat'), 'X')).toBe('other');
    expect(roleOf(bound(), 'X')).toBe('unbound');
  });
});

it('watches the numbers that the actors used, bound or not', () => {
  expect(['10', '20', '50'].every((name) => isWatched(bound(), name))).toBe(true);
  expect(isWatched(bound('interface Gi0/0'), 'X')).toBe(false);
});

it('writes an entry without what every entry has', () => {
  const entry = {
    action: 'permit',
    protocol: 'ip',
    source: '198.51.100.77/32',
    destination: 'any',
    ports: null,
    log: false,
  } as const;
  expect(entryText({ ...entry, line: 1, lineEnd: 1 })).toBe('permit 198.51.100.77');
  expect(entryText({ ...entry, protocol: 'tcp', ports: 'eq 22', line: 1, lineEnd: 1 })).toContain('eq 22');
});
