import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceFacts, Interface, TerminalLine } from '../../model/device-facts.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';
import { problemsOf } from './problems.ts';

runCases(import.meta.dirname);

const LINE: TerminalLine = {
  kind: 'vty',
  first: 0,
  last: 4,
  accessIn: null,
  accessInVrfAlso: false,
  accessOut: null,
  accessIn6: null,
  transportInput: ['ssh'],
  transportOutput: ['none'],
  login: null,
  execTimeout: null,
  rotary: null,
  privilege: null,
  line: 10,
  lineEnd: 12,
};
const FACE: Interface = {
  name: 'Gi0/0',
  role: 'other',
  addresses: ['198.51.100.1/30'],
  vrf: null,
  description: null,
  shutdown: false,
  discovery: {},
  flow: [],
  line: 5,
  lineEnd: 6,
};
const kinds = (line: Partial<TerminalLine>, parts: Partial<DeviceFacts> = {}): string[] =>
  problemsOf(someFacts({ lines: [{ ...LINE, ...line }], ...parts })).map((p) => p.kind);

describe('problemsOf', () => {
  it('takes a missing line for what the platform does without it', () => {
    expect(kinds({ transportInput: null, transportOutput: null })).toEqual(['no-acl', 'telnet', 'outbound']);
  });

  it('wants no guard for lines that take nobody', () => {
    expect(kinds({ transportInput: ['none'] })).toEqual([]);
  });

  it('does not judge the console, nor platforms whose defaults it does not know', () => {
    expect(kinds({ kind: 'console' })).toEqual([]);
    expect(kinds({}, { vendor: 'other' })).toEqual([]);
  });

  it('lets AAA stand in for a login on the line', () => {
    expect(kinds({ login: 'none' }, { aaaNewModel: true })).toEqual(['no-acl']);
    expect(kinds({ login: 'none' })).toContain('no-login');
  });
});

describe('severity', () => {
  const severity = (...configs: DeviceFacts[]): string | undefined =>
    check.evaluate(someView({ configs }))[0]?.severity;

  it('rises where nobody logs in and a session starts with all rights', () => {
    const of = (line: Partial<TerminalLine>): string | undefined =>
      severity(someFacts({ lines: [{ ...LINE, accessIn: null, ...line }] }));
    const hits = check.evaluate(
      someView({ configs: [someFacts({ lines: [{ ...LINE, login: 'none', privilege: 15 }] })] }),
    );
    expect(hits.map((h) => `${h.key} ${h.severity}`)).toContain('no-login critical');
    expect(hits.find((h) => h.key === 'no-login')?.notes.join(' ')).toContain('privilege level 15');
    expect(hits.find((h) => h.key === 'no-login')?.proof[0]?.text).toContain('privilege level 15');
    expect(of({ privilege: 15 })).toBe('medium');
  });

  it('rises where strangers can reach the lines, and falls once it is mended', () => {
    const inside = someFacts({ lines: [LINE], takenAt: 1 });
    expect(severity(inside)).toBe('medium');
    expect(severity(someFacts({ lines: [LINE], interfaces: [FACE] }))).toBe('high');
    expect(severity(inside, someFacts({ takenAt: 2 }))).toBe('low');
  });
});
