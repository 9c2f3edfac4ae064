import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { type RecordingSink, readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';
import { readUptime } from './version.ts';

const read = (...lines: string[]): RecordingSink => readWith(ciscoIosConfig, `${lines.join('\n')}\n`);
const facts = (...lines: string[]): DeviceFacts => read(...lines).snapshots[0]!;

describe('readUptime', () => {
  it.each([
    ['1 minute', 60],
    ['2 weeks, 1 day, 3 hours, 4 minutes', 1_306_000 + 1040],
    ['1 year, 2 weeks', 31_536_000 + 1_209_600],
    ['soon', null],
    ['99999999999 weeks', null],
  ])('reads %j', (text, seconds) => {
    expect(readUptime(text)).toBe(seconds);
  });
});

describe('show version', () => {
  const XE = [
    'Cisco IOS XE Software, Version 16.09.04',
    'Cisco IOS Software [Fuji], ISR Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 16.9.4, RELEASE SOFTWARE (fc2)',
    'pe-02 uptime is 3 weeks, 2 days',
    'System image file is "bootflash:packages.conf"',
    'cisco ISR4451-X/K9 (2RU) processor with 1795979K/6147K bytes of memory.',
    'Processor board ID FLM2026SYN7',
  ];

  it('reads IOS XE without a prompt', () => {
    expect(facts(...XE)).toMatchObject({
      hostname: 'pe-02',
      platform: 'ios-xe',
      version: { text: '16.09.04', line: 1 },
      image: { text: 'bootflash:packages.conf' },
      model: 'ISR4451-X/K9',
      serials: ['FLM2026SYN7'],
      uptimeSeconds: 1_987_200,
      hasConfig: false,
      areas: ['identity', 'software'],
      aliases: ['name:pe-02', 'serial:FLM2026SYN7'],
    });
  });

  it('reads old IOS', () => {
    const old = facts(
      'r1#show version',
      'Cisco Internetwork Operating System Software',
      'IOS (tm) 7200 Software (C7200-JK9S-M), Version 12.4(6)T2, RELEASE SOFTWARE (fc1)',
    );
    expect(old).toMatchObject({ platform: 'ios', version: { text: '12.4(6)T2' } });
  });

  it('says more than the configuration does, whichever comes first', () => {
    const config = ['Building configuration...', 'version 16.9', 'hostname pe-02', 'end'];
    for (const lines of [
      [...XE, ...config],
      ['pe-02#show run', ...config, 'pe-02#show version', ...XE],
    ])
      expect(facts(...lines)).toMatchObject({ hasConfig: true, version: { text: '16.09.04' } });
  });

  it('keeps two devices apart that stand one after the other', () => {
    const other = XE.map((line) => line.replace('pe-02', 'pe-03').replace('SYN7', 'SYN8'));
    expect(read(...XE, ...other).snapshots.map((f) => f.serials)).toEqual([['FLM2026SYN7'], ['FLM2026SYN8']]);
  });
});

describe('show inventory', () => {
  it('names the device by its chassis only', () => {
    const read = facts(
      'r1#show inventory',
      'NAME: "Chassis", DESCR: "Cisco ISR4451-X Chassis"',
      'PID: ISR4451-X/K9      , VID: V03  , SN: FLM2026SYN7',
      '',
      'NAME: "Power Supply Module 0", DESCR: "450W AC Power Supply"',
      'PID: PWR-4450-AC       , VID: V01  , SN: DCA2026SYN1',
    );
    expect(read).toMatchObject({ model: 'ISR4451-X/K9', serials: ['FLM2026SYN7'] });
  });

  it('reports a line that is none of an inventory', () => {
    const sink = read('r1#show inventory', '% Invalid input detected');
    expect(sink.accounts.map((a) => a.reason)).toContain('line of show output not known');
  });
});

describe('listings', () => {
  it.each([
    ['    1  -rw-    4096  Mar 1 1993 00:10:10 +00:00  a.bin', 'flash:/a.bin', 4096],
    ['  520  -rwx      12                    <no date>  b c.txt', 'flash:/b c.txt', 12],
    [
      '    3        4096 Oct 16 2026 03:20:11.0000000000 +00:00 /bootflash/tac.pcap',
      '/bootflash/tac.pcap',
      4096,
    ],
  ])('reads %j', (line, path, size) => {
    expect(read('r1#dir flash:', 'Directory of flash:/', line).of('file')).toMatchObject([{ path, size }]);
  });

  it('keeps a name with an odd character visible and harmless', () => {
    const [file] = read(
      'r1#dir flash:',
      'Directory of flash:/',
      '  1  -rw-  1  Mar 1 1993 00:10:10  a\u001b[31mb\u202e.bin',
    ).of('file');
    expect(file!.path).toBe('flash:/ab\\u202e.bin');
  });

  it('belong to the device of the prompt even without facts', () => {
    const sink = read('r9#dir flash:', 'Directory of flash:/', '  1  -rw-  1  Mar 1 1993 00:10:10  a.bin');
    expect(sink.of('file')).toMatchObject([{ origin: 'name:r9', at: null, timeQuality: 'none' }]);
    expect(sink.snapshots).toEqual([]);
  });
});

describe('headers of configuration archives', () => {
  it('are read from RANCID and from Oxidized', () => {
    for (const space of ['', ' ']) {
      const config = ['version 16.9', 'hostname r1', 'end'];
      const head = [
        'Chassis type: ISR4451-X/K9',
        'Processor ID: FLM2026SYN7',
        'Image: Software: X86_64_LINUX_IOSD-UNIVERSALK9-M, 16.9.4',
      ];
      expect(
        facts('!RANCID-CONTENT-TYPE: cisco', ...head.map((line) => `!${space}${line}`), ...config),
      ).toMatchObject({
        model: 'ISR4451-X/K9',
        serials: ['FLM2026SYN7'],
        platform: 'ios-xe',
        version: { text: '16.9.4' },
      });
    }
  });

  it('are not believed below a statement that only looks like one', () => {
    expect(
      facts('version 15.2', 'interface Gi0/1', ' ! Last configuration change at x by y', 'end').changedBy,
    ).toBeNull();
  });
});
