import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { syslogSource } from '../kit/syslog-source.ts';
import { linux } from './dialect.ts';
import { consoleLogin, suLogin } from './local.ts';
import { sshdLogin } from './sshd.ts';
import { sudoLine } from './sudo.ts';

const source = syslogSource([linux]);
const sample = (name: string): ReturnType<typeof readWith> =>
  readWith(source, readFileSync(join(import.meta.dirname, 'samples', name)));

describe('auth.log', () => {
  const sink = sample('auth.log');

  it('tells of logins by sshd, su and a refused sudo', () => {
    expect(sink.of('login').map((l) => [l.account, l.from, l.outcome, l.service, l.via])).toEqual([
      ['neteng1', '10.20.0.5', 'success', 'ssh', 'sshd'],
      ['oracle', '198.51.100.77', 'failure', 'ssh', 'sshd'],
      ['intern', null, 'failure', 'sudo', 'log'],
      ['root', null, 'success', 'su', 'log'],
      ['neteng1', '10.20.0.5', 'logout', 'ssh', 'sshd'],
    ]);
  });

  it('tells of the command that sudo ran, and of no refused one', () => {
    expect(sink.of('command').map((c) => [c.account, c.command, c.terminal])).toEqual([
      ['neteng1', '/usr/sbin/tcpdump -i eth0 port 49 -w /tmp/t.pcap', 'pts/0'],
    ]);
  });

  it('keeps a new user as a message of useradd', () => {
    const log = sink.of('log').find((l) => l.mnemonic === 'useradd');
    expect(log).toMatchObject({ origin: 'name:jump-01', timeQuality: 'year-assumed' });
    expect(log?.message).toContain('UID=0');
  });
});

describe('other layouts', () => {
  it('reads ISO stamps with their zone, and sshd-session as sshd', () => {
    const sink = sample('rsyslog-file-format.log');
    expect(sink.of('login')).toMatchObject([
      { account: 'root', from: '203.0.113.7', outcome: 'success', timeQuality: 'exact' },
      { account: 'root from 198.51.100.9', from: '203.0.113.7', outcome: 'failure' },
      { account: 'root', service: 'su', outcome: 'failure', terminal: 'pts/2' },
    ]);
    expect(sink.of('login')[0]?.at).toBe(sink.of('login')[1]?.at);
  });

  it('reads RFC 5424', () => {
    const sink = sample('rfc5424.log');
    expect(sink.of('login')).toMatchObject([{ origin: 'name:nms-01', account: 'rancid', from: '10.30.0.9' }]);
    expect(sink.of('command')).toMatchObject([
      { command: '/usr/bin/systemctl stop rsyslog', terminal: null },
    ]);
    expect(sink.of('log').map((l) => l.mnemonic)).toEqual(['sshd', 'sudo', 'CRON']);
  });
});

describe('single lines', () => {
  it.each([
    [
      'Accepted keyboard-interactive/pam for jdoe from 2001:db8::7 port 5 ssh2',
      ['jdoe', '2001:db8::7', 'success'],
    ],
    [
      '[ID 800047 auth.notice] Failed none for root from 192.0.2.1 port 3 ssh2',
      ['root', '192.0.2.1', 'failure'],
    ],
    [
      'authentication failure; logname= uid=0 euid=0 tty=NODEVssh ruser= rhost=192.0.2.1  user=root',
      ['root', '192.0.2.1', 'failure'],
    ],
  ])('sshd: %s', (text, [account, from, outcome]) => {
    expect(sshdLogin(text)).toMatchObject({ account, from, outcome });
  });

  it.each([
    'Connection from 127.0.0.1 port 58752 on 127.0.0.1 port 22',
    'Postponed publickey for star from 127.0.0.1 port 44690 ssh2 [preauth]',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 rhost=192.0.2.1',
    'Accepted key RSA SHA256:x found at /root/.ssh/authorized_keys:2',
  ])('sshd says nothing of a login: %s', (text) => {
    expect(sshdLogin(text)).toBeNull();
  });

  it('lets no command pass for the end of the fields of sudo', () => {
    const line = sudoLine(
      'jdoe : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/echo ; USER=x ; COMMAND=/bin/true',
    );
    expect(line).toMatchObject({ ran: { command: '/bin/echo ; USER=x ; COMMAND=/bin/true' } });
    expect(sudoLine('jdoe : TTY=pts/2 ; PWD=/ ; USER=root ; TSID=01 ; COMMAND=/bin/bash')).toMatchObject({
      ran: { command: '/bin/bash' },
    });
    expect(sudoLine('pam_unix(sudo:session): session opened for user root')).toBeNull();
  });

  it('reads su and login of several systems', () => {
    expect(suLogin('jdoe to root on /dev/ttyp1')).toMatchObject({
      account: 'root',
      outcome: 'success',
      terminal: 'ttyp1',
    });
    expect(suLogin('BAD SU jdoe to root on /dev/ttyp0')).toMatchObject({ outcome: 'failure' });
    expect(suLogin('pam_unix(su:session): session closed for user root')).toBeNull();
    expect(consoleLogin('ROOT LOGIN ON tty2')).toMatchObject({ account: 'root', terminal: 'tty2' });
    expect(consoleLogin("FAILED LOGIN (1) on '/dev/tty1' FOR 'jdoe', Authentication failure")).toMatchObject({
      account: 'jdoe',
      outcome: 'failure',
    });
    expect(consoleLogin('LOGIN ON tty1 BY jdoe')).toMatchObject({ account: 'jdoe', outcome: 'success' });
  });
});
