/** One planted answer; `at` is the instant of the first evidence of it. */
export interface PlantedHit {
  check: string;
  device: string;
  at: string;
  why: string;
  /** Present when the answer needs the intelligence in `intel/`. */
  needs?: 'intel';
  /** Present when the subject is a host that the inventory does not list: an answer may name it otherwise. */
  optional?: true;
}

type Row = readonly [check: string, device: string, at: string, why: string];

const rows = (entries: readonly Row[], extra: Pick<PlantedHit, 'needs'> = {}): PlantedHit[] =>
  entries.map(([check, device, at, why]) => ({ check, device, at, why, ...extra }));

const FOOTHOLD: readonly Row[] = [
  [
    'wsma-double-encoded',
    'pe-chi-02',
    '2026-10-20T02:13:07Z',
    'three POSTs with a double-encoded WSMA path from 198.51.100.77, each answered 200',
  ],
  [
    'webui-created-user',
    'pe-chi-02',
    '2026-10-20T02:13:09Z',
    'CONFIG_P by the web service as svc_netmon, then its first login; privilege 15 in the second snapshot only',
  ],
  ['login-outside-management', 'pe-chi-02', '2026-10-20T02:15:31Z', 'svc_netmon logs in from 198.51.100.77'],
  [
    'acl-admits-public',
    'pe-chi-02',
    '2026-10-21T02:31:35Z',
    'ACL 20, bound to the terminal lines, gains permit 198.51.100.77',
  ],
  [
    'tunnel-unknown-peer',
    'pe-chi-02',
    '2026-10-21T02:31:54Z',
    'Tunnel48213 to 203.0.113.66, not in the register',
  ],
  [
    'route-into-tunnel',
    'pe-chi-02',
    '2026-10-21T02:33:19Z',
    'static route for 192.0.2.96/28 into Tunnel48213',
  ],
  [
    'packet-capture',
    'pe-chi-02',
    '2026-10-24T03:20:09Z',
    'capture mycap of TCP/49, exported to bootflash:tac.pcap and copied to 203.0.113.67 by FTP',
  ],
  [
    'guestshell-lifecycle',
    'pe-chi-02',
    '2026-10-25T01:10:22Z',
    'guestshell enable, destroyed six hours later',
  ],
  ['aaa-server-unapproved', 'pe-chi-02', '2026-10-26T02:21:11Z', 'TACACS+ server AAA3 at 203.0.113.66'],
  ['aaa-weakened', 'pe-chi-02', '2026-10-26T02:22:55Z', 'login method list asks the local database first'],
  [
    'loopback-ssh-source',
    'pe-chi-02',
    '2026-10-26T02:23:09Z',
    'Loopback1 becomes 10.199.48.13 and the source of SSH',
  ],
  [
    'web-mgmt-odd-port',
    'pe-chi-02',
    '2026-10-26T02:44:00Z',
    'HTTPS on 18443 in the second snapshot and in flows from 198.51.100.77',
  ],
  [
    'log-tampering',
    'pe-chi-02',
    '2026-10-27T03:03:59Z',
    'clear logging and removal of both log hosts; one came back',
  ],
  [
    'device-silence',
    'pe-chi-02',
    '2026-10-27T03:04:52Z',
    'eleven hours without a line, then sequence numbers that jump',
  ],
  [
    'silent-while-active',
    'pe-chi-02',
    '2026-10-27T03:04:52Z',
    'flows and accounting go on during the silence',
  ],
];

const ONWARDS: readonly Row[] = [
  [
    'tunnel-in-flow-not-config',
    'pe-mke-01',
    '2026-10-22T03:07:00Z',
    'six days of GRE to 203.0.113.67; no tunnel in either snapshot',
  ],
  [
    'login-outside-management',
    'agg-det-01',
    '2026-10-26T05:05:36Z',
    'l.hansen from 10.199.48.13, the changed loopback of pe-chi-02',
  ],
  [
    'aaa-in-flow-not-config',
    'agg-det-01',
    '2026-10-26T05:14:00Z',
    'TCP/49 to 203.0.113.66, which no snapshot names',
  ],
  ['ssh-odd-port', 'agg-det-01', '2026-10-26T05:40:00Z', 'long SSH sessions to port 22122 from 203.0.113.67'],
  [
    'config-change-unaccounted',
    'p-stl-01',
    '2026-10-27T04:41:37Z',
    'CONFIG_I by m.okafor from jump-02; accounting is there before and after, but not for this',
  ],
  [
    'accounting-without-login',
    'p-ind-01',
    '2026-10-27T05:12:50Z',
    'commands of l.hansen in accounting; the log, unbroken, has no login',
  ],
  [
    'automation-account-misuse',
    'p-stl-01',
    '2026-10-29T11:40:14Z',
    'rancid off schedule, from jump-02, in configuration mode',
  ],
  [
    'config-theft',
    'p-stl-01',
    '2026-10-29T11:41:58Z',
    'running-config to tftp://203.0.113.67 and tftp-server nvram:startup-config',
  ],
  [
    'snmp-write',
    'ce-gary-01',
    '2026-10-30T04:22:17Z',
    'configured by SNMP from 203.0.113.67; a second write community appears',
  ],
  [
    'automation-account-misuse',
    'cdr-warehouse',
    '2026-11-03T03:17:44Z',
    'etl_batch from jump-02, off schedule',
  ],
  [
    'bulk-record-access',
    'cdr-warehouse',
    '2026-11-03T03:17:44Z',
    '41,180 rows in six queries without a predicate on a subscriber, to 203.0.113.67; then 37 single numbers',
  ],
  [
    'intercept-list-read',
    'intercept-admin',
    '2026-11-04T03:42:19Z',
    'li_admin2 from jump-02 reads the list of 12 targets and the details of five, without warrant or approval',
  ],
];

const INTEL: readonly Row[] = [
  [
    'indicator-match',
    'pe-chi-02',
    '2026-10-21T02:41:00Z',
    '203.0.113.66 in tunnel, route, AAA server and flows',
  ],
  ['indicator-match', 'agg-det-01', '2026-10-26T05:14:00Z', '203.0.113.66 in TCP/49 flows'],
  [
    'indicator-near-match',
    'pe-mke-01',
    '2026-10-22T03:07:00Z',
    '203.0.113.67 beside 203.0.113.66 and 203.0.113.90',
  ],
  ['indicator-near-match', 'p-stl-01', '2026-10-29T11:41:59Z', '203.0.113.67 in a TFTP flow'],
  ['indicator-near-match', 'ce-gary-01', '2026-10-30T04:22:02Z', '203.0.113.67 in an SNMP flow'],
];

const weakness = (check: string, device: string, why: string): Row => [
  check,
  device,
  '2026-10-15T02:00:00Z',
  why,
];

const WEAKNESSES: readonly Row[] = [
  weakness('http-server-exposed', 'pe-chi-02', 'web interface without an access class'),
  weakness('http-server-exposed', 'sw-det-01', 'web interface without an access class'),
  weakness('smart-install', 'sw-det-01', 'a switch without no vstack'),
  weakness('vty-exposed', 'ce-dayton-01', 'terminal lines without an access class'),
  weakness('vty-exposed', 'agg-stl-01', 'terminal lines without an access class'),
  weakness('secret-weak', 'ce-racine-01', 'type 7 passwords'),
  weakness('secret-weak', 'ce-toledo-01', 'type 7 passwords'),
  weakness('snmp-not-authpriv', 'ce-hammond-01', 'write community, shared with ce-gary-01 and ce-toledo-01'),
  weakness('snmp-not-authpriv', 'ce-gary-01', 'write community without an access list'),
  weakness('snmp-not-authpriv', 'ce-toledo-01', 'read community'),
];

// A jump host is a subject that the device list does not have.
const JUMP_HOST: readonly PlantedHit[] = [
  {
    check: 'login-outside-management',
    device: 'jump-02',
    at: '2026-10-26T06:31:22Z',
    why: 'l.hansen, then nmsbak, by password from 10.199.48.13',
    optional: true,
  },
  {
    check: 'tool-file-hash',
    device: 'jump-02',
    at: '2026-11-13T00:00:00Z',
    why: 'the shared hash in the list of file hashes',
    needs: 'intel',
    optional: true,
  },
];

/** Every hit that was planted. */
export const HITS: readonly PlantedHit[] = [
  ...rows(FOOTHOLD),
  ...rows(ONWARDS),
  ...rows(INTEL, { needs: 'intel' }),
  ...JUMP_HOST,
  ...rows(WEAKNESSES),
];
