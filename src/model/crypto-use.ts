import type { At } from './at.ts';

/** Where cryptography is used. */
export type CryptoArea =
  | 'ssh'
  | 'tls'
  | 'ike'
  | 'ipsec'
  | 'snmp'
  | 'macsec'
  | 'routing'
  | 'aaa'
  | 'syslog'
  | 'ntp'
  | 'pki';

/** What of a protocol a value chooses. */
export type CryptoPart =
  | 'version'
  | 'mode'
  | 'key-exchange'
  | 'cipher'
  | 'mac'
  | 'signature'
  | 'authentication'
  | 'group'
  | 'prf'
  | 'key-length'
  | 'transport'
  | 'enrollment';

/**
 * One choice of cryptography that a configuration makes. Values are the platform's own words in lower case (`aes-cbc-256`,
 * `group14`, `md5`, `none`); lists give one entry for each value. `none` where the platform says that there is no
 * protection.
 */
export interface CryptoUse extends At {
  readonly area: CryptoArea;
  /** What it belongs to: name of the policy, proposal or certificate, `ospf Gi0/0`, `bgp 192.0.2.1`; empty for all. */
  readonly subject: string;
  readonly part: CryptoPart;
  readonly value: string;
}
