import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { aristaEosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(
    aristaEosConfig,
    `! device: e1 (vEOS, EOS-4.28.3M)\nhostname e1\n${lines.join('\n')}\nend\n`,
  ).snapshots[0]!;
}

describe('users', () => {
  it.each([
    ['username a privilege 15 role network-admin secret sha512 $6$s$h', '15 network-admin sha512 acceptable'],
    ['username a role ops secret 5 $1$s$h', 'null ops 5 weak'],
    ['username a secret 0 Xq7synth', 'null null 0 plaintext'],
    ['username a privilege 1 nopassword', '1 null none none'],
  ])('of %j', (line, expected) => {
    const read = facts(line);
    const [user] = read.users;
    const { type = 'none', strength = 'none' } = user?.secret ?? {};
    expect(`${user?.privilege} ${user?.role} ${type} ${strength}`).toBe(expected);
    expect(read.unread).toEqual([]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it.each([
    ['username a nopassword', 'no-password true a'],
    ['username a ssh-key ssh-rsa AAAA', 'ssh-key true a ssh-rsa'],
    ['username a shell /bin/bash secret sha512 $6$s$h', 'login-shell true a /bin/bash'],
    ['aaa root secret sha512 $6$s$h', 'root-account true secret'],
    ['aaa root nopassword', 'root-account true nopassword'],
    ['no aaa root', 'root-account false null'],
  ])('with ways in of their own: %j', (line, expected) => {
    expect(facts(line).services.map((s) => `${s.name} ${s.enabled} ${s.detail}`)).toEqual([expected]);
  });

  it('of several lines are one', () => {
    const { users } = facts('username a secret sha512 $6$s$h', 'username a ssh-key ssh-rsa AAAA');
    expect(users).toMatchObject([{ name: 'a', line: 3, lineEnd: 4, secret: { type: 'sha512' } }]);
  });
});

describe('method lists', () => {
  it.each([
    ['aaa authentication login default group G local', 'login default group G, local'],
    ['aaa authorization commands all default group G', 'commands all default group G'],
    ['aaa accounting commands 15 default start-stop group G', 'commands 15 default start-stop, group G'],
    ['aaa accounting exec console none', 'exec console none'],
  ])('%j', (line, expected) => {
    const { aaaMethods } = facts(line);
    expect(aaaMethods.map((m) => `${m.service} ${m.list} ${m.methods.join(', ')}`)).toEqual([expected]);
  });
});

describe('AAA servers', () => {
  it('have the key of all where they have none', () => {
    const { aaaServers } = facts(
      'tacacs-server key 7 070C285F4D06',
      'tacacs-server host 10.0.0.1 vrf MGMT port 4949',
      'tacacs-server host 10.0.0.2 key 7 0822455D0A16',
    );
    expect(aaaServers.map((s) => `${s.address} ${s.port} ${s.secret?.type}`)).toEqual([
      '10.0.0.1 4949 7',
      '10.0.0.2 null 7',
    ]);
  });
});
