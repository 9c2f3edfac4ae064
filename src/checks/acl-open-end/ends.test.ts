import { describe, expect, it } from 'vitest';
import type { Acl, AclEntry } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { denyLine, endOfNamed } from './ends.ts';

const entry = (action: 'permit' | 'deny', parts: Partial<AclEntry> = {}): AclEntry => {
  const any = { protocol: 'ip', source: 'any', destination: 'any', ports: null, log: false };
  return { line: 1, lineEnd: 1, action, ...any, ...parts };
};
const WEB = entry('permit', { protocol: 'tcp', destination: '198.51.100.80/32', ports: 'eq 443' });

function acl(entries: readonly AclEntry[], parts: Partial<Acl> = {}): Acl {
  return { name: 'EDGE', family: 'ipv4', line: 1, lineEnd: 1, entries, ...parts };
}

describe('endOfNamed', () => {
  it.each([
    ['nothing', [], 'undefined'],
    ['a permit for all', [WEB, entry('permit')], 'open'],
    ['no word', [WEB], 'unwritten'],
    ['a deny without log', [WEB, entry('deny')], 'silent'],
    ['a deny with log', [WEB, entry('deny', { log: true })], 'logged'],
    ['a deny behind a permit for all', [entry('permit'), entry('deny', { log: true })], 'open'],
    ['a deny of TCP alone', [WEB, entry('deny', { protocol: 'tcp', log: true })], 'unwritten'],
  ])('%s', (_, entries, end) => {
    expect(endOfNamed(someFacts({ acls: [acl(entries)] }), 'EDGE').end).toBe(end);
  });

  it('counts the worse of two lists of one name', () => {
    const six = acl([entry('permit', { protocol: 'ipv6' })], { family: 'ipv6' });
    const facts = someFacts({ acls: [acl([WEB, entry('deny', { log: true })]), six] });
    expect(endOfNamed(facts, 'EDGE')).toMatchObject({ end: 'open', acl: { family: 'ipv6' } });
  });

  it('tells a list that nobody wrote', () => {
    expect(endOfNamed(someFacts(), 'EDGE')).toEqual({ end: 'undefined', acl: null });
  });
});

describe('denyLine', () => {
  it.each([
    [acl([WEB]), 'deny ip any any log'],
    [acl([WEB], { family: 'ipv6' }), 'deny ipv6 any any log'],
    [acl([entry('permit', { source: '10.0.0.0/8' })], { name: '20' }), 'deny any log'],
    [acl([entry('permit', { source: '10.0.0.0/8' })], { name: '1310' }), 'deny any log'],
    [acl([entry('permit', { source: '10.0.0.0/8' })], { name: '120' }), 'deny ip any any log'],
  ])('of %j', (list, line) => {
    expect(denyLine(list)).toBe(line);
  });

  it('does not guess where a named list may be a standard one', () => {
    expect(denyLine(acl([entry('permit', { source: '10.0.0.0/8' })]))).toBeNull();
  });
});
