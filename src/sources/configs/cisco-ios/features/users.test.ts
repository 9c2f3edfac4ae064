import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('users as trains write them', () => {
  it.each([
    ['username a password 0 Synth1', 'a', null, '0', 'plaintext', 6],
    ['username a password 7 0822455D0A16', 'a', null, '7', 'reversible', 5],
    ['username a secret 5 $1$synt$0123456789012345678901', 'a', null, '5', 'weak', 30],
    ['username a privilege 15 secret 9 $9$synth$x', 'a', 15, '9', 'acceptable', 10],
    ['username a privilege 1 secret 8 $8$synth$x', 'a', 1, '8', 'strong', 10],
    ['username a secret 4 synthetichash', 'a', null, '4', 'weak', 13],
    ['username a password 6 synthaes', 'a', null, '6', 'reversible', 8],
    ['username a password Synth1', 'a', null, '0', 'plaintext', 6],
    ['username a algorithm-type scrypt secret Synth1', 'a', null, '0', 'plaintext', 6],
    ['username a secret two words', 'a', null, '0', 'plaintext', 9],
    ['username  a   privilege  15   secret  0  Synth1', 'a', 15, '0', 'plaintext', 6],
    ['username password privilege 15 secret 0 Synth1', 'password', 15, '0', 'plaintext', 6],
    ['username privilege secret 0 Synth1', 'privilege', null, '0', 'plaintext', 6],
    ['username secret password 0 privilege 15', 'secret', null, '0', 'plaintext', 12],
    ['username __proto__ privilege 15 secret 0 Synth1', '__proto__', 15, '0', 'plaintext', 6],
  ])('reads %j', (line, name, privilege, type, strength, length) => {
    expect(facts(line).users).toMatchObject([
      { name, privilege, line: 3, lineEnd: 3, secret: { type, strength, length, use: `user ${name}` } },
    ]);
  });

  it('leaves a privilege open that no line says', () => {
    expect(facts('username a privilege all secret 0 Synth1').users[0]!.privilege).toBeNull();
  });

  it('counts the same password of two users, in clear and obfuscated, as one group', () => {
    const { users } = facts('username a password 0 cisco', 'username b password 7 0822455D0A16');
    expect(users[0]!.secret!.group).toBe(users[1]!.secret!.group);
  });

  it('keeps both secrets when one user has two, and the later one with the user', () => {
    const { users, secrets } = facts('username a password 0 Old', 'username a secret 9 $9$new$x');
    expect(users).toMatchObject([{ name: 'a', secret: { type: '9' } }]);
    expect(secrets.map((s) => s.type)).toEqual(['0', '9']);
  });

  it('keeps users apart whose names differ by case only', () => {
    expect(facts('username Noc nopassword', 'username noc nopassword').users.map((u) => u.name)).toEqual([
      'Noc',
      'noc',
    ]);
  });

  it('reports a command that runs by itself when a user logs in, without what is secret in it', () => {
    const { services } = facts(
      'username bk privilege 15 autocommand copy running-config ftp://u:Synth1@192.0.2.1/x',
    );
    expect(services).toMatchObject([{ name: 'autocommand', enabled: true }]);
    expect(services[0]!.detail).toMatch(/^user bk: copy running-config ftp/);
    expect(services[0]!.detail).not.toContain('Synth1');
  });

  it('tells which list a user is bound to', () => {
    expect(facts('username a access-class 30 secret 0 Synth1').aclBindings).toMatchObject([
      { acl: '30', where: 'user a' },
    ]);
  });
});

describe('enable secrets', () => {
  it.each([
    ['enable secret 9 $9$synth$x', 'enable', '9'],
    ['enable password Synth1', 'enable', '0'],
    ['enable secret level 5 5 $1$synt$x', 'enable 5', '5'],
    ['enable secret 4', 'enable', '0'],
  ])('reads %j', (line, use, type) => {
    expect(facts(line).secrets).toMatchObject([{ use, type }]);
  });

  it('keeps none that is taken away', () => {
    expect(facts('no enable secret', 'no enable password').secrets).toEqual([]);
  });
});

describe('views and keys of users', () => {
  it('keeps the secret of a view and sets its commands aside', () => {
    const read = facts('parser view NOC', ' secret 5 $1$synt$x', ' commands exec include show version');
    expect(read.secrets).toMatchObject([{ use: 'view NOC', type: '5' }]);
    expect(read.unread).toEqual([]);
  });

  it('gives each key its own user and line', () => {
    const { services } = facts(
      'ip ssh pubkey-chain',
      '  username a',
      '   key-hash ssh-rsa 00AA a@host',
      '  username b',
      '   key-hash ssh-rsa 00BB',
      '   key-hash ssh-rsa 00CC',
    );
    expect(services.map((s) => `${s.line} ${s.detail}`)).toEqual([
      '5 a ssh-rsa 00AA',
      '7 b ssh-rsa 00BB',
      '8 b ssh-rsa 00CC',
    ]);
  });
});
