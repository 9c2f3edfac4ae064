import { describe, expect, it } from 'vitest';
import { scrub } from './scrub.ts';

const SECRET = 'Xq7-hunter2';

describe('scrub', () => {
  it.each([
    `username jdoe privilege 15 password 0 ${SECRET}`,
    `enable secret ${SECRET}`,
    `tacacs-server host 192.0.2.1 key 7 ${SECRET}`,
    `snmp-server community ${SECRET} RO 20`,
    `snmp-server host 192.0.2.9 ${SECRET}`,
    `snmp-server host 192.0.2.9 vrf MGMT traps version 2c ${SECRET} bgp`,
    `snmp-server user nms G v3 auth sha ${SECRET} priv aes 128 ${SECRET}`,
    `snmp-server user nms G v3 auth sha encrypted ${SECRET} priv aes 128 encrypted ${SECRET} SystemOwner`,
    `snmp-server host 192.0.2.9 traps version 2c encrypted ${SECRET}`,
    `key-string password ${SECRET} cryptographic-algorithm HMAC-SHA1-12`,
    `username jdoe password ${SECRET} pbkdf2 privilege 15`,
    `enable password ${SECRET} encrypted`,
    `passwd ${SECRET} encrypted`,
    `ikev1 pre-shared-key ${SECRET}`,
    `ikev2 remote-authentication pre-shared-key ${SECRET}`,
    `failover key ${SECRET}`,
    `snmp-server host inside 192.0.2.9 community ${SECRET} version 2c`,
    `ldap-login-password ${SECRET}`,
    `standby 1 authentication md5 key-string ${SECRET}`,
    `standby 1 authentication text ${SECRET}`,
    `pre-shared-key local ${SECRET}`,
    `wpa-psk ascii 0 ${SECRET}`,
    `local-user a password irreversible-cipher ${SECRET}`,
    `local-user a password simple ${SECRET}`,
    `super password level 3 cipher %^%#${SECRET} with blanks ${SECRET}%^%#`,
    `gre key %@%@${SECRET}%@%@`,
    `snmp-agent community read ${SECRET} acl 2000`,
    `hwtacacs-server shared-key cipher ${SECRET}`,
    `password "${SECRET}" hash2`,
    `ip ospf message-digest-key 1 md5 7 ${SECRET}`,
    `copy running-config ftp://jdoe:${SECRET}@192.0.2.1/x`,
    `password: ${SECRET}`,
    `\tUser-Password = "${SECRET}"`,
    `Cisco-AVPair = "tunnel-password=${SECRET}"`,
    `--password ${SECRET}`,
    `enable secret level 7 0 ${SECRET}`,
    `set psksecret ENC ${SECRET}`,
    `set mgt-config users a phash ${SECRET}`,
    `pre-shared-key key ${SECRET}`,
    `authpwd ${SECRET};`,
    `snmp-community-string ${SECRET}`,
    `add name=a password="${SECRET} ${SECRET}" comment=x`,
    `add ipsec-secret=${SECRET} name=b`,
    `wireguard-private-key="${SECRET}="`,
    `set password ENC ${SECRET}`,
    `set auth-pwd "${SECRET} ${SECRET}"`,
    `set secondary-secret ${SECRET}`,
    `set psksecret-remote "a \\" ${SECRET}"`,
    `enable password level 15 ${SECRET}`,
    `security wpa psk set-key ascii 0 ${SECRET}`,
    `mail-server noc:${SECRET}@192.0.2.1 priority 1`,
    `mail-server noc:p@${SECRET}@mail.synthetic.example`,
    `copy running-config scp://jdoe:p@${SECRET}@192.0.2.1/x`,
    `GET https://192.0.2.1/x?user=a&token=${SECRET}&b=1`,
    `GET https://192.0.2.1/x?api_key=${SECRET}`,
    `sshpass -p ${SECRET} ssh jdoe@192.0.2.1`,
    `curl -s -u jdoe:${SECRET} https://192.0.2.1/`,
    `mysqldump -u root -p${SECRET} billing`,
    `echo "jdoe:${SECRET}" | chpasswd`,
    `authentication md5 1 key ${SECRET}`,
    `authentication-key 7 type md5 value "${SECRET}";`,
    `hello-authentication-key "${SECRET}";`,
    `plain-text-password-value "${SECRET}";`,
    `secret "two ${SECRET} words"; ## SECRET-DATA`,
    `pre-shared-key cak ${SECRET}`,
    `privacy-aes128 privacy-key ${SECRET}`,
    `snmp-community C community-name ${SECRET}`,
    `Login incorrect (pap: no match): [jdoe/${SECRET}] (from client nas port 1)`,
    `(5) Login OK: [jdoe/a]${SECRET}] (from client nas port 1)`,
  ])('hides the secret in: %s', (text) => {
    const out = scrub(text);
    expect(out).not.toContain(SECRET);
    expect(out).toContain('[secret]');
  });

  it.each([
    'Accepted password for jdoe from 192.0.2.7 port 2201 ssh2',
    'Failed password for invalid user admin from 192.0.2.7 port 2201 ssh2',
    'show key chain',
    'From: sip:12025550101@192.0.2.1',
    'mailto:noc@synthetic.example',
    'http://192.0.2.1:8080/x?id=7',
    'user noc@192.0.2.1 logged in at 10:20:30',
    'enable level 7',
    'no snmp-server enable traps',
    'Login OK: [jdoe/<via Auth-Type = PAP>] (from client nas port 1)',
    'crypto key generate rsa modulus 4096',
  ])('leaves alone: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it.each([
    `username a role network-admin secret sha512 ${SECRET}`,
    `tacacs-server key 7 "${SECRET}"`,
    `snmp-server user u network-admin auth md5 0x5ec2e7 priv 0x5ec2e7 localizedkey`,
    `snmp-server user u G v3 localized f5 auth sha512 ${SECRET} priv aes256 ${SECRET}`,
    `ip ospf message-digest-key 1 sha512 7 ${SECRET}`,
    `ip ospf message-digest-key 1 md5 3 ${SECRET}`,
    `ntp authentication-key 1 sha1 7 ${SECRET}`,
    `neighbor PEERS password 7 ${SECRET}`,
    `shared-key 7 ${SECRET}`,
    `tacacs-server host 192.0.2.1 key 8a ${SECRET}`,
    `key-octet-string 7 ${SECRET} cryptographic-algorithm AES_256_CMAC`,
    `key 0a0b 7 ${SECRET} fallback`,
    `exec /usr/bin/TerminAttr -cvauth=token-secure,${SECRET} -cvvrf=MGMT`,
  ])('hides what NX-OS and EOS write: %s', (text) => {
    expect(scrub(text)).not.toContain(SECRET);
    expect(scrub(text)).not.toContain('0x5ec2e7');
  });

  const NAMES =
    'secret password passwd key key-string set-key server-key pre-shared-key shared-secret community md5 ' +
    'authentication-key passphrase psk wpa-psk token area-password tunnel-secret';

  it.each(NAMES.split(' '))('hides what follows %s behind a pipe, however the filter is written', (name) => {
    for (const text of [
      `show running-config | include ${name} 7 ${SECRET}`,
      `show running-config | include ${name} ${SECRET}`,
      `show running-config |${name} 7 ${SECRET}`,
      `show running-config | section ^${name} 7 ${SECRET}`,
      `show running-config | include "${name} 7 ${SECRET}"`,
      `show running-config | include (${name} 7 ${SECRET})`,
      `show running-config | include hostname|${name} 7 ${SECRET}`,
      `show running-config | include ${name} 7 ${SECRET}|hostname`,
      `show running-config | include .*${name}.7.${SECRET}`,
      `show running-config | include ${name}_${SECRET}`,
      `show running-config | include ${name}\\s+${SECRET}`,
      `show running-config | include .${name.toUpperCase()} 7 ${SECRET}`,
    ]) {
      expect(scrub(text)).not.toContain(SECRET);
      expect(scrub(text).startsWith('show running-config |')).toBe(true);
    }
  });

  it.each([
    'show running-config | include password',
    'show running-config | count ^username.*secret',
    'show running-config | section key chain',
    'show ip bgp | begin community',
  ])('leaves a filter alone that holds no secret: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('is linear in lines of pipes and names', () => {
    for (const unit of ['|key', '| key ', '(secret', '|secret.', "'password", '|'.repeat(9)])
      expect(scrub(unit.repeat(20_000)).length).toBeGreaterThan(0);
  });

  it('keeps the words around a secret, so that the line still proves what was done', () => {
    expect(scrub(`snmp-server host 192.0.2.9 version 2c ${SECRET} bgp`)).toBe(
      'snmp-server host 192.0.2.9 version 2c [secret] bgp',
    );
  });

  it('hides nothing more when it runs again', () => {
    for (const text of [`password=${SECRET}`, `enable secret ${SECRET}`, `secret: ${SECRET}`]) {
      expect(scrub(scrub(text))).toBe(scrub(text));
    }
  });
});
