// Synthetic: a rich case for the tests and screenshots of reports. Not part of the product.
import { DAY } from '../../base/time.ts';
import type { Answers, CheckSummary } from '../../model/answers.ts';
import type { Device } from '../../model/device.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import type { Finding, Verdict } from '../../model/verdict.ts';
import {
  AS_OF,
  blind,
  cannotTell,
  covered,
  device,
  evidence,
  finding,
  HOSTILE,
  kind,
  PERIOD,
  proof,
  snapshots,
  verdict,
} from './fixture-parts.ts';
import { duties, incident, playbook, scope } from './fixture-story.ts';

const ACCOUNTING = evidence('exports/aaa/tacacs-2026.log.gz', ['accounting']);
const CONFIG = evidence('exports/configs/pe-chi-02.cfg', ['config']);
const FLOWS = evidence('exports/flows/2026-08.nfcapd', ['flow'], 38_200_000_000);
const ODD = evidence(`exports/${HOSTILE}.bin`, [], 912);

const INDICATOR = 'indicator--1f0b5c52-9d0d-4d7e-9d61-0a3a6f0a1c11/198.51.100.9';
const ACS = 'marking-definition--3f8bbd41-3c1f-4f0a-8c8d-0b1ad9e0c001';

function findings(): Finding[] {
  return [
    finding({
      check: 'capture-of-aaa',
      subject: 'pe-chi-02',
      title: 'A capture of TACACS+ traffic was started on pe-chi-02 and its file left the device.',
      proof: [
        proof(ACCOUNTING, 4118),
        proof(ACCOUNTING, 4121, {
          text: 'monitor capture MC1 export ftp://203.0.113.77/mc1.pcap',
          shows: 'the capture was exported to 203.0.113.77',
        }),
        proof(CONFIG, 212, { at: null, text: HOSTILE, shows: 'nothing in the configuration says so' }),
      ],
      accounts: ['m.okafor'],
      addresses: ['203.0.113.77'],
      notes: ['No change ticket stands in the register for that night.'],
    }),
    finding({
      check: 'tunnel-unknown-peer',
      subject: 'pe-chi-02',
      class: 'contradiction',
      title: 'A GRE tunnel to 198.51.100.9 is in the flows and in no configuration.',
      attack: ['T1572'],
      proof: [proof(FLOWS, 0, { text: 'GRE 192.0.2.11 > 198.51.100.9, 4.2 GB', shows: 'protocol 47 flows' })],
      addresses: ['198.51.100.9'],
      indicators: [INDICATOR],
    }),
    finding({
      check: 'account-unknown',
      subject: 'pe-chi-02',
      title: 'The local account cisco_support with privilege 15 is in no register.',
      severity: 'high',
      confidence: 'medium',
      attack: ['T1136.001'],
      proof: [
        proof(CONFIG, 88, { at: null, text: 'username cisco_support privilege 15 secret 9 <scrubbed>' }),
      ],
    }),
    ...oddFindings(),
  ];
}

function oddFindings(): Finding[] {
  return [
    finding({
      check: 'hostile',
      subject: HOSTILE,
      class: 'indicator',
      severity: 'medium',
      confidence: 'low',
      first: null,
      last: null,
      title: HOSTILE,
      notes: [HOSTILE],
      accounts: [HOSTILE],
      otherExplanations: [HOSTILE],
      next: [HOSTILE],
    }),
    finding({
      check: 'weak-secret-storage',
      subject: 'pe-chi-01',
      class: 'weakness',
      severity: 'low',
      title: 'Four secrets on pe-chi-01 are stored in reversible form.',
      suppressed: { by: 'a.lindgren', why: 'Replaced in change 4411.', until: AS_OF + 30 * DAY },
    }),
  ];
}

function check(id: string, more: Partial<CheckSummary>): CheckSummary {
  return {
    id,
    asks: `Did ${id.replaceAll('-', ' ')} happen?`,
    title: id.replaceAll('-', ' '),
    class: 'compromise',
    severity: 'critical',
    attack: ['T1040'],
    hit: 0,
    clear: 0,
    cannotTell: 0,
    ...more,
  };
}

const CHECKS: readonly CheckSummary[] = [
  check('capture-of-aaa', { title: 'capture of TACACS+ started', hit: 1, clear: 2, cannotTell: 1 }),
  check('account-unknown', { title: 'local account in no register', severity: 'high', hit: 1, clear: 3 }),
  check('tunnel-unknown-peer', {
    title: 'tunnel in flow, absent from configuration',
    class: 'contradiction',
  }),
  check('web-ui-exploit', { title: 'web UI exploit markers', clear: 2, cannotTell: 2 }),
  check('weak-secret-storage', { title: 'weak secret storage', class: 'weakness', severity: 'low' }),
  check('hostile', { title: HOSTILE, asks: HOSTILE, class: 'indicator', severity: 'medium', hit: 1 }),
];

function verdicts(all: readonly Finding[], devices: readonly Device[]): Verdict[] {
  return CHECKS.flatMap((c) =>
    devices.map((d, i) => {
      const hits = all.filter((f) => f.check === c.id && f.subject === d.id).map((f) => f.id);
      if (hits.length > 0) return verdict(c.id, d.id, { answer: 'hit', findings: hits });
      return c.id === 'web-ui-exploit' && i % 2 === 1 ? cannotTell(c.id, d.id) : verdict(c.id, d.id);
    }),
  );
}

const LEDGER: readonly LedgerRow[] = [
  { evidence: ACCOUNTING.id, state: 'read', reason: 'accounting', bytes: 48_000, units: 500, samples: [] },
  {
    evidence: ACCOUNTING.id,
    state: 'not-understood',
    reason: 'no header',
    bytes: 213,
    units: 2,
    samples: [{ line: 77, byte: 7392, length: 96, text: HOSTILE }],
  },
  { evidence: CONFIG.id, state: 'set-aside', reason: 'banner', bytes: 400, units: 9, samples: [] },
  {
    evidence: ODD.id,
    state: 'not-understood',
    reason: 'no source knows it',
    bytes: 912,
    units: 0,
    samples: [],
  },
];

function devices(): Device[] {
  return [
    device('pe-chi-02'),
    device('pe-chi-01', { addresses: ['192.0.2.12'], site: null, model: null }),
    device('aaa-1', { sort: 'host', vendor: null, platform: 'Linux', role: 'AAA server' }),
    device(HOSTILE, { sort: 'unknown', inventoried: false, because: [HOSTILE], vendor: HOSTILE }),
  ];
}

function coverageOf(id: string, index: number): Answers['coverage'][number] {
  if (index === 3) return covered(id, []);
  return covered(id, [
    snapshots([20, 120]),
    kind('accounting', index === 0 ? [blind(0, 3, 'before-first'), blind(60, 61, 'sequence-gap')] : []),
    kind('syslog', [blind(30, 34), blind(100, 101, 'sequence-gap')]),
    ...(index === 0 ? [kind('flow', [blind(150, 203, 'after-last')])] : []),
  ]);
}

const INTELLIGENCE: Answers['intelligence'] = {
  items: 214,
  latest: AS_OF - 6 * 3_600_000,
  packs: [
    {
      id: 'builtin:salt-typhoon',
      name: 'Salt Typhoon, public advisories (synthetic)',
      items: 214,
      marking: 'CLEAR',
      problems: [{ code: 'pattern', text: 'A pattern with FOLLOWEDBY is not used.', count: 3 }],
    },
  ],
  carried: {
    [ACS]: {
      type: 'marking-definition',
      spec_version: '2.1',
      id: ACS,
      created: '2026-01-01T00:00:00.000Z',
      definition_type: 'statement',
      definition: { statement: 'Synthetic terms of use' },
    },
  },
  matched: [
    {
      id: INDICATOR,
      type: 'ipv4',
      value: '198.51.100.9',
      title: 'leased host (synthetic)',
      marking: 'AMBER',
      markingRefs: [ACS],
    },
  ],
};

/** Header and figures of the synthetic case. */
function base(): Pick<
  Answers,
  'schema' | 'version' | 'caseId' | 'asOf' | 'period' | 'marking' | 'intelligence' | 'evidence' | 'settings'
> {
  return {
    schema: 'seawall.answers/1',
    version: '0.1.0',
    caseId: 'case-7QK2',
    asOf: AS_OF,
    period: PERIOD,
    marking: 'AMBER+STRICT',
    intelligence: INTELLIGENCE,
    evidence: {
      files: 1204,
      bytes: 38_200_000_000,
      kinds: [
        { kind: 'config', files: 412, bytes: 51_000_000 },
        { kind: 'flow', files: 180, bytes: 38_000_000_000 },
      ],
      readBytes: 38_000_000_000,
      setAsideBytes: 190_000_000,
      notUnderstoodBytes: 10_000_000,
      failedBytes: 0,
      unknownFiles: 7,
      partlyUnderstoodFiles: 9,
      duplicates: [{ name: 'exports/copy of a.log', of: 'exports/a.log' }],
    },
    settings: { since: PERIOD.from, until: null, jurisdictions: ['US', 'EU'] },
  };
}

/** The rich synthetic case: several devices, an incident, duties, blind windows and hostile strings. */
export function richAnswers(): Answers {
  const all = findings();
  const found = devices();
  return {
    ...base(),
    files: [ACCOUNTING, CONFIG, FLOWS, ODD],
    ledger: LEDGER,
    devices: found,
    ambiguous: [{ origin: 'addr:10.0.0.1', devices: ['pe-chi-01', 'pe-chi-02'] }],
    coverage: found.map((d, i) => coverageOf(d.id, i)),
    checks: CHECKS,
    plans: [],
    verdicts: verdicts(all, found),
    findings: all,
    incidents: [incident(all.slice(0, 4))],
    scope: scope(all),
    duties: duties(),
    hit: {
      answer: 'yes',
      confidence: 'high',
      devices: ['pe-chi-02', 'pe-chi-01', 'aaa-1'],
      systems: ['li-mediation'],
      playbook: playbook(all),
      sentence: 'Signs of compromise on 3 devices and 1 system.',
      cells: { hit: 4, clear: 16, cannotTell: 2 },
    },
    since: {
      atTheLatest: Date.UTC(2026, 7, 14, 3, 12),
      earliestPossible: PERIOD.from,
      sentence: '2026-08-14 03:12Z at the latest; earliest possible 2026-05-02 (logs begin).',
      finding: all[0]?.id ?? null,
    },
    depthSentence: 'pe-chi-02 > aaa-1 > 41 devices share its TACACS+ key.',
    whoSentence: 'Intercept requests: 12 seen, 12 to 31 possible. Call records: 4,118 seen, no upper bound.',
    tellSentence:
      'FBI and Secret Service: 6 business days left (47 CFR 64.2011, checked 2026-10-05; ask counsel).',
    limits: ['7 files were not understood; a sign in them would not be seen.', HOSTILE],
  };
}
