import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { readTime } from './header.ts';
import { readUptime } from './show/version.ts';
import { huaweiVrpConfig } from './source.ts';

const read = (...lines: string[]): RecordingSink => readWith(huaweiVrpConfig, `${lines.join('\n')}\n`);

describe('blocks', () => {
  it('of old releases stand a blank to the right', () => {
    const { snapshots } = read(
      '[V200R003C00]',
      '#',
      ' sysname a',
      '#',
      ' telnet server enable',
      '#',
      'return',
    );
    expect(snapshots).toMatchObject([{ hostname: 'a', complete: true, services: [{ name: 'telnet' }] }]);
  });

  it('go on behind a mark that stands further in', () => {
    const { snapshots } = read(
      '#',
      'sysname a',
      '#',
      'bgp 1',
      ' peer 192.0.2.1 as-number 2',
      ' #',
      ' ipv4-family unicast',
      '  peer 192.0.2.1 enable',
      ' #',
      ' ipv4-family vpn-instance M',
      '  peer 192.0.2.2 as-number 3',
      '#',
      'return',
    );
    expect(snapshots[0]!.routingPeers).toHaveLength(2);
  });

  it('are not ended by messages on the terminal', () => {
    const { snapshots } = read(
      '#',
      'sysname a',
      '#',
      'acl number 2000',
      'Oct 14 2026 10:00:00 a %%01SHELL/5/CMDRECORD(s)[0]:Recorded',
      ' rule 5 deny',
      '#',
      'return',
    );
    expect(snapshots[0]!.acls).toMatchObject([{ entries: [{ action: 'deny' }] }]);
  });

  it('end banners, which may hold anything', () => {
    const { snapshots } = read(
      '#',
      'sysname a',
      '#',
      'header login information "',
      'acl number 2000',
      ' rule 5 permit',
      'return"',
      '#',
      'stelnet server enable',
      '#',
      'return',
    );
    expect(snapshots).toMatchObject([{ acls: [], complete: true, services: [{ name: 'ssh' }] }]);
  });
});

describe('devices and snapshots', () => {
  it('are told apart by prompts, and a part never counts as the whole', () => {
    const sink = read(
      '<a>display current-configuration',
      '#',
      'sysname a',
      '#',
      'return',
      '<b>dis cur configuration aaa',
      '#',
      'aaa',
      ' local-user u privilege level 15',
      '#',
      'return',
    );
    expect(sink.snapshots).toMatchObject([
      { hostname: 'a', hasConfig: true, complete: true },
      { hostname: 'b', hasConfig: false, complete: false, users: [{ name: 'u' }] },
    ]);
  });

  it('do not take what is typed for what is configured', () => {
    const sink = read(
      '<a>display version',
      'VRP (R) software, Version 5.170 (AR610 V300R019C13SPC200)',
      '<a>system-view',
      '[a]telnet server enable',
      '[a-ui-vty0-4]protocol inbound all',
      '[~a]display users',
    );
    expect(sink.snapshots).toMatchObject([
      { version: { text: 'V300R019C13SPC200' }, services: [], lines: [] },
    ]);
  });

  it('are not whole when they were cut', () => {
    expect(read('#', 'sysname a', '#', 'aaa').snapshots).toMatchObject([
      { complete: false, hasConfig: true },
    ]);
  });
});

describe('times', () => {
  it.each([
    ['2026-09-16 23:02:11+05:30', Date.UTC(2026, 8, 16, 17, 32, 11), 'UTC'],
    ['2026/09/16 23:02:11 CST', Date.UTC(2026, 8, 16, 23, 2, 11), 'CST'],
  ])('reads %j', (text, local, zone) => expect(readTime(text)).toMatchObject({ local, zone }));
  it.each(['2026-13-01 00:00:00', '2026-02-30 00:00:00', 'never'])('takes %j for none', (text) =>
    expect(readTime(text)).toBeNull(),
  );
  it('reads uptimes', () => {
    expect(readUptime('1 week, 2 days, 3 hours, 4 minutes')).toBe(788_640);
    expect(readUptime('long')).toBeNull();
  });
});

describe('hostile text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '#',
      ' #',
      'return',
      'sysname a',
      'aaa',
      ' local-user a password cipher',
      'header login information "',
      '<a>display users',
      '[a]',
      '  ---- More ----',
      'bgp 1',
      ' peer',
      'acl number 2000',
      ' rule',
    ),
    fc.string({ maxLength: 60 }),
  );

  it('never throws and accounts for every byte', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const bytes = new TextEncoder().encode(lines.join('\r\n'));
        expect(readWith(huaweiVrpConfig, bytes, { chunk: 13 }).bytes()).toBe(bytes.length);
      }),
    );
  });

  it('that has lines too long to read does not count as whole', () => {
    const text = `#\nsysname a\n#\n${'x'.repeat(70_000)}\n#\nreturn\n`;
    expect(readWith(huaweiVrpConfig, text).snapshots).toMatchObject([
      { hostname: 'a', hasConfig: true, complete: false },
    ]);
  });

  it('is not taken for VRP when it is the text of others', () => {
    const of = (text: string): number => huaweiVrpConfig.recognise(headOf(new TextEncoder().encode(text)));
    expect(of('#\n version 7.1.070, Release 7585P05\n#\n sysname H3C\n#\nreturn\n')).toBe(0);
    expect(of('hostname r1\ninterface GigabitEthernet0/1\n')).toBe(0);
    expect(of('System description :\nHuawei Versatile Routing Platform Software\n')).toBeLessThan(0.3);
  });
});
