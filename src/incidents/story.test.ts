import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../base/time.ts';
import type { Finding } from '../model/verdict.ts';
import { sampleFinding } from './fixture.ts';
import { gatherIncidents, parseCampaigns } from './index.ts';

// A synthetic intrusion from a web interface to the call records, beside honest trouble, against the shipped playbooks.

const FOLDER = join(import.meta.dirname, '../../content/campaigns');
const { campaigns } = parseCampaigns(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') })),
);
const START = Date.UTC(2026, 9, 20, 2);
const EVIDENCE = [
  { id: 'log', kinds: ['syslog'] },
  { id: 'flow', kinds: ['flow'] },
  { id: 'config', kinds: ['config'] },
  { id: 'accounting', kinds: ['accounting'] },
  { id: 'access', kinds: ['access'] },
] as const;

type Sign = Partial<Finding> & { readonly day: number; readonly in: (typeof EVIDENCE)[number]['id'] };

function sign(check: string, subject: string, { day, in: file, ...more }: Sign): Finding {
  const ref = { evidence: file, line: 1, lineEnd: 1, byte: 0, length: 1 };
  const first = START + day * DAY;
  const proof = [{ ref, text: 'x', at: first, shows: 'x' }];
  const id = `F-${check}-${subject}`;
  return sampleFinding({ id, check, subject, first, last: first + HOUR, proof, confidence: 'high', ...more });
}

const INTRUSION = [
  sign('wsma-double-encoded', 'pe-chi', {
    day: 0,
    in: 'log',
    addresses: ['198.51.100.77'],
    severity: 'critical',
  }),
  sign('webui-created-user', 'pe-chi', { day: 0.1, in: 'log', accounts: ['svc_netmon'] }),
  sign('tunnel-unknown-peer', 'pe-chi', { day: 1, in: 'config', addresses: ['203.0.113.66'] }),
  sign('packet-capture', 'pe-chi', { day: 4, in: 'accounting', addresses: ['203.0.113.67'] }),
  sign('aaa-server-unapproved', 'pe-chi', { day: 6, in: 'config', addresses: ['203.0.113.66'] }),
  sign('login-outside-management', 'agg-det', {
    day: 6,
    in: 'log',
    accounts: ['l.hansen'],
    addresses: ['10.199.48.13'],
  }),
  sign('accounting-without-login', 'p-ind', { day: 7, in: 'accounting', accounts: ['l.hansen'] }),
  sign('config-theft', 'p-stl', { day: 9, in: 'flow', accounts: ['rancid'], addresses: ['203.0.113.67'] }),
  sign('bulk-record-access', 'system:cdr', {
    day: 14,
    in: 'access',
    addresses: ['10.250.0.22', '203.0.113.67'],
  }),
  sign('intercept-list-read', 'system:li', { day: 15, in: 'access', addresses: ['10.250.0.22'] }),
  sign('tunnel-in-flow-not-config', 'pe-mke', { day: 2, in: 'flow', addresses: ['203.0.113.67'] }),
];
const HONEST = [
  sign('device-silence', 'ce-duluth', { day: 3, in: 'log', class: 'contradiction', severity: 'medium' }),
  sign('vty-exposed', 'ce-dayton', { day: 0, in: 'config', class: 'weakness' }),
  sign('indicator-near-match', 'ce-akron', { day: 5, in: 'flow', class: 'indicator', severity: 'low' }),
];
const DOOR = sign('http-server-exposed', 'pe-chi', { day: -5, in: 'config', class: 'weakness' });

function incidents(...findings: Finding[]) {
  const deviceAddresses = new Map([['pe-chi', ['10.0.0.1', '10.199.48.13']]]);
  return gatherIncidents({ findings, verdicts: [], campaigns, deviceAddresses, evidence: EVIDENCE });
}

describe('an intrusion over many devices and systems', () => {
  const [main, ...others] = incidents(...HONEST, ...INTRUSION, DOOR);

  it('is one incident, from the first request to the intercept list, and honest trouble stays out', () => {
    expect(main?.findings).toEqual([...INTRUSION, DOOR].map((f) => f.id).sort());
    expect(others.map((i) => i.subjects)).toEqual([['ce-duluth']]);
  });

  it('begins with the first request, not with the door that stood open before', () => {
    expect(main?.first).toBe(START);
    expect(main?.timeline[0]?.finding).toBe('F-wsma-double-encoded-pe-chi');
  });

  it('is sure, since kinds of evidence agree that do not depend on each other', () => {
    expect(main?.confidence).toBe('high');
  });

  it('aligns with one campaign; those that explain less are told, not claimed', () => {
    expect(main?.playbooks.filter((p) => p.aligned).map((p) => p.campaign)).toEqual(['salt-typhoon']);
    const lesser = main?.playbooks.find((p) => p.campaign === 'redmike-web-ui-to-tunnel');
    expect(lesser?.against.join()).toContain('Salt Typhoon');
  });

  it('falls apart without the ties that hold it', () => {
    const bare = INTRUSION.map((f) => ({ ...f, accounts: [], addresses: [] }));
    const subjects = new Set(INTRUSION.map((f) => f.subject));
    expect(incidents(...bare)).toHaveLength(subjects.size);
  });
});

describe('what is no intrusion by a known campaign', () => {
  it('is a silent device: a step of a playbook is seen, and that is all', () => {
    const [one] = incidents(HONEST[0] as Finding);
    const fit = one?.playbooks.find((p) => p.campaign === 'salt-typhoon');
    expect(fit).toMatchObject({ seen: 1, aligned: false });
    expect(fit?.against.length).toBeGreaterThan(0);
  });

  it('is one exploited web interface, however sure', () => {
    const [one] = incidents(...INTRUSION.slice(0, 2));
    expect(one?.playbooks.some((p) => p.aligned)).toBe(false);
  });
});
