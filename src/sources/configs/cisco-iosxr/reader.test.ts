import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { ciscoIosxrConfig } from './source.ts';

const read = (text: string | Uint8Array): RecordingSink => readWith(ciscoIosxrConfig, text);
const lines = (...all: string[]): RecordingSink => read(`${all.join('\n')}\n`);
const HEAD = '!! IOS XR Configuration 7.5.2';

/** The reasons of all bytes that were not read. */
const reasons = (sink: RecordingSink): string[] => [
  ...new Set(sink.accounts.filter(({ state }) => state !== 'read').map(({ reason }) => reason)),
];

describe('a configuration', () => {
  it('is whole when it ends in end, with or without a newline behind it', () => {
    expect(read(`${HEAD}\nhostname a\nend`).snapshots[0]).toMatchObject({ complete: true, hasConfig: true });
    expect(read(`${HEAD}\nhostname a\nend\n`).snapshots[0]).toMatchObject({ complete: true });
    expect(read(`${HEAD}\nhostname a\n`).snapshots[0]).toMatchObject({ complete: false, hasConfig: true });
  });

  it('has the time and author of its header, in the zone that it sets', () => {
    const header = '!! Last configuration change at Tue Mar  8 23:55:55 2022 by cisco';
    const at = (...more: string[]): unknown => lines(HEAD, header, 'hostname a', ...more, 'end').snapshots[0];
    const utc = Date.UTC(2022, 2, 8, 23, 55, 55);
    expect(at()).toMatchObject({
      changedAt: utc,
      changedBy: 'cisco',
      takenAt: utc,
      takenQuality: 'zone-assumed',
    });
    expect(at('clock timezone EST -5')).toMatchObject({ changedAt: utc + 5 * 3_600_000 });
    expect(at('clock timezone IST 5 30')).toMatchObject({ changedAt: utc - 5.5 * 3_600_000 });
  });

  it.each(['Tue Mar 38 23:55:55 2022', 'Tue Foo  8 23:55:55 2022', 'Tue Mar  8 25:55:55 2022', 'yesterday'])(
    'does not believe the time %s',
    (text) => {
      expect(
        lines(HEAD, `!! Last configuration change at ${text} by x`, 'end').snapshots[0]!.changedAt,
      ).toBeNull();
    },
  );

  it('has the release of both forms of the header and of tools', () => {
    for (const head of [
      '!! IOS XR Configuration 7.1.1',
      '!! IOS XR Configuration version = 7.1.1',
      '! Cisco IOS XR Software, Version 7.1.1',
    ])
      expect(lines(head, 'hostname a', 'end').snapshots[0]!.version).toMatchObject({
        text: '7.1.1',
        line: 1,
      });
  });

  it('ends where the next begins', () => {
    const { snapshots } = lines(HEAD, 'hostname a', 'end', HEAD, 'hostname b', 'end');
    expect(snapshots.map(({ hostname }) => hostname)).toEqual(['a', 'b']);
    const cut = lines(HEAD, 'hostname a', HEAD, 'hostname b', 'end').snapshots;
    expect(cut.map(({ hostname, complete }) => [hostname, complete])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('keeps banners out of its statements', () => {
    const { snapshots } = lines(HEAD, 'hostname a', 'banner motd ^', 'username evil secret 0 x', '^', 'end');
    expect(snapshots[0]).toMatchObject({ hostname: 'a', users: [], complete: true });
  });

  it('reads a banner that never ends as statements', () => {
    const { snapshots } = lines(HEAD, 'banner motd ^', 'hostname a', 'end');
    expect(snapshots[0]).toMatchObject({ hostname: 'a', complete: true });
  });

  it('is not torn by log messages on the terminal', () => {
    const log =
      'RP/0/RSP0/CPU0:Oct 19 05:00:01.000 : config[65777]: %MGBL-CONFIG-6-DB_COMMIT : committed by user x';
    const sink = lines(HEAD, 'interface Loopback0', log, ' ipv4 address 192.0.2.1/32', 'end');
    expect(sink.snapshots[0]!.interfaces).toMatchObject([{ addresses: ['192.0.2.1/32'] }]);
    expect(reasons(sink)).toEqual(['log message on the terminal']);
  });

  it('loses the residue of a pager', () => {
    const pager = ` --More-- ${'\b'.repeat(9)}${' '.repeat(9)}${'\b'.repeat(9)}`;
    const [facts] = lines(HEAD, `${pager}hostname a`, 'end').snapshots;
    expect(facts!.hostname).toBe('a');
  });

  it('may have returns before its newlines', () => {
    const [facts] = read(
      [HEAD, 'hostname a', 'username b', ' group root-lr', 'end', ''].join('\r\n'),
    ).snapshots;
    expect(facts).toMatchObject({ hostname: 'a', users: [{ name: 'b', role: 'root-lr' }] });
  });
});

describe('a capture', () => {
  it('tells devices apart by their prompts', () => {
    const { snapshots } = lines(
      'RP/0/RP0/CPU0:r1#show running-config',
      'Mon Oct 19 04:20:11.000 UTC',
      HEAD,
      'hostname r1',
      'end',
      'RP/0/RSP1/CPU0:r2#show running-config',
      HEAD,
      'hostname r2',
      'end',
    );
    expect(snapshots.map(({ hostname }) => hostname)).toEqual(['r1', 'r2']);
  });

  it('joins what one device says', () => {
    const { snapshots } = lines(
      'RP/0/RP0/CPU0:r1#show version',
      'Cisco IOS XR Software, Version 7.3.2 LNT',
      'RP/0/RP0/CPU0:r1#show running-config',
      HEAD,
      'hostname r1',
      'end',
    );
    expect(snapshots).toHaveLength(1);
    expect(snapshots[0]).toMatchObject({ version: { text: '7.3.2 LNT' }, hasConfig: true });
  });

  it('dates itself by the clock', () => {
    const [facts] = lines(
      'RP/0/RP0/CPU0:r1#show clock',
      'Mon Oct 19 04:20:15.000 UTC',
      '04:20:15.250 UTC Mon Oct 19 2026',
      'RP/0/RP0/CPU0:r1#show running-config',
      HEAD,
      'hostname r1',
      'end',
    ).snapshots;
    expect(facts).toMatchObject({ takenAt: Date.UTC(2026, 9, 19, 4, 20, 15, 250), takenQuality: 'exact' });
  });

  it('does not take a part for the whole', () => {
    const [facts] = lines('RP/0/RP0/CPU0:r1#show running-config ssh', 'ssh server v2').snapshots;
    expect(facts).toMatchObject({ hasConfig: false, complete: false, areas: ['identity'] });
    expect(facts!.services).toMatchObject([{ name: 'ssh' }]);
  });

  it('does not read what was typed, nor output that nobody knows', () => {
    const sink = lines(
      'RP/0/RP0/CPU0:r1#configure',
      'RP/0/RP0/CPU0:r1(config)#username evil',
      'RP/0/RP0/CPU0:r1(config-un)#commit',
      'RP/0/RP0/CPU0:r1#show bgp',
      'BGP router identifier 192.0.2.1',
    );
    expect(reasons(sink)).toEqual(['output of a command that is not read']);
    expect(sink.snapshots).toEqual([]);
  });

  it('reads the headings of show tech-support', () => {
    const [facts] = lines(
      HEAD,
      'hostname r1',
      'end',
      '------------------ show version ------------------',
      'Cisco IOS XR Software, Version 6.5.3',
      '------------------ show bgp ------------------',
      'whatever',
    ).snapshots;
    expect(facts!.version!.text).toBe('6.5.3');
  });
});

describe('bad input', () => {
  const STATEMENT = fc.constantFrom(
    'username a',
    ' secret 10 $6$x$y',
    'interface TenGigE0/0/0/1',
    ' ipv4 address 192.0.2.1/24',
    'ipv4 access-list A',
    ' 10 permit ipv4 any any',
    'router bgp 1',
    ' neighbor 192.0.2.1',
    '  use neighbor-group G',
    'RP/0/RP0/CPU0:r1#show users',
    '[r1:~]$ cat /etc/passwd',
    'snmp-server community',
    'snmp-server user a b v3 auth',
    'control-plane',
    ' management-plane',
    '  inband',
    'key chain K',
    ' key-string',
    'no',
    '!',
    'end',
    HEAD,
  );

  it('is accounted for to the last byte, in any order and cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(STATEMENT, fc.string())), fc.nat(2000), (all, cut) => {
        const bytes = new TextEncoder().encode(all.join('\n')).subarray(0, cut);
        expect(read(bytes).bytes()).toBe(bytes.length);
      }),
    );
  });

  it('of ten thousand nested blocks is read', () => {
    const deep = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i % 500)}vrf v${i}`);
    const sink = lines(HEAD, 'router static', ...deep, 'end');
    expect(sink.snapshots).toHaveLength(1);
  });

  it('of one long line does not count as whole', () => {
    const sink = lines(HEAD, 'hostname a', `description ${'x'.repeat(200_000)}`, 'end');
    expect(reasons(sink)).toContain('line longer than 65,536 bytes');
    expect(sink.snapshots[0]!.hasConfig).toBe(true);
  });

  it('with junk in it is still read around the junk', () => {
    const [facts] = lines(
      HEAD,
      'hostname a',
      '\u0000\u0001\u00ff\u001b[2J',
      'ssh server v2',
      'end',
    ).snapshots;
    expect(facts).toMatchObject({ hostname: 'a', complete: false });
    expect(facts!.unread).toHaveLength(1);
  });
});
