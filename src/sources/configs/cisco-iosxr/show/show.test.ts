import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { type RecordingSink, readWith } from '../../../kit/recording-sink.ts';
import { feed } from '../../kit/fixture-show.ts';
import { ciscoIosxrConfig } from '../source.ts';
import { sectionOf, shellSection, sniff } from './command.ts';
import { MirrorsShow } from './mirrors.ts';
import { ACLS, CommitsShow, NTP, servers, sockets, table } from './tables.ts';

const read = (...lines: string[]): RecordingSink => readWith(ciscoIosxrConfig, `${lines.join('\n')}\n`);
const facts = (...lines: string[]): DeviceFacts => read(...lines).snapshots[0]!;

describe('commands', () => {
  it.each([
    ['sh run', 'running'],
    ['show running-config router bgp', 'partial'],
    ['show running-config | include ssh', 'partial'],
    ['admin show running-config', 'partial'],
    ['show configuration running-config', 'running'],
    ['show configuration', 'other'],
    ['show configuration commit list', 'commits'],
    ['admin show inventory', 'inventory'],
    ['sh ver brief', 'version'],
    ['show tcp brief', 'tcp'],
    ['show processes cpu', 'processes'],
    ['show md5 file /disk0:/x', 'hashes'],
    ['dir harddisk:', 'files'],
    ['terminal length 0', 'session'],
    ['bash', 'session'],
    ['run cat /etc/sudoers', 'accounts'],
    ['bash -c "netstat -an"', 'sockets'],
    ['show bgp', 'other'],
    ['ping 192.0.2.1', 'other'],
    ['', 'other'],
  ])('%j prints %s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });

  it.each([
    ['cat /etc/passwd', 'accounts'],
    ['sudo ss -tuln', 'sockets'],
    ['ps -ef', 'host-processes'],
    ['sha256sum /disk0:/x', 'hashes'],
    ['docker ps', 'docker'],
    ['exit', 'session'],
    ['passwd cisco', 'other'],
  ])('%j of the shell prints %s', (command, kind) => {
    expect(shellSection(command)).toBe(kind);
  });

  it.each([
    ['!! IOS XR Configuration 7.5.2', 'running'],
    ['Cisco IOS XR Software, Version 7.3.2', 'version'],
    [' Name: Rack 0                Descr: X', 'inventory'],
    ['Label : 7.3.2', 'install'],
    ['router bgp 1', null],
  ])('%j opens %s', (text, kind) => {
    expect(sniff(text)).toBe(kind);
  });
});

describe('show version', () => {
  it.each([
    [['cisco NCS-5500 () processor', 'System uptime is 1 week'], 'NCS-5500', null, 604_800],
    [['cisco CRS-8/S (7457) processor with 4194304K bytes', 'r1 uptime is 1 day'], 'CRS-8/S', 'r1', 86_400],
    [
      ['cisco ASR9K Series (Intel 686) processor', 'ASR 9912 10 Line Card Slot Chassis'],
      'ASR 9912',
      null,
      null,
    ],
    [
      ['cisco 8000 (Intel(R) CPU)', 'cisco 8202-32FH-M (Intel(R) CPU) processor with 64GB'],
      '8202-32FH-M',
      null,
      null,
    ],
  ])('%j', (lines, model, hostname, uptimeSeconds) => {
    const said = facts('Cisco IOS XR Software, Version 6.1.4[Default]', ...lines);
    expect(said).toMatchObject({
      version: { text: '6.1.4' },
      model,
      hostname,
      uptimeSeconds,
      platform: 'ios-xr',
    });
  });
});

describe('show inventory', () => {
  it('names the device by its chassis only', () => {
    expect(
      facts(
        'RP/0/RP0/CPU0:r1#show inventory',
        'NAME: "0/RP0/CPU0", DESCR: "Route Processor"',
        'PID: CARD, VID: V01, SN: FOC2026CARD',
        'NAME: "Rack 0", DESCR: "Chassis"',
        'PID: ASR-9010-AC, VID: V01, SN: FOX2026SYN1',
      ),
    ).toMatchObject({ model: 'ASR-9010-AC', serials: ['FOX2026SYN1'] });
  });
});

describe('show configuration commit list', () => {
  it('tells who changed last, whatever the order', () => {
    const { to, fates } = feed(
      new CommitsShow(),
      'SNo. Label/ID  User  Line  Client  Time Stamp',
      '2    1000000076   old    vty0:node0_RP0_CPU0 CLI   Fri Oct 16 03:12:44 2026',
      '1    1000000077   new    vty1:node0_RP0_CPU0 CLI   Mon Oct 19 02:11:05 2026',
      '0    1000000075   older  con0_RP0_CPU0   Rollback   Thu Oct 15 02:11:05 2026',
      'No such commit',
    );
    expect(to.draft.changedBy).toBe('new');
    expect(to.changed!.local).toBe(Date.UTC(2026, 9, 19, 2, 11, 5));
    expect(fates.at(-1)).toBe('not-understood');
  });
});

describe('tables', () => {
  it('listeners of TCP and UDP', () => {
    const tcp = feed(
      table(sockets('tcp')),
      'PCB VRF-ID',
      '0x1 0x6 0 0 :::22 :::0 LISTEN',
      '0x2 0x6 0 0 192.0.2.1:22 192.0.2.2:9 ESTAB',
    );
    const udp = feed(table(sockets('udp')), '0x1 0x6 0 0 0.0.0.0:161 0.0.0.0:0', 'junk');
    expect(tcp.to.draft.state!.listeners).toMatchObject([{ protocol: 'tcp', port: 22, address: null }]);
    expect(udp.to.draft.state!.listeners).toMatchObject([{ protocol: 'udp', port: 161 }]);
    expect(udp.fates).toEqual(['read', 'not-understood']);
  });

  it('entries of lists are counted', () => {
    const { to } = feed(
      table(ACLS),
      'ipv4 access-list A',
      ' 10 permit ipv4 any any (5 matches)',
      ' 20 deny ipv4 any any',
      'ipv6 access-list B',
    );
    expect(to.draft.state!.acls.map(({ name, entries }) => `${name} ${entries}`)).toEqual(['A 2', 'B 0']);
  });

  it('time servers and AAA servers', () => {
    const ntp = feed(
      table(NTP),
      'address ref clock',
      '*~192.0.2.1  .GPS. 1 10 64 377 1 2 3',
      ' ~192.0.2.2 .INIT. 16 - 64 0 0 0 0',
    );
    expect(ntp.to.draft.state!.ntpPeers.map(({ synchronised }) => synchronised)).toEqual([true, false]);
    const aaa = feed(
      table(servers('tacacs+')),
      'For IPv4 IP addresses:',
      'Server: 192.0.2.5/49 opens=1 closes=1 aborts=0 errors=0',
    );
    expect(aaa.to.draft.state!.aaaServers).toMatchObject([
      { protocol: 'tacacs+', address: '192.0.2.5', port: 49 },
    ]);
  });

  it('mirror sessions with what feeds them', () => {
    const { to, fates } = feed(
      new MirrorsShow(),
      'Monitor-session T (Ethernet)',
      'Destination interface TenGigE0/0/0/9',
      '======',
      'TenGigE0/0/0/1 (port)  Both  Operational',
      'TenGigE0/0/0/2 Rx  Not operational (destination not active)',
      'what',
    );
    expect(to.draft.state!.mirrors).toMatchObject([
      {
        name: 'T',
        type: 'Ethernet',
        destination: 'TenGigE0/0/0/9',
        source: 'TenGigE0/0/0/1, TenGigE0/0/0/2',
        up: true,
      },
    ]);
    expect(fates.at(-1)).toBe('not-understood');
  });
});

describe('captures', () => {
  it('belong to the device of the prompt, and so does the shell below it', () => {
    const [one, two] = read(
      'RP/0/RP0/CPU0:r1#run',
      '[r1:~]$ cat /etc/sudoers',
      'cisco ALL=(ALL) ALL',
      '[r1:~]$ exit',
      'RP/0/RP0/CPU0:r1#sh ver',
      'Cisco IOS XR Software, Version 7.3.2',
      'RP/0/RP0/CPU0:r2#sh ver',
      'Cisco IOS XR Software, Version 7.3.3',
    ).snapshots;
    expect(one).toMatchObject({ hostname: 'r1', state: { users: [{ name: 'cisco' }] } });
    expect(two).toMatchObject({ hostname: 'r2', version: { text: '7.3.3' } });
  });

  it('do not take the absence of a thing from output that was not understood', () => {
    const shown = (line: string): unknown =>
      facts('RP/0/RP0/CPU0:r1#sh ver', 'RP/0/RP0/CPU0:r1#show users', 'Line User Service Conns', line).state
        ?.shown;
    expect(shown('vty0 a ssh 0 00:00:00 192.0.2.1')).toEqual(['sessions']);
    expect(shown('% Incomplete command')).toEqual([]);
  });
});
