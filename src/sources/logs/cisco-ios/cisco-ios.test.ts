import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { syslogSource } from '../kit/syslog-source.ts';
import { ciscoIos } from './dialect.ts';

const source = syslogSource([ciscoIos]);
const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const one = (body: string): ReturnType<typeof readWith> =>
  readWith(source, `Oct 15 00:01:02 pe-chi-02 7: Oct 15 2026 00:01:01 UTC: %${body}\n`);

describe('direct.log', () => {
  const sink = readWith(source, sample('direct.log'));

  it('tells of logins, failures and logouts', () => {
    const told = sink
      .of('login')
      .map(({ account, from, outcome, service }) => [account, from, outcome, service]);
    expect(told).toEqual([
      ['neteng1', '10.20.0.5', 'success', 'ssh'],
      ['admin', '198.51.100.77', 'failure', 'telnet'],
      ['neteng1', '10.20.0.5', 'success', 'ssh'],
      ['neteng1', '10.20.0.5', 'logout', 'ssh'],
      ['neteng1', '10.20.0.5', 'logout', null],
    ]);
  });

  it('tells of commands, without the secret in them', () => {
    const commands = sink.of('command');
    expect(commands.map((c) => [c.account, c.command, c.via])).toEqual([
      ['neteng1', 'username backup2 privilege 15 secret 9 [secret]', 'log'],
      ['neteng1', 'copy running-config tftp://203.0.113.9/pe-chi-02.cfg', 'log'],
    ]);
    expect(JSON.stringify(sink.records)).not.toContain('exampleexample');
  });

  it('keeps every message as a log record with its exact time and place', () => {
    const logs = sink.of('log');
    expect(logs.map((log) => log.mnemonic)).toContain('BUFCAP-6-ENABLE');
    expect(logs).toHaveLength(9);
    expect(logs[0]).toMatchObject({
      origin: 'name:pe-chi-02',
      at: Date.UTC(2026, 9, 15, 0, 1, 1, 123),
      timeQuality: 'exact',
      message: 'Configured from console by neteng1 on vty0 (10.20.0.5)',
      ref: { line: 1, lineEnd: 1, byte: 0 },
    });
  });

  it('reports the message counter, not the second number, so that a gap means loss', () => {
    expect(sink.sequences.map((s) => s.number)).toEqual([
      4211, 4212, 4213, 4214, 4215, 4216, 4217, 4218, 4219,
    ]);
  });
});

describe('relayed.log', () => {
  const sink = readWith(source, sample('relayed.log'));

  it('names the device, not the relay', () => {
    expect(sink.of('log').map((log) => log.origin)).toEqual([
      'addr:10.255.1.2',
      'name:pe-chi-02',
      'name:pe-nyc-01',
      'addr:10.255.1.4',
      'addr:10.255.1.2',
      'name:pe-dal-01',
    ]);
  });

  it('ties the sender address to the origin id', () => {
    expect(sink.ties.map((tie) => tie.origins)).toEqual([['addr:10.255.1.3', 'name:pe-nyc-01']]);
  });

  it('reads local accounting with its privilege', () => {
    expect(sink.of('command')).toMatchObject([
      { command: 'show running-config', privilege: 15, account: 'neteng1' },
    ]);
  });
});

describe('xr-nexus-eos.log', () => {
  const sink = readWith(source, sample('xr-nexus-eos.log'));

  it('reads the logins of IOS XR and EOS', () => {
    const told = sink.of('login').map((l) => [l.account, l.from, l.outcome, l.service, l.terminal]);
    expect(told).toEqual([
      ['rancid', '10.20.0.9', 'success', 'ssh', 'vty0'],
      ['rancid', '10.20.0.9', 'logout', 'ssh', 'vty0'],
      ['root', '198.51.100.7', 'failure', null, 'vty1'],
      ['rancid', null, 'success', 'shell', 'vty0'],
      ['neteng1', '10.20.0.9', 'success', 'ssh', null],
    ]);
  });

  it('reads the commands of NX-OS and EOS', () => {
    expect(sink.of('command').map((c) => [c.command, c.from, c.task])).toEqual([
      ['configure terminal ; no logging server 10.30.0.1', '10.20.0.9', null],
      ['run guestshell', null, null],
      ['show version', '10.20.0.9', '5'],
    ]);
  });
});

describe('single messages', () => {
  it.each([
    [
      "DMI-5-AUTH_PASSED: R0/0: dmiauthd: User 'a' authenticated successfully from 192.0.2.4:38066  for netconf over ssh. External groups: PRIV15",
      'netconf',
    ],
    [
      "WEBSERVER-5-LOGIN_PASSED: R0/0: nginx: Login Successful from host 192.0.2.4 by user 'a' using crypto cipher 'X'",
      'http',
    ],
    [
      'SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: a] [Source: 192.0.2.4] [localport: 22] at 00:01:09 UTC',
      'ssh',
    ],
  ])('%s', (body, service) => {
    expect(one(body).of('login')).toMatchObject([
      { account: 'a', from: '192.0.2.4', outcome: 'success', service },
    ]);
  });

  it('does not let an account name pass for an address', () => {
    const sink = one(
      'SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: x] [Source: 192.0.2.9] [localport: 22]] [Source: 198.51.100.1] [localport: 22] [Reason: x]',
    );
    expect(sink.of('login')[0]?.from).toBe('198.51.100.1');
  });

  it('counts a session that closes before anybody logged in as no logout', () => {
    expect(
      one(
        "SSH-5-SSH_CLOSE: SSH Session from 192.0.2.4 (tty = 0) for user '' using crypto cipher '' closed",
      ).of('login'),
    ).toEqual([]);
  });

  it('keeps a message of a known mnemonic whose text is new as a log record alone', () => {
    const sink = one('SEC_LOGIN-5-LOGIN_SUCCESS: welcome');
    expect([sink.of('login').length, sink.of('log').length]).toEqual([0, 1]);
  });
});
