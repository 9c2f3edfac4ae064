import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('terminal lines', () => {
  it.each([
    ['line con 0', 'console', 0, 0],
    ['line console 0', 'console', 0, 0],
    ['line aux 0', 'aux', 0, 0],
    ['line vty 0 4', 'vty', 0, 4],
    ['line vty 5', 'vty', 5, 5],
    ['line 2', 'tty', 2, 2],
    ['line 0/1/0 0/1/7', 'tty', 0, 7],
    ['line tty 1 8', 'tty', 1, 8],
  ])('knows %j', (line, kind, first, last) => {
    expect(facts(line).lines).toMatchObject([{ kind, first, last, line: 3 }]);
  });

  it.each(['line __proto__ 0', 'line constructor 0', 'line vty', 'line vty x'])('reports %j', (line) => {
    const read = facts(line);
    expect(read.lines).toEqual([]);
    expect(read.unread).toMatchObject([{ area: 'lines' }]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'no __proto__', 'hasOwnProperty x'])(
    'reports the setting %j and lives',
    (word) => {
      const read = facts('line vty 0 4', ` ${word}`);
      expect(read.lines).toHaveLength(1);
      expect(read.unread).toMatchObject([{ text: word, area: 'lines' }]);
    },
  );

  it.each([
    ['login', 'line'],
    ['login local', 'local'],
    ['login tacacs', 'tacacs'],
    ['login authentication VTY', 'VTY'],
    ['no login', 'none'],
    // Without its own list the line falls back to the default list of AAA: that is no open door.
    ['no login authentication', null],
  ])('reads %j', (line, login) => {
    expect(facts('line vty 0 4', ` ${line}`).lines[0]!.login).toBe(login);
  });

  it.each([
    ['transport input ssh', ['ssh'], null],
    ['transport input telnet ssh', ['telnet', 'ssh'], null],
    ['transport input all', ['all'], null],
    ['transport input none', ['none'], null],
    ['no transport input', ['none'], null],
    ['transport output ssh', null, ['ssh']],
    ['transport preferred none', null, null],
  ])('reads %j', (line, input, output) => {
    const read = facts('line vty 0 4', ` ${line}`);
    expect(read.lines).toMatchObject([{ transportInput: input, transportOutput: output }]);
    expect(read.unread).toEqual([]);
  });

  it('lets the last of two contradicting statements count', () => {
    expect(
      facts('line vty 0 4', ' transport input telnet', ' transport input ssh', ' no access-class 10 in')
        .lines,
    ).toMatchObject([{ transportInput: ['ssh'], accessIn: null }]);
  });

  it.each([
    [' privilege level 15', 15],
    [' no privilege level 15', null],
    [' transport input ssh', null],
  ])('%j starts sessions at %j', (line, privilege) => {
    const read = facts('line vty 0 4', line);
    expect(read.lines).toMatchObject([{ privilege }]);
    expect(read.unread).toEqual([]);
  });

  it('reports a level that it cannot read', () => {
    expect(facts('line vty 0 4', ' privilege level all').unread).toMatchObject([
      { text: 'privilege level all' },
    ]);
  });

  it('keeps the two halves of the terminals apart', () => {
    const { lines } = facts(
      'line vty 0 4',
      ' access-class 10 in',
      ' transport input ssh',
      'line vty 5 15',
      ' transport input all',
    );
    expect(lines.map((l) => [l.first, l.last, l.accessIn, l.line, l.lineEnd])).toEqual([
      [0, 4, '10', 3, 5],
      [5, 15, null, 6, 7],
    ]);
  });

  it.each([' access-class 10', ' ipv6 frob X in', ' access-class'])(
    'reports %j, which binds nothing',
    (line) => {
      const read = facts('line vty 0 4', line);
      expect(read.aclBindings).toEqual([]);
      expect(read.unread).toMatchObject([{ area: 'lines' }]);
    },
  );

  it('keeps a password with blanks whole, with the line it is for', () => {
    const { secrets } = facts(
      'line con 0',
      ' password 0 two words',
      'line vty 0 4',
      ' password 7 0822455D0A16',
    );
    expect(secrets.map((s) => `${s.use}: ${s.type} ${s.length}`)).toEqual([
      'line con 0: 0 9',
      'line vty 0 4: 7 5',
    ]);
  });

  it('shows no secret of a command that runs by itself', () => {
    const { services } = facts('line vty 0 4', ' autocommand copy run ftp://u:Synth1@192.0.2.1/x');
    expect(JSON.stringify(services)).not.toContain('Synth1');
  });

  it.each([
    ['exec-timeout 0 1', 1],
    ['exec-timeout 35791 0', 2_147_460],
  ])('reads %j', (line, seconds) => {
    expect(facts('line vty 0 4', ` ${line}`).lines[0]!.execTimeout).toBe(seconds);
  });
});

describe('the time after which a session ends though it is busy', () => {
  it.each([
    [' absolute-timeout 30', 1800],
    [' no absolute-timeout', 0],
    [' exec-timeout 5 0', undefined],
  ])('%j', (line, seconds) => {
    expect(facts('line vty 0 4', line).lines[0]?.absoluteTimeout).toBe(seconds);
  });

  it('is reported when nobody can read it', () => {
    expect(facts('line vty 0 4', ' absolute-timeout soon').unread).toMatchObject([{ area: 'lines' }]);
  });
});
