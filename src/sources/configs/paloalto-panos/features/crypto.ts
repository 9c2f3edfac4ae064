import { addCrypto, type CryptoPlace } from '../../kit/crypto-use.ts';
import { type PanScope, type Row, rowsOf } from '../scope.ts';

type Choice = readonly [
  table: string,
  attribute: string,
  area: CryptoPlace['area'],
  part: CryptoPlace['part'],
];

const IKE = 'network ike crypto-profiles ike-crypto-profiles *';
const IPSEC = 'network ike crypto-profiles ipsec-crypto-profiles *';
const SNMP = 'deviceconfig system snmp-setting access-setting version v3 users *';
const SSH = 'deviceconfig system ssh profiles mgmt-profiles server-profiles *';

/** Attributes whose words are choices of cryptography as they stand. */
const CHOICES: readonly Choice[] = [
  [IKE, 'encryption', 'ike', 'cipher'],
  [IKE, 'hash', 'ike', 'mac'],
  [IKE, 'dh-group', 'ike', 'group'],
  [IPSEC, 'esp encryption', 'ipsec', 'cipher'],
  [IPSEC, 'esp authentication', 'ipsec', 'mac'],
  [IPSEC, 'ah authentication', 'ipsec', 'mac'],
  [IPSEC, 'dh-group', 'ipsec', 'group'],
  ['network ike gateway *', 'protocol version', 'ike', 'version'],
  ['network ike gateway *', 'protocol ikev1 exchange-mode', 'ike', 'mode'],
  ['ssl-tls-service-profile *', 'protocol-settings min-version', 'tls', 'version'],
  ['ssl-tls-service-profile *', 'protocol-settings max-version', 'tls', 'version'],
  [SNMP, 'authproto', 'snmp', 'authentication'],
  [SNMP, 'privproto', 'snmp', 'cipher'],
  [SSH, 'ciphers', 'ssh', 'cipher'],
  [SSH, 'kex', 'ssh', 'key-exchange'],
  [SSH, 'mac', 'ssh', 'mac'],
  ['log-settings syslog * server *', 'transport', 'syslog', 'transport'],
  ['server-profile tacplus *', 'protocol', 'aaa', 'authentication'],
  ['server-profile radius *', 'protocol', 'aaa', 'authentication'],
  ['certificate *', 'algorithm', 'pki', 'signature'],
];

/** Makes one use of each choice of cryptography. */
export function buildCrypto(to: PanScope): void {
  for (const [table, attribute, area, part] of CHOICES)
    for (const row of rowsOf(to, table))
      for (const { words, statement } of row.values.get(attribute) ?? [])
        addCrypto(to, statement, {
          area,
          part,
          subject: row.names.at(-1) ?? '',
          values: words.map((word) => (word === 'null' ? 'none' : word)),
        });
  for (const kind of ['mgmt', 'ha'])
    for (const row of rowsOf(to, `deviceconfig system ssh ciphers ${kind}`)) addSwitched(to, row, kind);
}

/** `deviceconfig system ssh ciphers mgmt aes256-ctr yes`. */
function addSwitched(to: PanScope, row: Row, subject: string): void {
  for (const [cipher, found] of row.values)
    for (const { words, statement } of found)
      if (words[0] !== 'no')
        addCrypto(to, statement, { area: 'ssh', part: 'cipher', subject, values: [cipher] });
}
