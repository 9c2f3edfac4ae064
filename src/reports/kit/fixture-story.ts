// Synthetic: the incident, scope and duties of the case that tests and screenshots of reports use.
import { DAY, HOUR } from '../../base/time.ts';
import type { DutyAssessment } from '../../model/duty.ts';
import type { Incident, PlaybookFit, StepFit } from '../../model/incident.ts';
import type { Scope } from '../../model/scope.ts';
import type { Finding } from '../../model/verdict.ts';
import { AS_OF, HOSTILE, PERIOD } from './fixture-parts.ts';

function step(name: string, state: StepFit['state'], findings: readonly string[] = []): StepFit {
  return {
    step: name.toLowerCase().replaceAll(' ', '-'),
    title: name,
    attack: ['T1040'],
    state,
    findings,
    first: findings.length > 0 ? Date.UTC(2026, 7, 14, 3, 12) : null,
    note:
      state === 'cannot-tell' ? 'No web server log of 25 devices was given.' : 'Looked for on 405 devices.',
  };
}

/** How the findings fit the synthetic playbook: three steps seen, one not, one that cannot be told. */
export function playbook(findings: readonly Finding[]): PlaybookFit {
  const ids = findings.map((f) => f.id);
  return {
    campaign: 'salt-typhoon',
    title: 'Salt Typhoon',
    steps: [
      step('Entry through the web UI', 'cannot-tell'),
      step('Local account added', 'seen', ids.slice(2, 3)),
      step('Capture of TACACS+ traffic', 'seen', ids.slice(0, 1)),
      step('Tunnel to a leased host', 'seen', ids.slice(1, 2)),
      step('Log cleared', 'not-seen'),
    ],
    seen: 3,
    notSeen: 1,
    cannotTell: 1,
    aligned: true,
    against: ['The tunnel peer is in no shared indicator list.'],
  };
}

/** The incident that holds the findings. */
export function incident(findings: readonly Finding[]): Incident {
  return {
    id: 'I-K7Q2MD',
    title: 'Capture and export of sign-in traffic on pe-chi-02',
    severity: 'critical',
    confidence: 'high',
    findings: findings.map((f) => f.id),
    subjects: [...new Set(findings.map((f) => f.subject))],
    accounts: ['m.okafor', HOSTILE],
    addresses: ['203.0.113.77', '198.51.100.9'],
    first: Date.UTC(2026, 7, 14, 3, 12),
    last: Date.UTC(2026, 9, 20, 2, 13),
    timeline: findings.map((f, i) => ({
      at: (f.first ?? PERIOD.from) + i * HOUR,
      subject: f.subject,
      finding: f.id,
      what: f.title,
      severity: f.severity,
    })),
    playbooks: [playbook(findings)],
    because: ['The same account, m.okafor, stands in three findings within one hour.'],
  };
}

/** What was taken: intercept requests and call records, with and without an upper bound. */
export function scope(findings: readonly Finding[]): Scope {
  return {
    blast: {
      hitDevices: ['pe-chi-02', 'pe-chi-01', 'aaa-1'],
      exposedDevices: Array.from({ length: 41 }, (_, i) => `pe-chi-${String(i + 10).padStart(2, '0')}`),
      accounts: ['m.okafor', 'svc-backup', HOSTILE],
      edges: [
        { from: 'pe-chi-02', to: 'aaa:10.0.9.5', by: 'aaa-server', group: null, count: 1 },
        { from: 'pe-chi-02', to: 'device:pe-chi-10', by: 'aaa-key', group: 'R1', count: 41 },
      ],
      secretGroups: 7,
      unseenDevices: ['aaa-1'],
    },
    data: [
      {
        system: 'system:li-mediation',
        dataClass: 'intercept-target',
        records: { lower: 12, upper: 31 },
        persons: { lower: 9, upper: 27 },
        lowerBecause: 'Twelve requests were opened by svc-backup from 10.0.4.11.',
        upperBecause: 'Thirty-one requests were in the system over the window.',
        tighten: 'The audit log of the mediation system from 14 to 20 August.',
        unknown: [{ from: PERIOD.from, to: PERIOD.from + 9 * DAY }],
        findings: findings.slice(0, 1).map((f) => f.id),
      },
      {
        system: 'system:cdr-warehouse',
        dataClass: 'call-metadata',
        records: { lower: 4118, upper: null },
        persons: { lower: 350, upper: null },
        lowerBecause: 'One export of 4,118 rows is in the access log.',
        upperBecause: 'The size of later exports is not logged, so no upper bound can be given.',
        tighten: null,
        unknown: [],
        findings: [],
      },
    ],
    window: { from: Date.UTC(2026, 7, 14, 3, 12), earliest: PERIOD.from, to: PERIOD.to },
  };
}

function duty(id: string, more: Partial<DutyAssessment>): DutyAssessment {
  return {
    id,
    title: 'Breach of customer proprietary network information',
    jurisdiction: 'US',
    state: 'applies',
    because: ['The carrier is a telecommunications carrier and call records were accessed.'],
    whom: ['FBI and Secret Service', 'Federal Communications Commission'],
    clocks: [
      {
        name: 'notice to the agencies',
        startEvent: 'reasonable determination of a breach',
        startsAt: AS_OF - 2 * DAY,
        dueAt: AS_OF + 8 * DAY,
        remaining: { value: 6, unit: 'business-days' },
        statement: '6 business days left. Passed over: Thanksgiving Day.',
      },
    ],
    holds: ['Do not tell customers before 7 business days after the agencies were told.'],
    questions: [{ fact: 'affected-persons', question: 'How many customers are affected?' }],
    status: 'in-force',
    source: { title: '47 CFR 64.2011', url: 'https://www.ecfr.gov/current/title-47', citation: '64.2011(b)' },
    verifiedOn: '2026-10-05',
    verifiedDaysAgo: 46,
    stale: false,
    counsel: 'Ask counsel whether the determination has been made.',
    ...more,
  };
}

/** Duties in all states, one of them stale and one overdue, one with a link that must not become one. */
export function duties(): DutyAssessment[] {
  const base = duty('us-fcc-cpni-breach', {});
  const overdue = {
    ...(base.clocks[0] as DutyAssessment['clocks'][number]),
    dueAt: AS_OF - DAY,
    remaining: { value: -1, unit: 'calendar-days' },
    statement: 'Overdue by 1 calendar day.',
  };
  return [
    base,
    duty('eu-nis2-article-23', {
      title: 'Early warning to the national team',
      jurisdiction: 'EU',
      state: 'may-apply',
      whom: ['CSIRT'],
      clocks: [overdue],
      stale: true,
      verifiedDaysAgo: 400,
      verifiedOn: '2025-10-16',
    }),
    duty('us-circia', { title: 'CIRCIA report', state: 'not-in-force', status: 'pending', clocks: [] }),
    duty('xx-hostile', {
      title: HOSTILE,
      state: 'needs-answer',
      source: { title: HOSTILE, url: 'javascript:alert(1)', citation: '' },
    }),
  ];
}
