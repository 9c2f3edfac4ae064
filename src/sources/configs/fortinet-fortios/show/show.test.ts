import { describe, expect, it } from 'vitest';
import type { DeviceState } from '../../../../model/device-state.ts';
import { factsOf, readLines } from '../fixture.ts';
import { sectionOf } from './command.ts';

const state = (command: string, ...lines: string[]): DeviceState | null =>
  factsOf('fw1 # get system status', 'Hostname: fw1', `fw1 # ${command}`, ...lines).state;

describe('sectionOf', () => {
  it.each([
    ['show', 'running'],
    ['show full-configuration', 'running'],
    ['show system interface', 'partial'],
    ['get system status', 'version'],
    ['diag sys tcpsock | grep listen', 'listeners'],
    ['diag sys tcpsock | grep :22', 'other'],
    ['show | grep -f admin', 'partial'],
    ['diagnose sniffer packet any', 'other'],
    ['exit', 'session'],
  ])('%s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });
});

describe('get system status', () => {
  const facts = factsOf(
    'Version: FortiGate-60F v7.4.8,build2795,250523 (GA.M)',
    'Firmware Signature: uncertified',
    'Serial-Number: FGT60FSYNTH0001',
    'Hostname: fw1',
    'System time: Tue Dec  2 08:51:00 2025',
  );

  it('names the device and dates the capture', () => {
    expect(facts).toMatchObject({
      model: 'FortiGate-60F',
      version: { text: '7.4.8', line: 1 },
      image: { text: 'build2795' },
      serials: ['FGT60FSYNTH0001'],
      hostname: 'fw1',
      takenAt: Date.UTC(2025, 11, 2, 8, 51),
      takenQuality: 'zone-assumed',
      hasConfig: false,
    });
  });

  it('says whether the firmware is signed', () => {
    expect(facts.state?.images).toMatchObject([{ file: 'firmware', result: 'not-signed' }]);
  });
});

describe('state', () => {
  it('reads who is logged in and from where', () => {
    const lines = [
      'username local device remote started',
      'a  sshv2  port1:192.0.2.1:22  198.51.100.7:4167  2026-10-02 12:24:20',
      'b  jsconsole  N/A  N/A  2026-10-02 12:24:20',
    ];
    const seen = state('get system admin list', ...lines);
    expect(seen?.sessions).toMatchObject([
      { account: 'a', from: '198.51.100.7', terminal: 'sshv2' },
      { account: 'b', from: null, terminal: 'jsconsole' },
    ]);
    expect(seen?.shown).toEqual(['sessions']);
  });

  it('reads listeners but no connections', () => {
    const seen = state(
      'diagnose sys tcpsock',
      '0.0.0.0:18443->0.0.0.0:0->state=listen err=0 process=115/httpsd',
      ':::22->:::0->state=listen err=0 process=116/sshd',
      '192.0.2.1:22->192.0.2.2:5->state=estab err=0 process=116/sshd',
    );
    expect(seen?.listeners).toMatchObject([
      { address: null, port: 18443, process: 'httpsd' },
      { address: null, port: 22, process: 'sshd' },
    ]);
  });

  it('reads tunnels, processes and time servers', () => {
    expect(
      state('get vpn ipsec tunnel summary', "'x' 192.0.2.9:0  selectors(total,up): 1/0  rx(pkt,err): 0/0")
        ?.tunnels,
    ).toMatchObject([{ name: 'x', destination: '192.0.2.9', up: false }]);
    expect(
      state('diagnose sys top', 'Run Time:  1 days', '   sniffd  93  S <  4.9  5.5  1')?.processes,
    ).toMatchObject([{ name: 'sniffd', pid: 93 }]);
    expect(
      state('diagnose sys ntp status', 'ipv4 server(n) 192.0.2.5 -- unresolved(0x0) S:0 T:0')?.ntpPeers,
    ).toMatchObject([{ address: '192.0.2.5', synchronised: false }]);
  });

  it('does not count a view whose output holds a line that nobody knows', () => {
    const whole = '0.0.0.0:22->0.0.0.0:0->state=listen err=0 process=1/sshd';
    expect(state('diagnose sys tcpsock', whole, 'Unknown action 0')?.shown).toEqual([]);
  });
});

describe('prompts', () => {
  it('tell devices apart, also within a virtual domain', () => {
    const sink = readLines(
      'fw1 # get system status',
      'Hostname: fw1',
      'fw2 (global) # get system status',
      'Hostname: fw2',
      'fw2 (global) #',
    );
    expect(sink.snapshots.map((f) => f.hostname)).toEqual(['fw1', 'fw2']);
    expect(sink.bytes('not-understood')).toBe(0);
  });

  it('are no lines of a page that holds a hash', () => {
    expect(factsOf('config system global', '    set alias "a # show"', 'end').aliases).not.toContain(
      'name:a',
    );
  });
});
