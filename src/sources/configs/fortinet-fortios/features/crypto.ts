import type { CryptoArea, CryptoPart } from '../../../../model/crypto-use.ts';
import { at, type FortiScope, type Row, rowsOf, type Value, value } from '../scope.ts';

interface Choice {
  readonly table: string;
  readonly attribute: string;
  readonly area: CryptoArea;
  readonly part: CryptoPart;
}

/** Attributes whose words are choices of cryptography as they stand: table, attribute, area, part. */
const CHOICES: readonly Choice[] = (
  [
    ['system global', 'ssh-enc-algo', 'ssh', 'cipher'],
    ['system global', 'ssh-kex-algo', 'ssh', 'key-exchange'],
    ['system global', 'ssh-mac-algo', 'ssh', 'mac'],
    ['system global', 'ssh-hostkey-algo', 'ssh', 'signature'],
    ['system global', 'admin-https-ssl-versions', 'tls', 'version'],
    ['system global', 'admin-https-ssl-ciphersuites', 'tls', 'cipher'],
    ['system global', 'ssl-min-proto-version', 'tls', 'version'],
    ['system global', 'dh-params', 'tls', 'key-length'],
    ['vpn ssl settings', 'ssl-min-proto-ver', 'tls', 'version'],
    ['vpn ssl settings', 'algorithm', 'tls', 'mode'],
    ['vpn ssl settings', 'ciphersuite', 'tls', 'cipher'],
    ['vpn ipsec phase1-interface *', 'ike-version', 'ike', 'version'],
    ['vpn ipsec phase1-interface *', 'mode', 'ike', 'mode'],
    ['vpn ipsec phase1-interface *', 'authmethod', 'ike', 'authentication'],
    ['vpn ipsec phase1-interface *', 'dhgrp', 'ike', 'group'],
    ['vpn ipsec phase1 *', 'ike-version', 'ike', 'version'],
    ['vpn ipsec phase1 *', 'mode', 'ike', 'mode'],
    ['vpn ipsec phase1 *', 'authmethod', 'ike', 'authentication'],
    ['vpn ipsec phase1 *', 'dhgrp', 'ike', 'group'],
    ['vpn ipsec phase2-interface *', 'dhgrp', 'ipsec', 'group'],
    ['vpn ipsec phase2 *', 'dhgrp', 'ipsec', 'group'],
    ['vpn ipsec manualkey-interface *', 'enc-alg', 'ipsec', 'cipher'],
    ['vpn ipsec manualkey-interface *', 'auth-alg', 'ipsec', 'mac'],
    ['vpn ipsec manualkey *', 'encryption', 'ipsec', 'cipher'],
    ['vpn ipsec manualkey *', 'authentication', 'ipsec', 'mac'],
    ['system snmp user *', 'auth-proto', 'snmp', 'authentication'],
    ['system snmp user *', 'priv-proto', 'snmp', 'cipher'],
    ['router ospf ospf-interface *', 'authentication', 'routing', 'authentication'],
    ['router ospf area *', 'authentication', 'routing', 'authentication'],
    ['router rip interface *', 'auth-mode', 'routing', 'authentication'],
    ['router key-chain * key *', 'algorithm', 'routing', 'authentication'],
    ['router isis isis-interface *', 'auth-mode-l1', 'routing', 'authentication'],
    ['router isis isis-interface *', 'auth-mode-l2', 'routing', 'authentication'],
    ['system ntp ntpserver *', 'key-type', 'ntp', 'authentication'],
    ['user tacacs+ *', 'authen-type', 'aaa', 'authentication'],
    ['user radius *', 'auth-type', 'aaa', 'authentication'],
    ['user radius *', 'transport-protocol', 'aaa', 'transport'],
    ['user ldap *', 'secure', 'aaa', 'transport'],
    ['user ldap *', 'ssl-min-proto-version', 'aaa', 'version'],
    ['vpn certificate local *', 'enroll-protocol', 'pki', 'enrollment'],
    ['vpn certificate local *', 'scep-url', 'pki', 'enrollment'],
  ] as const
).map(([table, attribute, area, part]) => ({ table, attribute, area, part }));

const PROPOSALS: readonly (readonly [string, CryptoArea])[] = [
  ['vpn ipsec phase1-interface *', 'ike'],
  ['vpn ipsec phase1 *', 'ike'],
  ['vpn ipsec phase2-interface *', 'ipsec'],
  ['vpn ipsec phase2 *', 'ipsec'],
];

/** Makes one use of each choice of cryptography. */
export function buildCrypto(to: FortiScope): void {
  for (const { table, attribute, area, part } of CHOICES)
    for (const row of rowsOf(to, table)) {
      const found = row.values.get(attribute);
      for (const word of found?.words ?? []) {
        const choice = area === 'ike' || area === 'ipsec' ? grouped(attribute, word) : word;
        if (found) push(to, found, { area, subject: subjectOf(row, table), part, value: choice });
      }
    }
  for (const [table, area] of PROPOSALS)
    for (const row of rowsOf(to, table)) {
      for (const word of row.values.get('proposal')?.words ?? []) addProposal(to, row, { area, word });
      const pfs = row.values.get('pfs');
      if (pfs && value(row, 'pfs') === 'disable')
        push(to, pfs, { area, subject: row.names[0] ?? '', part: 'group', value: 'none' });
    }
  addTransports(to);
}

const grouped = (attribute: string, word: string): string => (attribute === 'dhgrp' ? `group${word}` : word);

const subjectOf = (row: Row, table: string): string => {
  const name = row.names.at(-1) ?? '';
  if (table.startsWith('router')) return `${table.split(' ')[1] ?? ''} ${name}`.trim();
  return table === 'vpn ssl settings' ? 'ssl-vpn' : name;
};

interface Use {
  readonly area: CryptoArea;
  readonly subject: string;
  readonly part: CryptoPart;
  readonly value: string;
}

function push(to: FortiScope, found: Value, use: Use): void {
  if (use.value !== '' && use.value !== "''")
    to.draft.crypto.push({ ...at(found.statement), ...use, value: use.value.toLowerCase() });
}

/** `aes256-sha256`, `aes128gcm-prfsha256`, `chacha20poly1305-prfsha256`, `aes128gcm`, `null-sha1`. */
function addProposal(to: FortiScope, row: Row, { area, word }: { area: CryptoArea; word: string }): void {
  const found = row.values.get('proposal');
  if (!found) return;
  const subject = row.names[0] ?? '';
  const [cipher = '', hash] = word.split('-');
  push(to, found, { area, subject, part: 'cipher', value: cipher === 'null' ? 'none' : cipher });
  if (hash?.startsWith('prf')) push(to, found, { area, subject, part: 'prf', value: hash.slice(3) });
  else if (hash) push(to, found, { area, subject, part: 'mac', value: hash === 'null' ? 'none' : hash });
}

/** What protects log lines, neighbours and the cluster on their way. */
function addTransports(to: FortiScope): void {
  for (const [table, rows] of to.rows) {
    if (!/^log \S+ (?:override-)?setting$/.test(table)) continue;
    for (const row of rows) {
      const found = row.values.get('enc-algorithm');
      const subject = value(row, 'server') ?? '';
      if (found) {
        const chosen =
          value(row, 'enc-algorithm') === 'disable' ? 'none' : `tls ${value(row, 'enc-algorithm')}`;
        push(to, found, { area: 'syslog', subject, part: 'transport', value: chosen });
      }
      const least = row.values.get('ssl-min-proto-version');
      if (least) push(to, least, { area: 'syslog', subject, part: 'version', value: least.words[0] ?? '' });
    }
  }
  for (const row of rowsOf(to, 'router bgp neighbor *')) {
    const found = row.values.get('password');
    if (found)
      push(to, found, {
        area: 'routing',
        subject: `bgp ${row.names[0] ?? ''}`,
        part: 'authentication',
        value: 'md5',
      });
  }
  for (const row of rowsOf(to, 'system ntp ntpserver *')) {
    const found = row.values.get('authentication');
    if (found && !row.values.has('key-type') && found.words[0] === 'enable')
      push(to, found, {
        area: 'ntp',
        subject: value(row, 'server') ?? '',
        part: 'authentication',
        value: value(row, 'ntpv3') === 'enable' ? 'md5' : 'sha1',
      });
  }
}
