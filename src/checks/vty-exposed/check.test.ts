import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
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

describe('fix of vty-exposed', () => {
  const HEAD = ['version 15.2', 'hostname pe-01', 'username noc secret 9 $9$synthetic$text'];
  const FILLED = { '<MANAGEMENT NETWORK> <WILDCARD>': '10.250.0.0 0.0.255.255' };

  it('makes a list, and closes telnet and the way out', async () => {
    const lines = [
      'line vty 0 4',
      ' transport input telnet ssh',
      ' login local',
      'line vty 5 15',
      ' no login',
    ];
    const { before, fix, after, worse } = await fixOf(check, [...HEAD, ...lines, 'end'], FILLED);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'ip access-list standard VTY-MGMT',
      ' permit <MANAGEMENT NETWORK> <WILDCARD>',
      ' deny any log',
      'line vty 0 4',
      ' access-class VTY-MGMT in vrf-also',
      ' transport input ssh',
      ' transport output none',
      'line vty 5 15',
      ' login local',
      ' access-class VTY-MGMT in vrf-also',
      ' transport input ssh',
      ' transport output none',
    ]);
    expect(fix?.back.slice(0, 4)).toEqual([
      'line vty 0 4',
      ' no access-class VTY-MGMT in vrf-also',
      ' transport input telnet ssh',
      ' default transport output',
    ]);
    expect(fix?.mayCut).toBe(true);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('takes the list that guards other lines', async () => {
    const list = 'access-list 23 permit 10.250.0.0 0.0.255.255';
    const good = [
      'line vty 0 4',
      ' access-class 23 in vrf-also',
      ' transport input ssh',
      ' transport output none',
    ];
    const rest = ['line vty 5', ' transport input ssh', ' transport output none', 'end'];
    const { fix, after } = await fixOf(check, [...HEAD, list, ...good, ...rest]);
    expect(fix?.lines).toEqual(['line vty 5', ' access-class 23 in vrf-also']);
    expect(after).toBe('clear');
  });

  it('shuts IPv6 where nobody manages by it', async () => {
    const face = ['interface Loopback0', ' ipv6 address 2001:db8::1/128'];
    const list = 'access-list 23 permit 10.250.0.0 0.0.255.255';
    const line = [
      'line vty 0 4',
      ' access-class 23 in vrf-also',
      ' transport input ssh',
      ' transport output none',
    ];
    const { before, fix, after } = await fixOf(check, [...HEAD, ...face, list, ...line, 'end']);
    expect(fix?.lines).toContain(' deny ipv6 any any log');
    expect([before, after]).toEqual(['hit', 'clear']);
  });
});
