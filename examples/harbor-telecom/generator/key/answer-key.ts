import { STOLEN, STOLEN_LOOKUPS } from '../access/call-records.ts';
import type { OutputFile } from '../output.ts';
import { HITS } from './hits.ts';
import { CANNOT_TELL, QUIET } from './others.ts';

const STEPS: readonly string[] = [
  '2026-10-20 02:13Z a web request on pe-chi-02 creates svc_netmon',
  '2026-10-21 02:31Z ACL 20, Tunnel48213 and a route into it on pe-chi-02',
  '2026-10-22 to 10-28 GRE from pe-mke-01 that its configuration never shows',
  '2026-10-24 03:20Z capture of TACACS+ on pe-chi-02, taken out by FTP',
  '2026-10-25 01:10Z Guest Shell on pe-chi-02 for six hours',
  '2026-10-26 02:20Z own AAA server, local login first, changed loopback, HTTPS on 18443',
  '2026-10-26 05:05Z l.hansen on agg-det-01 from the changed loopback; SSH on 22122; rogue TACACS+ in flows',
  '2026-10-26 06:31Z l.hansen on jump-02 by password; new user nmsbak with sudo',
  '2026-10-27 03:03Z logs cleared and stopped on pe-chi-02 for eleven hours',
  '2026-10-27 04:40Z p-stl-01 changed without accounting; 05:12Z p-ind-01 read without a login line',
  '2026-10-29 11:40Z rancid used from jump-02 to take the configuration of p-stl-01',
  '2026-10-30 04:22Z SNMP write on ce-gary-01',
  '2026-11-03 03:17Z call records taken from cdr-warehouse',
  '2026-11-04 03:42Z list of intercept targets read',
];

const NOT_UNDERSTOOD = [
  { path: 'evidence/unknown/optmon-2026-11.bin', why: 'a binary with its own magic' },
  { path: 'evidence/unknown/planvue_export.txt', why: 'a proprietary text export' },
  {
    path: 'evidence/configs/2026-10-15/pe-cmh-01.cfg',
    why: 'eleven lines of a feature that no vendor ships',
  },
  {
    path: 'evidence/configs/2026-11-13/pe-cmh-01.cfg',
    why: 'eleven lines of a feature that no vendor ships',
  },
];

const SCOPE = {
  since: '2026-10-20T02:13:07Z',
  callRecords: {
    subject: 'cdr-warehouse',
    lower: {
      bulkQueries: STOLEN.length,
      bulkRows: STOLEN.reduce((sum, rows) => sum + rows, 0),
      singleNumberLookups: STOLEN_LOOKUPS,
    },
    upper: { rows: 48_200_000, persons: 1_310_000 },
    blind: [{ from: '2026-11-06T00:00:00Z', to: '2026-11-08T00:00:00Z' }],
    destination: '203.0.113.67',
  },
  intercept: {
    subject: 'intercept-admin',
    lower: { targetsListed: 12, detailsViewed: 5 },
    blind: [{ from: '2026-11-05T04:00:00Z', to: '2026-11-06T06:00:00Z' }],
  },
  devicesTouched: ['pe-chi-02', 'pe-mke-01', 'agg-det-01', 'p-stl-01', 'p-ind-01', 'ce-gary-01'],
  accounts: ['svc_netmon', 'l.hansen', 'm.okafor', 'rancid', 'nmsbak', 'etl_batch', 'li_admin2'],
  configurationsTaken: ['pe-chi-02', 'agg-det-01', 'p-stl-01'],
  sharedSecrets: [
    'TACACS+ key of the whole fleet',
    'one SNMP community on ce-gary-01, ce-hammond-01 and ce-toledo-01',
  ],
  actorAddresses: ['198.51.100.77', '203.0.113.66', '203.0.113.67'],
};

/** What was planted; read by the end-to-end test, never by the product. */
export function answerKeyFile(): OutputFile {
  const key = {
    note: 'SYNTHETIC. What the generator planted in evidence/. For the end-to-end test only; the product never reads it.',
    hit: HITS,
    quiet: QUIET,
    cannotTell: CANNOT_TELL,
    notUnderstood: NOT_UNDERSTOOD,
    scope: SCOPE,
    steps: STEPS,
  };
  return { path: 'answer-key.json', bytes: Buffer.from(`${JSON.stringify(key, null, 2)}\n`) };
}
