import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}
const uses = (...lines: string[]): string[] =>
  facts(...lines).crypto.map((use) => `${use.line} ${use.area} [${use.subject}] ${use.part} ${use.value}`);

describe('proposals', () => {
  it('of the first version of IKE', () => {
    expect(
      uses(
        'crypto isakmp policy 10',
        ' encr aes 256',
        ' hash sha256',
        ' authentication pre-share',
        ' group 14',
        ' lifetime 3600',
      ),
    ).toEqual([
      '3 ike [isakmp policy 10] version ikev1',
      '4 ike [isakmp policy 10] cipher aes 256',
      '5 ike [isakmp policy 10] mac sha256',
      '6 ike [isakmp policy 10] authentication pre-share',
      '7 ike [isakmp policy 10] group group14',
    ]);
  });

  it('of the second, with several values on one line', () => {
    expect(
      uses('crypto ikev2 proposal P', ' encryption aes-cbc-256 3des', ' integrity sha512', ' group 20 2'),
    ).toEqual([
      '3 ike [ikev2 proposal P] version ikev2',
      '4 ike [ikev2 proposal P] cipher aes-cbc-256',
      '4 ike [ikev2 proposal P] cipher 3des',
      '5 ike [ikev2 proposal P] mac sha512',
      '6 ike [ikev2 proposal P] group group20',
      '6 ike [ikev2 proposal P] group group2',
    ]);
  });

  it('of IPsec, with the group that a profile or a map asks for', () => {
    expect(
      uses(
        'crypto ipsec transform-set T esp-aes 256 esp-sha-hmac',
        ' mode transport',
        'crypto ipsec profile F',
        ' set pfs group5',
        'crypto map M 10 ipsec-isakmp',
        ' set peer 203.0.113.1',
        ' set pfs',
      ),
    ).toEqual([
      '3 ipsec [transform-set T] cipher esp-aes 256',
      '3 ipsec [transform-set T] mac esp-sha-hmac',
      '6 ipsec [ipsec profile F] group group5',
      '9 ipsec [crypto map M 10] group group1',
    ]);
  });

  it('that are taken back are none', () => {
    expect(uses('no crypto isakmp policy 10', 'no crypto ipsec transform-set T')).toEqual([]);
  });

  it('leave no line unread', () => {
    const lines = ['crypto ikev2 policy P', ' proposal P', 'crypto isakmp policy 1', ' lifetime 60'];
    expect(facts(...lines).unread).toEqual([]);
  });
});

describe('trustpoints', () => {
  it('tell how the certificate comes and how long the key is, and no address', () => {
    expect(
      uses(
        'crypto pki trustpoint TP-self-signed-1',
        ' enrollment selfsigned',
        ' rsakeypair TP-self-signed-1 2048',
        'crypto pki trustpoint CA',
        ' enrollment url http://192.0.2.1:80',
        ' hash sha384',
      ),
    ).toEqual([
      '4 pki [TP-self-signed-1] enrollment selfsigned',
      '5 pki [TP-self-signed-1] key-length 2048',
      '7 pki [CA] enrollment url http',
      '8 pki [CA] signature sha384',
    ]);
  });
});

describe('sessions', () => {
  it.each([
    ['ip ssh version 2', ['3 ssh [] version 2']],
    ['ip ssh dh min size 4096', ['3 ssh [dh min] key-length 4096']],
    [
      'ip ssh server algorithm mac hmac-sha2-512 hmac-sha1',
      ['3 ssh [] mac hmac-sha2-512', '3 ssh [] mac hmac-sha1'],
    ],
    ['ip ssh client algorithm encryption aes256-ctr', ['3 ssh [client] cipher aes256-ctr']],
    ['ip ssh server algorithm kex ecdh-sha2-nistp384', ['3 ssh [] key-exchange ecdh-sha2-nistp384']],
    ['no ip ssh version', []],
    ['ip ssh time-out 60', []],
    ['ip http tls-version TLSv1.2', ['3 tls [https] version tlsv1.2']],
    ['ip http secure-ciphersuite aes-128-cbc-sha', ['3 tls [https] cipher aes-128-cbc-sha']],
    ['ip http secure-trustpoint CA', ['3 tls [https] enrollment trustpoint ca']],
  ])('%s', (line, expected) => {
    expect(uses(line)).toEqual(expected);
  });
});
