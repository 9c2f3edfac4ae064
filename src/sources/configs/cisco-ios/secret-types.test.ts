import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { decodeType7, gradeType, readWritten } from '../kit/cisco-secrets.ts';
import { ciscoIosConfig } from './source.ts';

const PAD = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/** The other direction, written from the published description, to test against. */
function encodeType7(plain: string, seed: number): string {
  const hex = plain
    .split('')
    .map((char, i) =>
      (char.charCodeAt(0) ^ PAD.charCodeAt((seed + i) % PAD.length)).toString(16).padStart(2, '0'),
    );
  return String(seed).padStart(2, '0') + hex.join('').toUpperCase();
}

describe('decodeType7', () => {
  it('decodes a published example', () => {
    expect(decodeType7('0822455D0A16')).toBe('cisco');
  });

  it('gets back what was encoded, whatever the seed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,60}$/), fc.integer({ min: 0, max: 15 }), (plain, seed) => {
        expect(decodeType7(encodeType7(plain, seed))).toBe(plain);
      }),
    );
  });

  it.each(['', '08', '0822455D0A1', 'zz22455D', '9922455D', 'plain text'])('refuses %j', (text) => {
    expect(decodeType7(text)).toBeNull();
  });
});

describe('gradeType', () => {
  it.each([
    ['0', 'password', 'plaintext'],
    ['4', 'password', 'weak'],
    ['5', 'password', 'weak'],
    ['6', 'key', 'acceptable'],
    ['6', 'password', 'reversible'],
    ['7', 'key', 'reversible'],
    ['8', 'password', 'strong'],
    ['9', 'password', 'acceptable'],
    ['3', 'key', 'unknown'],
  ] as const)('type %s of a %s is %s', (type, purpose, strength) => {
    expect(gradeType(type, purpose)).toBe(strength);
  });
});

describe('readWritten', () => {
  it('takes a single digit for the secret when nothing follows it', () => {
    expect(readWritten(['key', '7'], 1)).toEqual({ type: '0', text: '7' });
  });

  it('keeps the blanks of a password', () => {
    expect(readWritten(['password', '0', 'two', 'words'], 1, true)?.text).toBe('two words');
  });

  it('keeps a broken type 7 as it stands', () => {
    expect(readWritten(['7', 'broken'], 0)).toEqual({ type: '7', text: 'broken' });
  });
});

describe('reuse groups', () => {
  const text = [
    'version 15.2',
    'hostname r1',
    'username a password 0 cisco',
    'username b password 7 0822455D0A16',
    'username c password 7 02050D480809',
    'username d password 0 other',
    'tacacs-server host 192.0.2.1 key 7 0822455D0A16',
    'snmp-server community cisco RO',
    'interface Gi0/0',
    ' ip ospf message-digest-key 1 md5 7 0822455D0A16',
    'key chain K',
    ' key 1',
    '  key-string 7 0822455D0A16',
    'end',
  ].join('\n');
  const sink = readWith(ciscoIosConfig, text);
  const secrets = sink.snapshots[0]!.secrets;

  it('are the same for one password in all its forms and uses', () => {
    const first = secrets[0]!.group;
    const uses = secrets.filter((secret) => secret.group === first).map((secret) => secret.use);
    expect(uses).toEqual(['user a', 'user b', 'user c', 'tacacs', 'snmp community', 'ospf', 'key chain']);
  });

  it('differ for different passwords', () => {
    expect(new Set(secrets.map((secret) => secret.group)).size).toBe(2);
  });

  it('tell the length of the password, not of its disguise', () => {
    expect(secrets[1]!.length).toBe(5);
  });

  it('come without the password', () => {
    expect(JSON.stringify([sink.snapshots, sink.accounts])).not.toMatch(/"cisco"(?!,"platform)|0822455D0A16/);
  });
});
