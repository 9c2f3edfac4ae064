import type { CryptoArea, CryptoPart, CryptoUse } from '../../model/crypto-use.ts';
import { HARDENING, type PublicSource } from './sources.ts';

/** How a choice of cryptography is judged: `warn` is strong and below what the guidance asks for. */
export type CryptoGrade = 'accept' | 'warn' | 'fail';

/** A judged choice, with the source of the judgement. */
export interface GradedCrypto {
  readonly grade: CryptoGrade;
  readonly source: PublicSource;
}

const rfc = (number: number, name: string): PublicSource => ({
  title: `RFC ${number}: ${name}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
});
const SSH_KEX = rfc(9142, 'Key Exchange Method Updates for SSH');
const SSH_RC4 = rfc(8758, 'Deprecating RC4 in SSH');
const SSH_RSA = rfc(8332, 'RSA Keys with SHA-2 in SSH');
const TLS_OLD = rfc(8996, 'Deprecating TLS 1.0 and TLS 1.1');
const TLS_USE = rfc(9325, 'Recommendations for Secure Use of TLS');
const IKE = rfc(8247, 'Algorithms for IKEv2');
const IKE_OLD = rfc(9395, 'Deprecation of IKEv1');
const ESP = rfc(8221, 'Algorithms for ESP and AH');
const OSPF = rfc(5709, 'OSPFv2 HMAC-SHA Authentication');
const AO = rfc(5925, 'The TCP Authentication Option');

/** Where a row holds: the areas, the part, and the words it holds for, of which the first row that fits decides. */
type Row = readonly [
  areas: readonly CryptoArea[],
  part: CryptoPart,
  words: RegExp,
  grade: CryptoGrade,
  source: PublicSource,
];

const SSH: readonly CryptoArea[] = ['ssh'];
const TLS: readonly CryptoArea[] = ['tls'];
const VPN: readonly CryptoArea[] = ['ike', 'ipsec'];
const ROUTING: readonly CryptoArea[] = ['routing'];

/** Words stand in lower case with `-` for blanks and `_`. */
const ROWS: readonly Row[] = [
  [SSH, 'version', /^(?:v?2(?:\.0)?|2-only)$/, 'accept', HARDENING],
  [SSH, 'version', /1/, 'fail', HARDENING],
  [SSH, 'key-exchange', /mlkem|sntrup/, 'accept', SSH_KEX],
  [SSH, 'key-exchange', /group1[5-8]-sha(?:256|512)|nistp(?:384|521)/, 'accept', HARDENING],
  [SSH, 'key-exchange', /curve25519|curve448|group14-sha(?:2-?)?256|nistp256/, 'warn', SSH_KEX],
  [SSH, 'key-exchange', /group-exchange-sha(?:2|256)/, 'warn', SSH_KEX],
  [SSH, 'key-exchange', /sha1$|group1$|^(?:all|weak)$/, 'fail', SSH_KEX],
  [SSH, 'cipher', /cbc|3des|^des|blowfish|cast128|^none$|^(?:all|weak)$/, 'fail', HARDENING],
  [SSH, 'cipher', /arcfour|rc4/, 'fail', SSH_RC4],
  [SSH, 'cipher', /^(?:aes-?256|aead-aes-256)-(?:ctr|gcm)/, 'accept', HARDENING],
  [SSH, 'cipher', /^(?:aes-?(?:128|192)|aead-aes-128)-(?:ctr|gcm)|chacha20/, 'warn', HARDENING],
  [SSH, 'mac', /md5|sha1-96|umac-64|ripemd|^none$|^(?:all|weak)$/, 'fail', HARDENING],
  [SSH, 'mac', /sha2-?(?:256|512)/, 'accept', HARDENING],
  [SSH, 'mac', /sha1|umac-128/, 'warn', HARDENING],
  [SSH, 'signature', /dss|^dsa|^(?:x509v3-)?ssh-rsa|^all$/, 'fail', SSH_RSA],
  [SSH, 'signature', /^rsa-sha2|nistp(?:384|521)/, 'accept', HARDENING],
  [SSH, 'signature', /^rsa|ecdsa|ed25519|x509v3/, 'warn', HARDENING],
  [TLS, 'version', /^no-/, 'accept', TLS_OLD],
  [TLS, 'version', /ssl|(?:^|[^0-9.])1[.-]?[01]$|^(?:tls-?)?v?1$/, 'fail', TLS_OLD],
  [TLS, 'version', /1[.-]?3/, 'accept', HARDENING],
  [TLS, 'version', /1[.-]?2/, 'warn', HARDENING],
  [TLS, 'cipher', /^no-/, 'accept', TLS_USE],
  [TLS, 'cipher', /rc4|des|null|export|md5|cbc|^(?:rsa|tls-rsa)-|^weak$/, 'fail', TLS_USE],
  [TLS, 'cipher', /^tls(?:13)?-aes-?256-gcm/, 'accept', HARDENING],
  [TLS, 'cipher', /gcm|ccm|chacha20/, 'warn', TLS_USE],
  [TLS, 'enrollment', /self-?signed|system-generated/, 'fail', HARDENING],
  [VPN, 'version', /^(?:ikev|v)?2(?:-only)?$/, 'accept', HARDENING],
  [VPN, 'version', /^(?:ikev|v)?1(?:-only)?$/, 'warn', IKE_OLD],
  [VPN, 'mode', /^aggressive/, 'fail', IKE_OLD],
  [VPN, 'group', /^(?:none|off|no)$/, 'fail', ESP],
  [VPN, 'group', /(?:^|[^0-9])(?:1|2|5|22|23|24)$/, 'fail', IKE],
  [VPN, 'group', /(?:^|[^0-9])(?:15|16|17|18|20|21)$/, 'accept', HARDENING],
  [VPN, 'group', /(?:^|[^0-9])(?:14|19|31|32)$/, 'warn', IKE],
  [VPN, 'cipher', /des|null|seal|blowfish|cast|gmac|^none$/, 'fail', ESP],
  [VPN, 'cipher', /(?:aes|gcm).*256|256.*(?:aes|gcm)/, 'accept', HARDENING],
  [VPN, 'cipher', /aes|gcm|chacha20/, 'warn', HARDENING],
  [VPN, 'mac', /384|512|auth-encryption/, 'accept', HARDENING],
  [VPN, 'mac', /256|xcbc|cmac/, 'warn', HARDENING],
  [VPN, 'mac', /md5|sha-?1|^(?:esp-|ah-|hmac-)?sha(?:-hmac)?$|^none$/, 'fail', IKE],
  [VPN, 'prf', /384|512/, 'accept', HARDENING],
  [VPN, 'prf', /256|xcbc|cmac/, 'warn', HARDENING],
  [VPN, 'prf', /md5|sha-?1|^sha$/, 'fail', IKE],
  [VPN, 'authentication', /pre-?share|psk/, 'warn', HARDENING],
  [VPN, 'authentication', /rsa|ecdsa|dsa|cert|signature|eap|ecc/, 'accept', HARDENING],
  [ROUTING, 'authentication', /^none$|^null$/, 'fail', HARDENING],
  [ROUTING, 'authentication', /text|simple|^password$|cleartext/, 'fail', OSPF],
  [ROUTING, 'authentication', /sha|aes|cmac/, 'accept', OSPF],
  [ROUTING, 'authentication', /^(?:tcp-)?ao$/, 'accept', AO],
  [ROUTING, 'authentication', /md5|message-digest|key-?chain|keyed/, 'warn', OSPF],
];

/** The length of a key of RSA or of a Diffie-Hellman group in bits (CNSSP-15 asks for 3072); of ECDSA 256 to 521. */
function gradeLength(bits: number): CryptoGrade {
  if (bits >= 224 && bits <= 521) return bits >= 384 ? 'accept' : 'warn';
  if (bits < 2048) return 'fail';
  return bits < 3072 ? 'warn' : 'accept';
}

const CNSSP_15: PublicSource = {
  title: 'CNSSP-15: Use of Public Standards for Secure Information Sharing',
  url: 'https://www.cnss.gov/CNSS/issuances/Policies.cfm',
};

/** Judges one choice; null where we do not know the word. */
export function gradeCrypto({ area, part, value, subject }: CryptoUse): GradedCrypto | null {
  const word = value.toLowerCase().replace(/[\s_]+/g, '-');
  if (part === 'key-length') {
    const bits = Number(word);
    if (!Number.isInteger(bits) || bits <= 0) return null;
    // A key of RSA as short as one of ECDSA is no key.
    const short = bits <= 521 && !/ec/.test(subject);
    return { grade: short ? 'fail' : gradeLength(bits), source: CNSSP_15 };
  }
  const row = ROWS.find(([areas, of, words]) => of === part && areas.includes(area) && words.test(word));
  return row ? { grade: row[3], source: row[4] } : null;
}
