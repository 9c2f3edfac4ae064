import { describe, expect, it } from 'vitest';
import { factsOf } from './fixture.ts';
import { readXr, SECRETS } from './secrets.ts';

describe('readXr', () => {
  it.each([
    ['10 $6$a$b', { type: '10', text: '$6$a$b' }],
    ['5 $1$a$b', { type: '5', text: '$1$a$b' }],
    ['0 text', { type: '0', text: 'text' }],
    ['text', { type: '0', text: 'text' }],
    ['7 02351D55', { type: '7', text: 'Syn' }],
    ['encrypted 02351D55', { type: '7', text: 'Syn' }],
    ['clear text', { type: '0', text: 'text' }],
    ['password 02351D55', { type: '7', text: 'Syn' }],
    ['7 not-of-that-form', { type: '7', text: 'not-of-that-form' }],
    ['$6$a$b', { type: '10', text: '$6$a$b' }],
    ['encrypted', { type: '0', text: 'encrypted' }],
    ['', null],
  ])('%j', (text, expected) => {
    expect(readXr(text.split(' ').filter(Boolean), 0)).toEqual(expected);
  });

  it('knows the word that the sweep stepped over', () => {
    expect(readXr(['md5', 'encrypted', '02351D55'], 2)).toEqual({ type: '7', text: 'Syn' });
  });
});

describe('grades', () => {
  it.each([
    ['0', 'plaintext'],
    ['5', 'weak'],
    ['7', 'reversible'],
    ['8', 'strong'],
    ['9', 'acceptable'],
    ['10', 'acceptable'],
    ['77', 'unknown'],
  ])('type %s is %s', (type, strength) => {
    expect(SECRETS.grade(type, 'password')).toBe(strength);
  });
});

describe('one secret in many places', () => {
  it('falls into one group', () => {
    const { secrets } = factsOf(
      'username a secret 0 Syn',
      'username b password 7 02351D55',
      'tacacs-server key 7 02351D55',
      'radius-server key Syn',
      'snmp-server community Syn RO',
      'key chain K',
      ' key 1',
      '  key-string password 02351D55',
      'router ospf 1',
      ' area 0',
      '  interface Loopback0',
      '   message-digest-key 1 md5 encrypted 02351D55',
      'router bgp 1',
      ' neighbor 192.0.2.1',
      '  password encrypted 02351D55',
      'ntp',
      ' authentication-key 1 md5 encrypted 02351D55',
    );
    expect(secrets.length).toBe(9);
    expect(new Set(secrets.map(({ group }) => group)).size).toBe(1);
    expect(new Set(secrets.map(({ length }) => length))).toEqual(new Set([3]));
  });

  it('is kept even where its statement is set aside', () => {
    const { secrets } = factsOf('ftp client password encrypted 02351D55', 'evpn', ' password clear Syn');
    expect(secrets.map(({ use, type }) => `${use} ${type}`)).toEqual(['ftp 7', 'other 0']);
  });
});
