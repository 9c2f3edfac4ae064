import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoNxosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoNxosConfig, `version 9.3(8)\nhostname n1\n${lines.join('\n')}\nline vty\n`)
    .snapshots[0]!;
}

describe('users', () => {
  it.each([
    ['username a password 5 $5$s$h  role network-admin', '5 acceptable network-admin'],
    ['username a password 5 $1$s$h  role ops', '5 weak ops'],
    ['username a password 8 $nx-pbkdf2$s$h role ops', '8 strong ops'],
    ['username a password 0 Xq7synth role ops', '0 plaintext ops'],
    ['username a role ops', 'none none ops'],
  ])('of %j are graded by the hash itself', (line, expected) => {
    const { users, unread } = facts(line);
    const [user] = users;
    const { type = 'none', strength = 'none' } = user?.secret ?? {};
    expect(`${type} ${strength} ${user?.role}`).toBe(expected);
    expect(unread).toEqual([]);
  });

  it('of several lines are one, and their SSH keys are services', () => {
    const read = facts(
      'username a password 5 $5$s$h  role network-admin',
      'username a sshkey ssh-rsa AAAA a@b',
    );
    expect(read.users).toMatchObject([{ name: 'a', role: 'network-admin', line: 3, lineEnd: 4 }]);
    expect(read.services).toMatchObject([{ name: 'ssh-key', detail: 'a ssh-rsa', line: 4 }]);
  });

  it('with a role of a level have that level', () => {
    expect(facts('username a password 5 $5$s$h role priv-15').users).toMatchObject([{ privilege: 15 }]);
  });
});

describe('method lists', () => {
  it.each([
    ['aaa authentication login default group A B local', 'login default: group A, group B, local'],
    ['aaa authentication login console none', 'login console: none'],
    ['aaa authorization commands default group A local', 'commands default: group A, local'],
    ['aaa authorization config-commands default group A', 'config-commands default: group A'],
  ])('of %j', (line, expected) => {
    const read = facts(line);
    expect(read.aaaMethods.map((m) => `${m.service} ${m.list}: ${m.methods.join(', ')}`)).toEqual([expected]);
    expect(read.unread).toEqual([]);
  });

  it('for accounting cover sessions and commands', () => {
    const { aaaMethods } = facts('aaa accounting default group A local');
    expect(aaaMethods.map((m) => `${m.phase} ${m.service} ${m.methods.join(', ')}`)).toEqual([
      'accounting exec start-stop, group A, local',
      'accounting commands all start-stop, group A, local',
    ]);
  });
});

describe('AAA servers', () => {
  it('take the key of all when they have none, in quotes or not', () => {
    const { aaaServers } = facts(
      'tacacs-server key 7 "070C285F4D06"',
      'tacacs-server host 10.0.0.1 timeout 3',
      'tacacs-server host 10.0.0.2 key 7 "0822455D0A16" port 4949',
    );
    expect(aaaServers.map((s) => `${s.address} ${s.port} ${s.secret?.length} ${s.secret?.strength}`)).toEqual(
      ['10.0.0.1 null 5 reversible', '10.0.0.2 4949 5 reversible'],
    );
    expect(aaaServers[0]?.secret?.group).toBe(aaaServers[1]?.secret?.group);
  });

  it('stand in groups with their VRF', () => {
    const read = facts(
      'aaa group server tacacs+ G',
      '    server 10.0.0.1',
      '    use-vrf management',
      '    no source-interface',
    );
    expect(read.aaaGroups).toMatchObject([{ name: 'G', members: ['10.0.0.1'], vrf: 'management' }]);
    expect(read.unread).toEqual([]);
  });
});

describe('terminals', () => {
  it('are all lines at once', () => {
    const { lines, aclBindings } = facts(
      'line vty',
      '  access-class A in',
      '  exec-timeout 15',
      '  session-limit 4',
    );
    expect(lines[0]).toMatchObject({ kind: 'vty', first: 0, last: 63, accessIn: 'A', execTimeout: 900 });
    expect(aclBindings).toMatchObject([{ acl: 'A', where: 'vty', direction: 'in' }]);
  });
});
