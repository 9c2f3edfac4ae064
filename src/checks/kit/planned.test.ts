import { describe, expect, it } from 'vitest';
import { entry, someView } from './fixture.ts';
import { plannedChange, plannedNote } from './planned.ts';

const CHANGE = entry({
  entry: 'change',
  value: 'ACL 20',
  device: 'PE-01',
  from: 100,
  until: 200,
  ticket: 'CHG-7',
});
const found = (topics: string[], [from, to]: [number, number], change = CHANGE): boolean =>
  plannedChange(someView({ register: [change] }), topics, { from, to }) !== null;

describe('plannedChange', () => {
  it('fits by topic, device and time', () => {
    expect(found(['acl 20'], [150, 150])).toBe(true);
    expect(found(['acl 20'], [0, 100])).toBe(true);
    expect(found(['tunnel'], [150, 150])).toBe(false);
    expect(found(['acl 20'], [201, 300])).toBe(false);
    expect(found(['acl 20'], [0, 99])).toBe(false);
    expect(found(['acl 20'], [150, 150], { ...CHANGE, device: 'pe-02' })).toBe(false);
    expect(found(['acl 20'], [150, 150], { ...CHANGE, device: null })).toBe(true);
  });
});

it('names the change and its ticket', () => {
  expect(plannedNote(CHANGE)).toContain('CHG-7');
  expect(plannedNote({ ...CHANGE, ticket: null })).not.toContain('null');
});
