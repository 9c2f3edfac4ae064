import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../../model/indicator.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { ciscoIosConfig } from './source.ts';

const read = (...lines: string[]): RecordingSink => readWith(ciscoIosConfig, `${lines.join('\n')}\n`);
const CONFIG = ['version 15.2', 'hostname r1', 'no aaa new-model', 'end'];

describe('devices and snapshots', () => {
  it('joins the commands of one device into one snapshot, however they alternate', () => {
    const sink = read(
      'r1#show clock',
      '10:00:00.000 UTC Wed Oct 21 2026',
      'r2#show version',
      'Cisco IOS Software, C2900 Software (X), Version 15.7(3)M9, RELEASE SOFTWARE',
      'r1#show run',
      ...CONFIG,
      'r1#show version',
      'Cisco IOS Software, C2900 Software (X), Version 15.2(1)T, RELEASE SOFTWARE',
    );
    expect(sink.snapshots.map((f) => [f.hostname, f.hasConfig, f.version?.text])).toEqual([
      ['r1', true, '15.2(1)T'],
      ['r2', false, '15.7(3)M9'],
    ]);
    expect(sink.snapshots[0]!.takenAt).toBe(Date.UTC(2026, 9, 21, 10));
  });

  it('gives a second configuration of a device a snapshot and a time of its own', () => {
    const sink = read(
      'r1#show clock',
      '10:00:00.000 UTC Wed Oct 21 2026',
      'r1#show run',
      ...CONFIG,
      'r1#show clock',
      '12:00:00.000 UTC Wed Oct 21 2026',
      'r1#show run',
      ...CONFIG,
    );
    expect(sink.snapshots.map((f) => [f.ordinal, f.takenAt])).toEqual([
      [0, Date.UTC(2026, 9, 21, 10)],
      [1, Date.UTC(2026, 9, 21, 12)],
    ]);
  });

  it('tells configurations apart that stand one after the other', () => {
    const other = CONFIG.map((line) => line.replace('r1', 'r2'));
    const cut = CONFIG.slice(0, 3);
    expect(read(...CONFIG, ...other).snapshots.map((f) => f.hostname)).toEqual(['r1', 'r2']);
    expect(read(...cut, ...other).snapshots.map((f) => [f.hostname, f.complete])).toEqual([
      ['r1', false],
      ['r2', true],
    ]);
  });

  it('never takes part of a configuration for the whole', () => {
    const sink = read('r1#show run | section username', 'username x password 0 Synthetic', 'end');
    expect(sink.snapshots).toMatchObject([{ hasConfig: false, complete: false, users: [{ name: 'x' }] }]);
  });

  it('reads show tech-support by its headings', () => {
    const sink = read(
      'r1#show tech-support',
      '------------------ show clock ------------------',
      '10:00:00.000 UTC Wed Oct 21 2026',
      '------------------ show running-config ------------------',
      ...CONFIG,
      '------------------ show stacks ------------------',
      'something',
    );
    expect(sink.snapshots).toMatchObject([{ hostname: 'r1', hasConfig: true, takenQuality: 'exact' }]);
  });

  it('takes the time from prompt time stamps', () => {
    const sink = read('r1#show run', 'Time source is NTP, 10:00:00.000 UTC Wed Oct 21 2026', ...CONFIG);
    expect(sink.snapshots).toMatchObject([{ takenAt: Date.UTC(2026, 9, 21, 10), takenQuality: 'exact' }]);
  });

  it('leaves a configuration without any time undated', () => {
    expect(read(...CONFIG).snapshots).toMatchObject([
      { takenAt: null, takenQuality: 'none', changedAt: null },
    ]);
  });

  it('dates a configuration by its last change when nothing else does', () => {
    const sink = read('! Last configuration change at 03:12:44 UTC Fri Oct 16 2026 by noc', ...CONFIG);
    const at = Date.UTC(2026, 9, 16, 3, 12, 44);
    expect(sink.snapshots).toMatchObject([
      { takenAt: at, takenQuality: 'zone-assumed', changedAt: at, changedBy: 'noc' },
    ]);
  });
});

describe('banners', () => {
  it('cannot pass off their text as statements or prompts', () => {
    const sink = read(
      ...CONFIG.slice(0, 2),
      'banner motd ^C',
      'aaa new-model',
      'evil#show run',
      '^C',
      ...CONFIG.slice(2),
    );
    expect(sink.snapshots).toMatchObject([{ hostname: 'r1', aaaNewModel: false, complete: true }]);
  });

  it('end on their own line, too', () => {
    expect(read(...CONFIG.slice(0, 2), 'banner exec ^Chello^C', ...CONFIG.slice(2)).snapshots).toMatchObject([
      { aaaNewModel: false },
    ]);
  });

  it('do not swallow the configuration when they never end', () => {
    const many = Array.from({ length: 12_000 }, () => 'banner motd #');
    const sink = read(...CONFIG.slice(0, 2), ...many, ...CONFIG.slice(2));
    expect(sink.snapshots).toMatchObject([{ aaaNewModel: false, complete: true }]);
  });
});

describe('ledger', () => {
  it('names output that is not read', () => {
    const sink = read(
      'r1#show users',
      '    Line       User',
      'r1#conf t',
      'r1(config)#interface Tunnel0',
      'x',
    );
    const reasons = sink.accounts.filter((a) => a.state === 'not-understood').map((a) => a.reason);
    expect(reasons).toEqual(['output of a command that is not read', 'typed in configuration mode']);
  });

  it('counts a line that is too long as failed, and the configuration as cut', () => {
    const sink = read('version 15.2', 'hostname r1', `tunnel ${'x'.repeat(70_000)}`, 'end');
    expect(sink.bytes('failed')).toBe(70_008);
    expect(sink.snapshots[0]!.unread).toMatchObject([{ area: 'tunnels' }]);
  });

  it('adds up to every byte, whatever the lines', () => {
    const pieces = [
      ...CONFIG,
      'interface Tunnel0',
      ' tunnel destination 192.0.2.1',
      '  deeper',
      'banner login $',
      '$',
      '!',
      '',
      '\u0003',
      'r1#show run',
      'r1#show version',
      'r1#dir flash:',
      'r1#',
      ' --More-- \b\b\b ip address 10.0.0.1 255.0.0.0',
      'NAME: "Chassis", DESCR: "x"',
      'PID: A , VID: V , SN: FTX0001SYN0',
      'crypto pki certificate chain X',
      'neighbor 1.1.1.1 password',
      'aaa accounting',
      'no',
      'exit-address-family',
      'key-string 7 00',
      'verify /md5 (x) = 00',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }), (lines) => {
        const bytes = new TextEncoder().encode(lines.join('\r\n'));
        expect(readWith(ciscoIosConfig, bytes).bytes()).toBe(bytes.length);
      }),
    );
  });

  it('reads ten thousand nested blocks', () => {
    const deep = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}router bgp 1`);
    const sink = read(...CONFIG.slice(0, 2), ...deep);
    expect(sink.snapshots).toHaveLength(1);
  });
});

describe('records', () => {
  it('gives files with the folder they lie in, and hashes', () => {
    const md5 = '0'.repeat(32);
    const sink = read(
      'r1#dir /recursive all-filesystems',
      'Directory of bootflash:/*',
      '  12  -rw-     4096  Oct 16 2026 03:20:11 +00:00  tac.pcap',
      '  13  drwx     4096  Oct 16 2026 03:20:11 +00:00  guest-share',
      'r1#verify /md5 bootflash:a.bin',
      `verify /md5 (bootflash:a.bin) = ${md5}`,
      'r1#show file bootflash:b.bin sha512sum',
      '1'.repeat(128),
    );
    expect(sink.of('file').map((f) => [f.path, f.size, f.md5, f.sha512?.length ?? null])).toEqual([
      ['bootflash:/tac.pcap', 4096, null, null],
      ['bootflash:/guest-share', 4096, null, null],
      ['bootflash:a.bin', null, md5, null],
      ['bootflash:b.bin', null, null, 128],
    ]);
  });

  it('gives sightings the device, the time and the plane', () => {
    const scanner: Scanner = {
      scan: (bytes, span, found) => {
        const text = new TextDecoder('latin1').decode(bytes.subarray(span.start, span.end));
        const value = '203.0.113.9';
        for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
          const start = span.start + at;
          found({ value, valueType: 'ipv4', near: false, start, end: start + value.length });
        }
      },
    };
    const text = [
      'r1#show clock',
      '10:00:00.000 UTC Wed Oct 21 2026',
      'r1#show run',
      ...CONFIG.slice(0, 3),
      'username x password 0 203.0.113.9',
      'end',
      'r1#show users',
      'vty 0 from 203.0.113.9',
    ].join('\n');
    const sightings = readWith(ciscoIosConfig, text, { scanner }).of('sighting');
    expect(sightings).toMatchObject([
      {
        origin: 'name:r1',
        where: 'config',
        at: Date.UTC(2026, 9, 21, 10),
        text: 'username x password 0 [secret]',
      },
      { origin: 'name:r1', where: 'state', ref: { line: 10 } },
    ]);
  });
});

describe('bytes that were damaged', () => {
  const junk = new Uint8Array([0, 1, 255, 200, 27, 7, 1, 2, 3, 4, 10, 5, 6, 0, 130, 10]);
  const text = (line: string): Uint8Array => new TextEncoder().encode(`${line}\n`);
  const whole = (middle: Uint8Array): Uint8Array =>
    new Uint8Array([...text('version 15.2\nhostname r1\nno aaa new-model'), ...middle, ...text('end')]);

  it('keep a configuration from counting as whole, since any line may have stood there', () => {
    expect(readWith(ciscoIosConfig, whole(junk)).snapshots[0]?.complete).toBe(false);
  });

  it('are told from a line of a dialect that nobody knows', () => {
    expect(readWith(ciscoIosConfig, whole(text('frobnicate all'))).snapshots[0]?.complete).toBe(true);
  });
});
