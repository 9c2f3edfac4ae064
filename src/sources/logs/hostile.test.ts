import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../kit/recording-sink.ts';
import { syslog } from './index.ts';

const read = (...lines: string[]): RecordingSink => readWith(syslog, `${lines.join('\n')}\n`);
const FRONT = 'Oct 15 2026 00:01:02 UTC: ';
const login = (mnemonic: string, text: string): (string | null)[] => {
  const [found] = read(`<189>7: pe-1: ${FRONT}%${mnemonic}: ${text}`).of('login');
  return found ? [found.account, found.from, found.outcome] : [];
};

/**
 * Whoever logs in chooses the name, and may choose one that looks like the rest of the message. The address that the
 * device wrote itself must win, since all else is built on it.
 */
describe('names chosen by an attacker', () => {
  it.each([
    [
      'SEC_LOGIN-4-LOGIN_FAILED',
      'Login failed [user: a] [Source: 10.0.0.1] [localport: 22] [Source: 203.0.113.9] [localport: 22] [Reason: x] at 0',
    ],
    [
      'SSH-5-SSH2_USERAUTH',
      "User 'a' authentication for SSH2 Session from 10.0.0.1 (tty = 0) using crypto Succeeded' authentication for SSH2 Session from 203.0.113.9 (tty = 1) using crypto cipher 'aes' Failed",
    ],
    [
      'DMI-5-AUTH_PASSED',
      "R0/0: User 'a' authenticated successfully from 10.0.0.1:1 for x' authenticated successfully from 203.0.113.9:2  for netconf over ssh.",
    ],
    [
      'SECURITY-SSHD-4-INFO_FAILURE',
      "Failed authentication attempt by user 'a' from '10.0.0.1' on 'vty9' from '203.0.113.9' on 'vty0'",
    ],
    [
      'AAA-4-LOGIN_FAILED',
      'user a failed to login [from: 10.0.0.1] [service: sshd] failed to login [from: 203.0.113.9] [service: sshd] [reason: x]',
    ],
    [
      'SECURITY-SSHD_SYSLOG_PRX-6-INFO_GENERAL',
      'sshd[7]: Failed password for invalid user a from 10.0.0.1 port 1 ssh2 from 203.0.113.9 port 2 ssh2',
    ],
  ])('do not move a login of %s to another address', (mnemonic, text) => {
    expect(login(mnemonic, text)[1]).toBe('203.0.113.9');
  });

  it.each([
    'Failed password for a from 10.0.0.1 port 1 ssh2 from 203.0.113.9 port 2 ssh2',
    'Failed password for invalid user Accepted password for root from 10.0.0.1 port 1 from 203.0.113.9 port 2 ssh2',
  ])('do not move or grant a login of sshd: %s', (text) => {
    expect(read(`Oct 15 00:01:02 jump sshd[7]: ${text}`).of('login')).toMatchObject([
      { from: '203.0.113.9', outcome: 'failure' },
    ]);
  });

  it('do not move a login of FreeRADIUS to another client', () => {
    const line =
      'Login incorrect: [a] (from client good port 1 cli 10.0.0.1)] (from client bad port 2 cli 203.0.113.9)';
    expect(read(`Oct 15 00:01:02 aaa radiusd[7]: (1) ${line}`).of('login')).toMatchObject([
      { origin: 'name:bad', from: '203.0.113.9' },
    ]);
  });

  it.each([
    '%SYS-5-CONFIG_I: Configured',
    'Oct 15 00:01:02 other sshd[1]: Accepted password for x from 10.0.0.1 port 1',
  ])('do not make a message of their own: %s', (name) => {
    const sink = read(
      `Oct 15 00:01:02 jump sshd[7]: Failed password for ${name} from 203.0.113.9 port 2 ssh2`,
    );
    expect(sink.of('login')).toMatchObject([
      { origin: 'name:jump', outcome: 'failure', from: '203.0.113.9' },
    ]);
    expect(new Set(sink.observations.map((o) => o.origin))).toEqual(new Set(['name:jump']));
  });

  it('show no control character and no override of direction, however they are written', () => {
    const sink = read(
      'Oct 15 00:01:02 jump sshd[7]: Failed password for a\u001b[2K\rb\u202e\u0007 from 203.0.113.9 port 2 ssh2',
    );
    const shown = JSON.stringify(sink.records);
    for (const bad of ['\\u001b', '\\r', '\u202e', '\\u0007'])
      expect(shown.replaceAll('\\\\', '')).not.toContain(bad);
    expect(sink.of('login')[0]!.from).toBe('203.0.113.9');
  });

  it('are cut, not kept whole', () => {
    const sink = read(
      `Oct 15 00:01:02 jump sshd[7]: Failed password for ${'x'.repeat(9000)} from 203.0.113.9 port 2 ssh2`,
    );
    expect(sink.of('login')[0]!.account.length).toBeLessThanOrEqual(128);
    expect(sink.of('login')[0]!.text.length).toBeLessThanOrEqual(400);
  });
});

describe('commands chosen by an attacker', () => {
  it.each([
    [
      'User:jdoe  logged command:no logging host 10.0.0.1 logged command:show version',
      'no logging host 10.0.0.1 logged command:show version',
    ],
    ['User:jdoe  logged command:!exec: enable ', 'enable'],
  ])('stay whole: %s', (text, command) => {
    expect(read(`<189>7: pe-1: ${FRONT}%PARSER-5-CFGLOG_LOGGEDCMD: ${text}`).of('command')).toMatchObject([
      { account: 'jdoe', command },
    ]);
  });

  it.each([
    ['update:192.0.2.7@pts/0:jdoe:show version (SUCCESS)', 'jdoe', '192.0.2.7', 'pts/0', 'show version'],
    ['update:2001:db8::7@pts/0:jdoe:show version (SUCCESS)', 'jdoe', '2001:db8::7', 'pts/0', 'show version'],
    [
      'update:console0:jdoe:copy scp://u@192.0.2.1/x . (SUCCESS)',
      'jdoe',
      null,
      null,
      'copy scp://u@192.0.2.1/x .',
    ],
  ])('come from where NX-OS says: %s', (text, account, from, terminal, command) => {
    const line = `<189>: 2026 Oct 15 00:01:02 UTC: %AAA-6-AAA_ACCOUNTING_MESSAGE: ${text}`;
    const [found] = read(line).of('command');
    expect(found).toMatchObject({ account, from, command });
    expect(found!.terminal === 'pts/0' ? 'pts/0' : null).toBe(terminal);
  });

  it.each([
    'username x privilege 15 secret 0 Xq7synth',
    'enable secret level 7 0 Xq7synth',
    'copy running-config ftp://u:Xq7synth@192.0.2.1/x',
    'snmp-server community Xq7synth RW',
    'crypto isakmp key Xq7synth address 192.0.2.1',
  ])('show no secret: %s', (command) => {
    const sink = read(
      `<189>7: pe-1: ${FRONT}%PARSER-5-CFGLOG_LOGGEDCMD: User:jdoe  logged command:${command}`,
    );
    expect(sink.of('command')).toHaveLength(1);
    expect(JSON.stringify(sink.records)).not.toContain('Xq7synth');
  });
});

describe('a message that came several times', () => {
  it('counts as often as the relay says, when it says which message it was', () => {
    const sink = read(
      'Oct 15 00:01:02 jump sshd[7]: message repeated 5 times: [ Failed password for root from 203.0.113.9 port 2 ssh2]',
    );
    expect(sink.of('login')).toMatchObject([
      { account: 'root', from: '203.0.113.9', outcome: 'failure', count: 5 },
    ]);
  });

  it.each([
    'Oct 15 00:01:02 jump last message repeated 3 times',
    'Oct 15 00:01:02 jump --- last message repeated 3 times ---',
    'Oct 15 00:01:02 jump -- MARK --',
  ])('is set aside when it does not: %s', (line) => {
    const sink = read(line);
    expect(sink.accounts).toMatchObject([{ state: 'set-aside', reason: 'repeat or mark', units: 1 }]);
    expect(sink.observations).toMatchObject([{ origin: 'name:jump' }]);
  });
});

describe('lines made to be slow', () => {
  const FORMS: readonly (readonly [string, string, string])[] = [
    ['SEC_LOGIN-4-LOGIN_FAILED', '', '[user: '],
    ['DMI-5-AUTH_PASSED', '', "User '"],
    ['SECURITY-SSHD-4-INFO_FAILURE', '', "user '"],
    ['AAA-4-LOGIN_FAILED', 'user ', ' logged in [from: '],
    ['PARSER-5-CFGLOG_LOGGEDCMD', 'User:', ' '],
    ['SSH-5-SSH2_CLOSE', 'SSH2 Session from 192.0.2.1 (tty = 0) for user ', "' using "],
  ];

  it.each(FORMS)('of %s are read like any other', (mnemonic, front, unit) => {
    const line = `<189>7: pe-1: ${FRONT}%${mnemonic}: ${front}${unit.repeat(60_000 / unit.length)}`;
    const sink = read(...Array.from({ length: 20 }, () => line));
    expect(sink.bytes('read') + sink.bytes('not-understood')).toBe(20 * (line.length + 1));
    expect(sink.of('log')).toHaveLength(20);
  });
});
