import { describe, expect, it } from 'vitest';
import type { CryptoUse } from '../../model/crypto-use.ts';
import { gradeCrypto } from './crypto-grades.ts';
import { failsOf, unknownWords, weakGroups } from './weak-crypto.ts';

const use = (text: string, subject = ''): CryptoUse => {
  const [area, part, ...value] = text.split(' ') as [CryptoUse['area'], CryptoUse['part'], string];
  return { area, part, value: value.join(' '), subject, line: 1, lineEnd: 1 };
};

describe('gradeCrypto', () => {
  it.each([
    ['ssh version 2', 'accept'],
    ['ssh version 1.99', 'fail'],
    ['ssh key-exchange diffie-hellman-group14-sha1', 'fail'],
    ['ssh key-exchange diffie-hellman-group14-sha256', 'warn'],
    ['ssh key-exchange diffie-hellman-group16-sha512', 'accept'],
    ['ssh key-exchange mlkem768x25519-sha256', 'accept'],
    ['ssh cipher aes256-gcm@openssh.com', 'accept'],
    ['ssh cipher aes256-cbc', 'fail'],
    ['ssh cipher aes128-ctr', 'warn'],
    ['ssh mac hmac-sha2-512-etm@openssh.com', 'accept'],
    ['ssh mac hmac-sha1-96', 'fail'],
    ['ssh mac hmac-sha1', 'warn'],
    ['ssh signature ssh-rsa', 'fail'],
    ['ssh signature rsa-sha2-256', 'accept'],
    ['ssh key-length 1024', 'fail'],
    ['ssh key-length 2048', 'warn'],
    ['ssh key-length 4096', 'accept'],
    ['tls version TLSv1.0', 'fail'],
    ['tls version tlsv1.2', 'warn'],
    ['tls version tls13', 'accept'],
    ['tls version no tlsv1.0', 'accept'],
    ['tls cipher aes-128-cbc-sha', 'fail'],
    ['tls cipher rsa-aes-gcm-sha2', 'fail'],
    ['tls cipher ecdhe-rsa-aes-gcm-sha2', 'warn'],
    ['tls cipher tls13-aes256-gcm-sha384', 'accept'],
    ['tls enrollment system-generated-certificate', 'fail'],
    ['ike group group2', 'fail'],
    ['ike group group24', 'fail'],
    ['ike group group14', 'warn'],
    ['ike group group-20', 'accept'],
    ['ike cipher aes 256', 'accept'],
    ['ike cipher aes', 'warn'],
    ['ike cipher 3des', 'fail'],
    ['ipsec cipher esp-gcm 256', 'accept'],
    ['ipsec mac esp-sha-hmac', 'fail'],
    ['ipsec mac hmac-sha-256-128', 'warn'],
    ['ipsec mac esp-sha512-hmac', 'accept'],
    ['ike mac sha', 'fail'],
    ['ike mode aggressive', 'fail'],
    ['routing authentication none', 'fail'],
    ['routing authentication text', 'fail'],
    ['routing authentication md5', 'warn'],
    ['routing authentication hmac-sha-256', 'accept'],
  ])('%s: %s', (text, grade) => {
    expect(gradeCrypto(use(text))?.grade).toBe(grade);
  });

  it('takes 256 bits for a key of ECDSA and not for one of RSA', () => {
    expect(gradeCrypto(use('ssh key-length 256', 'ecdsa'))?.grade).toBe('warn');
    expect(gradeCrypto(use('ssh key-length 384', 'ecdsa'))?.grade).toBe('accept');
    expect(gradeCrypto(use('ssh key-length 512', 'rsa'))?.grade).toBe('fail');
  });

  it('says nothing of words that it does not know', () => {
    for (const text of ['ssh cipher frob', 'ssh key-length many', 'ike group group99', 'ntp prf x'])
      expect(gradeCrypto(use(text))).toBeNull();
  });
});

describe('weakGroups', () => {
  const uses = [use('ssh cipher 3des-cbc'), use('ssh cipher aes256-ctr'), use('ssh cipher arcfour')];

  it('makes one weakness for each group, with every source', () => {
    const [only, ...rest] = weakGroups(
      uses,
      ({ part }) => part,
      (group, words) => `${group}: ${words}`,
    );
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      key: 'cipher',
      says: 'cipher: 3des-cbc, arcfour',
      text: '3des-cbc arcfour',
    });
    expect(only?.notes?.[0]).toContain('RC4');
    expect(failsOf(uses)).toHaveLength(2);
  });

  it('names the words that nobody knows, of the parts asked for', () => {
    expect(unknownWords([...uses, use('ssh mac frob')], ['cipher'])).toBeNull();
    expect(unknownWords([...uses, use('ssh mac frob')], ['mac'])).toContain('mac frob');
  });
});
