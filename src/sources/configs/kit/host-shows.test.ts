import { describe, expect, it } from 'vitest';
import { feed } from './fixture-show.ts';
import { HashLines } from './hash-lines.ts';
import { LinuxAccounts } from './linux-accounts.ts';
import { LinuxProcesses } from './linux-processes.ts';
import { endpoint, LinuxSockets } from './linux-sockets.ts';

describe('LinuxAccounts', () => {
  it('keeps accounts that may log in, and rules of sudo', () => {
    const { to, fates } = feed(
      new LinuxAccounts(),
      'root:x:0:0:root:/root:/bin/sh',
      'daemon:x:1:1::/:/usr/sbin/nologin',
      'cisco ALL=(ALL) NOPASSWD: ALL',
      '%wheel  ALL=(ALL)   ALL',
      '# a comment',
      'Defaults env_reset',
    );
    expect(to.draft.state!.users.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'root: host uid 0',
      'cisco: sudo ALL=(ALL) NOPASSWD ALL',
      '%wheel: sudo ALL=(ALL) ALL',
    ]);
    expect(fates).toEqual(['read', 'read', 'read', 'read', 'set-aside', 'set-aside']);
  });

  it('keeps hashes as secrets and never their text', () => {
    const { to } = feed(
      new LinuxAccounts(),
      'cisco:$6$salt$Hash:20377:0:99999:7:::',
      'bin:*:20377:0:99999:7:::',
    );
    expect(to.secrets.kept).toMatchObject([
      { use: 'user cisco', type: '$6$', strength: 'acceptable', length: 12 },
    ]);
    expect(JSON.stringify(to.draft)).not.toContain('Hash');
    expect(to.draft.state).toBeNull();
  });

  it('reports a line that is none', () => {
    expect(feed(new LinuxAccounts(), 'cat: /etc/shadow: Permission denied').fates).toEqual([
      'not-understood',
    ]);
  });
});

describe('endpoint', () => {
  it.each([
    ['0.0.0.0:22', { address: null, port: 22 }],
    [':::57722', { address: null, port: 57_722 }],
    ['[::]:830', { address: null, port: 830 }],
    ['*:161', { address: null, port: 161 }],
    ['127.0.0.1:9', { address: '127.0.0.1', port: 9 }],
    ['10.0.0.1:*', null],
    ['10.0.0.1:99999', null],
    ['nothing', null],
  ])('%s', (text, expected) => {
    expect(endpoint(text)).toEqual(expected);
  });
});

describe('LinuxSockets', () => {
  const NETSTAT = 'tcp        0      0 0.0.0.0:57722    0.0.0.0:*    LISTEN      4321/sshd';

  it('reads netstat and ss', () => {
    const { to, fates } = feed(
      new LinuxSockets('netstat -lnp'),
      'Proto Recv-Q Send-Q Local Address Foreign Address State PID/Program name',
      NETSTAT,
      'tcp        0      0 10.0.0.1:22    10.0.0.2:5555    ESTABLISHED 4322/sshd',
      'udp        0      0 0.0.0.0:161    0.0.0.0:*                    99/snmpd',
      'LISTEN 0 128 [::]:830 [::]:* users:(("netconf",pid=7,fd=3))',
      'bash: netstat: command not found',
    );
    expect(to.draft.state!.listeners.map((l) => `${l.protocol} ${l.port} ${l.process}`)).toEqual([
      'tcp 57722 sshd',
      'udp 161 snmpd',
      'tcp 830 netconf',
    ]);
    expect(fates.at(-1)).toBe('not-understood');
  });

  it.each([
    ['netstat -tlnp', undefined],
    ['ss -uln', undefined],
    ['netstat -tulnp', 'listeners'],
    ['netstat -an', 'listeners'],
    ['netstat -an | grep 22', undefined],
  ])('%s shows all sockets: %s', (command, view) => {
    expect(new LinuxSockets(command).view).toBe(view);
  });
});

describe('LinuxProcesses', () => {
  it('finds columns by their heading', () => {
    const { to, fates } = feed(
      new LinuxProcesses(),
      'UID   PID  PPID  C STIME TTY   TIME CMD',
      'root  4321  1  0 Oct16 ?  00:00:01 /usr/sbin/sshd -p 57722',
      'too short',
    );
    expect(to.draft.state!.processes).toMatchObject([
      { name: '/usr/sbin/sshd -p 57722', pid: 4321, user: 'root' },
    ]);
    expect(fates).toEqual(['read', 'read', 'not-understood']);
  });
});

describe('HashLines', () => {
  const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

  it.each([
    ['show md5 file /harddisk:/a.pcap', MD5, { file: '/harddisk:/a.pcap', algorithm: 'md5' }],
    ['sha256sum x', `${'ab'.repeat(32)}  /disk0:/x`, { file: '/disk0:/x', algorithm: 'sha256' }],
  ])('%s', (command, line, expected) => {
    const { to } = feed(new HashLines(command), line);
    expect(to.draft.state!.images).toMatchObject([{ ...expected, result: 'unknown' }]);
  });

  it('hands hashes that files are known by to the files', () => {
    expect(feed(new HashLines('md5sum a'), MD5).to.files).toMatchObject([
      { path: 'a', md5: MD5, sha512: null },
    ]);
  });
});
