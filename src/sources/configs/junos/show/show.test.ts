import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import type { RecordingSink } from '../../../kit/recording-sink.ts';
import { sinkOf } from '../reading.ts';

const asked = (command: string, ...lines: string[]): RecordingSink => sinkOf(`a@r1> ${command}`, ...lines);

function facts(command: string, ...lines: string[]): DeviceFacts {
  // A configuration behind it makes a snapshot of whatever the output gave.
  const [found] = asked(
    command,
    ...lines,
    'a@r1> show configuration system | display set',
    'set system host-name r1',
  ).snapshots;
  if (!found) throw new Error('no facts');
  return found;
}

describe('show version', () => {
  it.each([
    [
      ['Hostname: r1', 'Model: mx240', 'Junos: 13.3R1.4', 'JUNOS Base OS boot [13.3R1.4]'],
      'mx240',
      '13.3R1.4',
    ],
    [
      ['Hostname: r1', 'Model: ex4550-32f', 'JUNOS EX  Software Suite [13.2X51-D35.3]'],
      'ex4550-32f',
      '13.2X51-D35.3',
    ],
    [
      ['fpc0:', '-----------', 'Hostname: r1', 'Model: qfx', 'Junos: 21.4R3', '', 'fpc1:', 'Junos: 20.1R1'],
      'qfx',
      '21.4R3',
    ],
    [
      ['Model: nfx', 'JUNOS OS libs [20220419.9889e6f_builder]', 'JUNOS Openconfig [21.1X3.3]'],
      'nfx',
      '21.1X3.3',
    ],
  ])('%j', (lines, model, version) => {
    expect(facts('show version', ...lines)).toMatchObject({ model, version: { text: version } });
  });
});

describe('show chassis hardware', () => {
  it('names the chassis and nothing else', () => {
    const found = facts(
      'show chassis hardware | no-more',
      'Hardware inventory:',
      'Item             Version  Part number  Serial number     Description',
      'Chassis                                JN1234567AFA      MX240',
      'Midplane         REV 07   760-021404   TR1234            MX240 Backplane',
    );
    expect(found).toMatchObject({ model: 'MX240', serials: ['JN1234567AFA'] });
  });
});

describe('show system uptime', () => {
  it('dates the snapshot, and tells who changed the configuration last', () => {
    const found = facts(
      'show system uptime',
      'Current time: 2026-10-21 10:00:00 UTC',
      'System booted: 2026-10-21 09:00:00 UTC (01:00 ago)',
      'Last configured: 2026-10-16 03:12:44 UTC (5d 06:47 ago) by n.unknown',
    );
    expect(found).toMatchObject({
      takenAt: Date.UTC(2026, 9, 21, 10),
      takenQuality: 'exact',
      uptimeSeconds: 3600,
      changedAt: Date.UTC(2026, 9, 16, 3, 12, 44),
      changedBy: 'n.unknown',
    });
  });

  it.each(['2026-13-01 00:00:00 UTC', '2026-02-30 00:00:00 UTC', '2026-01-01 25:00:00 UTC', 'yesterday'])(
    'takes %s for no time',
    (time) => {
      expect(facts('show system uptime', `Current time: ${time}`).takenAt).toBeNull();
    },
  );
});

describe('show system users', () => {
  it('gives who is logged in from where', () => {
    const { state } = facts(
      'show system users',
      '10:00AM  up 20 days, 2 users, load averages: 0.10, 0.12, 0.09',
      'USER     TTY      FROM                              LOGIN@  IDLE WHAT',
      'a        pts/0    2001:db8::7                       9:58AM      - -cli (cli)',
      'root     u0       -                                 9:00AM     5: -sh',
    );
    expect(state?.sessions.map((s) => [s.account, s.from, s.terminal])).toEqual([
      ['a', '2001:db8::7', 'pts/0'],
      ['root', null, 'u0'],
    ]);
    expect(state?.shown).toEqual(['sessions']);
  });

  it('says nothing of absence when a line is not understood', () => {
    expect(facts('show system users', 'something else entirely').state).toBeNull();
  });
});

describe('show system processes', () => {
  it.each([
    [
      [
        '  PID USERNAME  THR PRI NICE   SIZE    RES STATE   C   TIME    WCPU COMMAND',
        ' 7071 root        1  20    0   812M   120M kqread  2  90:12   0.10% rpd',
      ],
      'rpd',
      'root',
    ],
    [
      ['  PID  TT  STAT      TIME COMMAND', '  812  ??  Ss     0:01.22 /usr/sbin/mgd -N'],
      '/usr/sbin/mgd -N',
      null,
    ],
    [
      [
        '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
        '   9001 root      20   0  999    1    1 S   0.0   0.0   0:00.01 evo-x',
      ],
      'evo-x',
      'root',
    ],
  ])('%j', (lines, name, user) => {
    const { state } = facts('show system processes extensive', ...lines);
    expect(state?.processes).toMatchObject([{ name, user }]);
    expect(state?.shown).toEqual(['processes']);
  });
});

describe('show system connections', () => {
  it('gives the sockets that wait, in both systems', () => {
    const { state } = facts(
      'show system connections',
      'Active Internet connections (including servers)',
      'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)',
      'tcp4       0      0  *.22522                *.*                    LISTEN',
      'tcp4       0      0  10.0.0.1.22            10.0.0.2.5000          ESTABLISHED',
      'tcp6       0      0  *.telnet               *.*                    LISTEN',
      'udp6       0      0  fe80::1%em0.123        *.*',
      'tcp        0      0 0.0.0.0:830             0.0.0.0:*               LISTEN      1234/sshd',
      'Active UNIX domain sockets',
      'c77a5000 stream      0      0        0 c77a5100        0        0',
    );
    expect(state?.listeners.map((l) => [l.protocol, l.address, l.port, l.process])).toEqual([
      ['tcp', null, 22522, null],
      ['tcp', null, 23, null],
      ['udp', 'fe80::1', 123, null],
      ['tcp', null, 830, 'sshd'],
    ]);
    expect(state?.shown).toEqual(['listeners']);
  });

  it('says nothing of absence when a port has a name that is not known', () => {
    const { state } = facts('show system connections', 'tcp4  0  0  *.strange  *.*  LISTEN');
    expect(state?.shown ?? []).toEqual([]);
  });
});

describe('show interfaces terse', () => {
  const lines = [
    'Interface               Admin Link Proto    Local                 Remote',
    'ge-0/0/0                up    down',
    'gr-0/0/0.7              up    up   inet     10.9.7.1/30',
    'st0.1                   down  up',
    '                                   mpls',
  ];
  it('gives the tunnels that are up', () => {
    const { state } = facts('show interfaces terse', ...lines);
    expect(state?.tunnels.map((t) => [t.name, t.up])).toEqual([
      ['gr-0/0/0.7', true],
      ['st0.1', false],
    ]);
    expect(state?.shown).toEqual(['tunnels']);
  });

  it('of some interfaces says nothing of the others', () => {
    expect(facts('show interfaces terse ge-*', ...lines).state?.shown).toEqual([]);
  });
});

describe('security associations', () => {
  it('give the far end of each tunnel once', () => {
    const { state } = facts(
      'show security ipsec security-associations',
      '  Total active tunnels: 1     Total Ipsec sas: 1',
      '  ID    Algorithm       SPI      Life:sec/kb  Mon lsys Port  Gateway',
      '  <131073 ESP:aes-cbc-256/sha256 1a2b3c4d 3529/ unlim - root 500 203.0.113.9',
      '  >131073 ESP:aes-cbc-256/sha256 5e6f7a8b 3529/ unlim - root 500 203.0.113.9',
    );
    expect(state?.tunnels).toMatchObject([{ name: 'ipsec 131073', destination: '203.0.113.9', up: true }]);
  });

  it('of IKE tell whether they are up', () => {
    const { state } = facts(
      'show security ike sa',
      'Index   State  Initiator cookie  Responder cookie  Mode           Remote Address',
      '7654321 DOWN   a1b2c3d4e5f60708  b1b2c3d4e5f60708  IKEv2          203.0.113.8',
    );
    expect(state?.tunnels).toMatchObject([{ name: 'ike 7654321', destination: '203.0.113.8', up: false }]);
  });
});

describe('files', () => {
  it('of checksums and listings become records', () => {
    const hash = 'a'.repeat(64);
    const { records, snapshots } = sinkOf(
      'a@r1> file checksum sha-256 /var/tmp/x',
      `SHA256 (/var/tmp/x) = ${hash}`,
      'a@r1> file list /var/tmp detail',
      '/var/tmp/:',
      'total blocks: 4',
      '-rwxr-xr-x  1 root  wheel  12288 Oct 16 03:10 x',
    );
    expect(records).toMatchObject([
      { kind: 'file', path: '/var/tmp/x', sha256: hash, size: null },
      { kind: 'file', path: '/var/tmp/x', size: 12288 },
    ]);
    expect(snapshots).toMatchObject([{ hasConfig: false, state: { images: [{ result: 'unknown', hash }] } }]);
  });

  it('with signatures become checks of images', () => {
    const { state } = facts(
      'request system software validate /var/tmp/j.tgz',
      'Verified junos-install-mx signed by PackageProductionECP256_2023 method ECDSA256+SHA256',
      'veriexec: fingerprint mismatch for file /packages/mnt/x',
      'Checking compatibility with configuration',
    );
    expect(state?.images.map((i) => [i.result, i.signer])).toEqual([
      ['verified', 'PackageProductionECP256_2023'],
      ['failed', null],
    ]);
  });
});

describe('show ntp associations', () => {
  it('tells with whom the clock agrees', () => {
    const { state } = facts(
      'show ntp associations',
      '     remote           refid      st t when poll reach   delay   offset  jitter',
      '===============================',
      '*192.0.2.1       .GPS.            1 u   35   64  377    0.412    0.021   0.004',
      ' 192.0.2.2       .INIT.          16 -    - 1024    0    0.000    0.000 4000.00',
    );
    expect(state?.ntpPeers.map((p) => [p.address, p.synchronised])).toEqual([
      ['192.0.2.1', true],
      ['192.0.2.2', false],
    ]);
  });
});

describe('show system commit', () => {
  it('tells the last change', () => {
    expect(
      facts(
        'show system commit',
        '0   2026-10-16 03:12:44 UTC by n.unknown via cli',
        '    urgent',
        '1   2026-10-02 11:00:00 UTC by b via netconf',
      ),
    ).toMatchObject({ changedAt: Date.UTC(2026, 9, 16, 3, 12, 44), changedBy: 'n.unknown' });
  });
});
