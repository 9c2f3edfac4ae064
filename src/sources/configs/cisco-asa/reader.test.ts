import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { feed } from '../kit/fixture-show.ts';
import { recognise } from './recognise.ts';
import { isExecWord, sectionOf } from './show/command.ts';
import { SHOWS } from './show/shows.ts';
import { ciscoAsaConfig } from './source.ts';

const read = (...lines: string[]): RecordingSink => readWith(ciscoAsaConfig, `${lines.join('\n')}\n`);
const score = (...lines: string[]): number => recognise(headOf(new TextEncoder().encode(lines.join('\n'))));

describe('recognition', () => {
  it.each([
    ['a configuration', [': Saved', 'ASA Version 9.16(3)19']],
    ['FTD', ['NGFW Version 6.6.1']],
    ['show version', ['Cisco Adaptive Security Appliance Software Version 9.5(2)204']],
    ['interfaces', ['interface Vlan1', ' nameif outside', ' security-level 0']],
    ['lists', ['access-list A extended permit ip any any', 'access-group A in interface outside']],
    ['an inventory', ['Name: "Chassis", DESCR: "ASA 5515-X"']],
    ['crypto maps', ['crypto map M 10 set peer 192.0.2.1']],
  ])('takes %s', (_what, lines) => {
    expect(score(...lines)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['IOS', ['version 15.2', 'hostname a', 'crypto map M 10 ipsec-isakmp', ' set peer 192.0.2.1', 'end']],
    ['IOS XR', ['!! IOS XR Configuration 7.1.1', 'object-group network ipv4 A']],
    ['FortiOS', ['#config-version=FGT60F', 'config system global']],
    ['data', ['---', 'version: ASA Version 9']],
    ['binary', ['ASA Version 9\u0000\u0000']],
    ['nothing', ['']],
  ])('leaves %s', (_what, lines) => {
    expect(score(...lines)).toBeLessThan(0.3);
  });
});

describe('a configuration', () => {
  it('is whole when it ends in its mark', () => {
    expect(read(': Saved', 'ASA Version 9.1', 'hostname a', ': end').snapshots[0]).toMatchObject({
      complete: true,
    });
    expect(read(': Saved', 'ASA Version 9.1', 'hostname a').snapshots[0]).toMatchObject({ complete: false });
  });

  it('has serial, model, author and time of its header', () => {
    const [facts] = read(
      ': Saved',
      ': Serial Number: JAD2026SYN1',
      ': Hardware:   ASA5516, 8192 MB RAM',
      ': Written by m.okafor at 03:12:44.123 UTC Fri Oct 16 2026',
      'ASA Version 9.1',
      ': end',
    ).snapshots;
    expect(facts).toMatchObject({
      serials: ['JAD2026SYN1'],
      model: 'ASA5516',
      changedBy: 'm.okafor',
      changedAt: Date.UTC(2026, 9, 16, 3, 12, 44, 123),
    });
  });

  it('sets the pager and its checksum aside', () => {
    const sink = read(
      ': Saved',
      'ASA Version 9.1',
      '<--- More --->',
      'hostname a',
      'Cryptochecksum:00ff',
      ': end',
    );
    expect(
      sink.accounts
        .filter(({ state }) => state === 'set-aside')
        .map(({ reason }) => reason)
        .toSorted(),
    ).toEqual(['checksum of the configuration', 'pager']);
    expect(sink.snapshots[0]!.hostname).toBe('a');
  });
});

describe('a capture', () => {
  it('knows the device by its name, whatever stands behind it', () => {
    const { snapshots } = read(
      'fw-1# show version',
      'Cisco Adaptive Security Appliance Software Version 9.1',
      'fw-1/act/pri# show running-config',
      ': Saved',
      'ASA Version 9.1',
      'hostname fw-1',
      ': end',
      'fw-2> show version',
      'Cisco Adaptive Security Appliance Software Version 9.2',
    );
    expect(snapshots.map(({ hostname, hasConfig }) => `${hostname} ${hasConfig}`)).toEqual([
      'fw-1 true',
      'fw-2 false',
    ]);
  });

  it('of FTD has no name in its prompt', () => {
    const { snapshots } = read(
      '> show version',
      'Model : Cisco ASA5516-X Threat Defense (75) Version 6.6.1 (Build 91)',
      '> show running-config',
      'NGFW Version 6.6.1',
      'hostname f',
      ': end',
    );
    expect(snapshots).toMatchObject([{ platform: 'ftd', hostname: 'f', version: { text: '6.6.1' } }]);
  });

  it.each([
    ['sh run', 'running'],
    ['show running-config all', 'running'],
    ['show run | include ssh', 'partial'],
    ['show running-config ssh', 'partial'],
    ['more system:running-config', 'running'],
    ['write terminal', 'running'],
    ['show startup-config', 'startup'],
    ['sh ver', 'version'],
    ['show asp table socket', 'listeners'],
    ['show capture', 'captures'],
    ['show ssh sessions', 'sessions'],
    ['show access-list', 'acls'],
    ['dir disk0:', 'files'],
    ['verify /md5 disk0:/a', 'files'],
    ['show blocks', 'other'],
    ['', 'other'],
  ])('%j prints %s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });

  it('begins commands with words that are commands', () => {
    expect(['sh', 'packet-tracer', 'capture'].every(isExecWord)).toBe(true);
    expect(['s', 'hello', ''].some(isExecWord)).toBe(false);
  });
});

describe('show output', () => {
  const told = (kind: string, ...lines: string[]): ReturnType<typeof feed> =>
    feed(SHOWS[kind]!('show'), ...lines);

  it('version', () => {
    const { draft } = told(
      'version',
      'Cisco Adaptive Security Appliance Software Version 9.8(3)21 <context>',
      'fw-1 up 114 days 18 hours',
      'failover cluster up 700 days 16 hours',
      'Hardware:   ASAv, 2048 MB RAM, CPU Pentium II 1800 MHz,',
      'Model Id:   ASAv10',
      'Serial Number: 9AT1L9EX0DF',
    ).to;
    expect(draft).toMatchObject({ hostname: 'fw-1', model: 'ASAv10', serials: ['9AT1L9EX0DF'] });
    expect(draft.version!.text).toBe('9.8(3)21');
    expect(draft.uptimeSeconds).toBe(114 * 86_400 + 18 * 3600);
  });

  it('inventory: only the chassis names the device', () => {
    const { to, fates } = told(
      'inventory',
      'Name: "power supply", DESCR: "x"',
      'PID: PSU, VID: V01, SN: DTN2026SYN1',
      'Name: "Chassis", DESCR: "ASA"',
      'PID: ASA5515           , VID: V03     , SN: FTX2026SYN1',
      'what',
    );
    expect(to.draft).toMatchObject({ model: 'ASA5515', serials: ['FTX2026SYN1'] });
    expect(fates.at(-1)).toBe('not-understood');
  });

  it('listeners', () => {
    const { to, fates } = told(
      'listeners',
      'Protocol   Socket    State      Local Address   Foreign Address',
      'SSL  00185038  LISTEN  198.51.100.2:443  0.0.0.0:*',
      'TCP  00185039  ESTAB   10.0.0.1:22  10.0.0.2:999',
      'DTLS 00185040  LISTEN  198.51.100.2:443  0.0.0.0:*',
      'what',
    );
    expect(to.draft.state!.listeners.map(({ protocol, port }) => `${protocol} ${port}`)).toEqual([
      'tcp 443',
      'udp 443',
    ]);
    expect(fates.at(-1)).toBe('not-understood');
  });

  it('captures of packets', () => {
    const { to } = told(
      'captures',
      'capture a type raw-data interface inside [Capturing - 0 bytes]',
      '  match tcp any any eq tacacs',
      'capture b type asp-drop all',
    );
    expect(to.draft.state!.captures).toMatchObject([
      { name: 'a', interface: 'inside', active: true, filter: 'tcp any any eq tacacs' },
      { name: 'b', interface: null, active: null },
    ]);
  });

  it('sessions and lists', () => {
    const sessions = told(
      'sessions',
      'SID Client IP Version',
      '0 10.0.0.9 2.0 IN aes sha1 SessionStarted noc',
      '  OUT aes sha1 SessionStarted noc',
      'what',
    );
    expect(sessions.to.draft.state!.sessions).toMatchObject([
      { account: 'noc', from: '10.0.0.9', terminal: 'ssh 0' },
    ]);
    expect(sessions.fates.at(-1)).toBe('not-understood');
    const lists = told(
      'acls',
      'access-list A; 51 elements; name hash: 0xcb4257a3',
      'access-list A line 1 extended permit ip any any',
      '06228509 d0a2680b 00006049 6178289f',
    );
    expect(lists.to.draft.state!.acls).toMatchObject([{ name: 'A', entries: 51 }]);
    expect(lists.fates).toEqual(['read', 'read', 'read']);
  });
});

describe('bad input', () => {
  const STATEMENT = fc.constantFrom(
    'ASA Version 9.1',
    ': Saved',
    ':',
    ': end',
    'interface GigabitEthernet0/1',
    ' nameif outside',
    'object-group network G',
    ' group-object G',
    'access-list A extended permit ip object-group G any',
    'access-list',
    'ssh',
    'aaa-server G (x) host',
    'crypto map M 10 set peer',
    'fw# show capture',
    'capture',
    '> show version',
    'no',
  );

  it('is accounted for to the last byte, in any order and cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(STATEMENT, fc.string())), fc.nat(2000), (all, cut) => {
        const bytes = new TextEncoder().encode(all.join('\n')).subarray(0, cut);
        expect(readWith(ciscoAsaConfig, bytes).bytes()).toBe(bytes.length);
      }),
    );
  });

  it('of groups within themselves ends', () => {
    const [facts] = read(
      'ASA Version 9.1',
      'object-group network G',
      ' group-object G',
      'access-list A extended permit ip object-group G any',
      ': end',
    ).snapshots;
    expect(facts!.unread).toHaveLength(1);
  });
});
