import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../base/time.ts';
import type { Finding, Proof } from '../model/verdict.ts';
import { gatherIncidents } from './index.ts';

const START = Date.UTC(2026, 9, 20);
const EVIDENCE = [
  { id: 'log', kinds: ['syslog'] },
  { id: 'flow', kinds: ['flow'] },
  { id: 'cfg', kinds: ['config', 'state'] },
  { id: 'cfg2', kinds: ['config'] },
] as const;
const OWN = new Map([
  ['pe-1', ['10.199.0.1']],
  ['jump-1', ['10.250.0.21']],
  ['twin-a', ['10.9.9.9']],
  ['twin-b', ['10.9.9.9']],
]);

let serial = 0;
function finding(with_: Partial<Finding> = {}): Finding {
  serial += 1;
  return {
    id: `F-${String(serial).padStart(6, '0')}`,
    check: 'packet-capture',
    class: 'compromise',
    subject: 'pe-1',
    key: 'k',
    title: `sign ${serial}`,
    severity: 'high',
    confidence: 'medium',
    first: START,
    last: START,
    count: 1,
    proof: [],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    attack: [],
    otherExplanations: [],
    next: [],
    suppressed: null,
    ...with_,
  };
}

function at(days: number): Pick<Finding, 'first' | 'last'> {
  return { first: START + days * DAY, last: START + days * DAY };
}

function proofIn(...ids: string[]): { proof: Proof[] } {
  const ref = { line: 1, lineEnd: 1, byte: 0, length: 1 };
  return { proof: ids.map((evidence) => ({ ref: { ...ref, evidence }, text: 'x', at: START, shows: 'x' })) };
}

function gather(...findings: Finding[]) {
  return gatherIncidents({ findings, verdicts: [], campaigns: [], deviceAddresses: OWN, evidence: EVIDENCE });
}

describe('what belongs together', () => {
  it('joins what happens on one device within two weeks, step by step', () => {
    const [one, ...more] = gather(finding(at(0)), finding(at(13)), finding(at(26)));
    expect(more).toEqual([]);
    expect(one?.findings).toHaveLength(3);
    expect(one?.because.join()).toContain('3 findings on pe-1');
  });

  it('does not join what happens on one device a month apart', () => {
    expect(gather(finding(at(0)), finding(at(30)))).toHaveLength(2);
  });

  it('joins two devices that one outside address touched', () => {
    const address = { addresses: ['203.0.113.66'] };
    const [one, ...more] = gather(finding(address), finding({ ...address, subject: 'agg-1', ...at(5) }));
    expect(more).toEqual([]);
    expect(one?.because).toEqual(['203.0.113.66 plays a part on agg-1 and pe-1.']);
  });

  it('joins by one address written in two ways', () => {
    const [one, ...more] = gather(
      finding({ addresses: ['2001:db8::0:1'] }),
      finding({ addresses: ['2001:DB8:0::1'], subject: 'agg-1' }),
    );
    expect([more.length, one?.addresses]).toEqual([0, ['2001:db8::1']]);
  });

  it('joins by an account that both findings accuse', () => {
    const account = { accounts: ['svc_netmon'] };
    expect(gather(finding(account), finding({ ...account, subject: 'agg-1', ...at(2) }))).toHaveLength(1);
  });

  it('joins a device with the one from which somebody came', () => {
    const moved = finding({ subject: 'agg-1', addresses: ['10.199.0.1'], ...at(6) });
    const [one, ...more] = gather(finding(), moved);
    expect(more).toEqual([]);
    expect(one?.because.join()).toContain('10.199.0.1, an address of pe-1');
  });

  it('does not take an address that two devices claim for either of them', () => {
    const moved = finding({ subject: 'agg-1', addresses: ['10.9.9.9'], ...at(6) });
    expect(gather(finding({ subject: 'twin-a' }), moved)).toHaveLength(2);
  });

  it('joins two systems reached from one inside address on days that follow each other, not weeks apart', () => {
    const from = { addresses: ['10.250.0.22'] };
    const first = finding({ ...from, subject: 'system:cdr' });
    expect(gather(first, finding({ ...from, subject: 'system:li', ...at(1) }))).toHaveLength(1);
    expect(gather(first, finding({ ...from, subject: 'system:li', ...at(9) }))).toHaveLength(2);
  });
});

describe('what must not glue unrelated things', () => {
  it('an account that only a match of a shared value names', () => {
    const match = finding({ class: 'indicator', accounts: ['rancid'], check: 'indicator-match' });
    expect(gather(match, finding({ accounts: ['rancid'], subject: 'agg-1' }))).toHaveLength(2);
  });

  it('an account that one check names all over the network', () => {
    const hits = Array.from({ length: 12 }, (_, i) =>
      finding({ check: 'accounting-without-login', accounts: ['rancid'], subject: `ce-${i}` }),
    );
    expect(gather(...hits)).toHaveLength(12);
  });

  it('an outside scanner that touches two devices with troubles of their own', () => {
    const scan = { class: 'indicator', check: 'indicator-match', severity: 'medium' } as const;
    const devices = ['pe-1', 'agg-1'];
    const incidents = gather(
      ...devices.map((subject) => finding({ subject })),
      ...devices.map((subject) => finding({ ...scan, subject, addresses: ['198.51.100.9'] })),
    );
    expect(incidents.map((i) => i.subjects.join()).sort()).toEqual(['agg-1', 'pe-1']);
    expect(incidents.map((i) => i.findings.length)).toEqual([2, 2]);
  });

  it('names of things that are no address', () => {
    const words = { addresses: ['console', ''] };
    expect(gather(finding(words), finding({ ...words, subject: 'agg-1' }))).toHaveLength(2);
  });
});

describe('what starts an incident', () => {
  it('is no weakness, nothing that a person set aside, and nothing that is low', () => {
    const door = finding({ class: 'weakness', check: 'vty-exposed' });
    const aside = finding({ suppressed: { by: 'm.okafor', why: 'drill', until: null } });
    expect(gather(door, aside, finding({ severity: 'low' }))).toEqual([]);
  });

  it('takes in the weakness that explains the way in, without moving its times or its severity', () => {
    const entry = finding({ check: 'wsma-double-encoded', severity: 'medium' });
    const door = finding({
      class: 'weakness',
      check: 'http-server-exposed',
      severity: 'critical',
      ...at(-5),
    });
    const other = finding({ class: 'weakness', check: 'secret-weak' });
    const elsewhere = finding({ class: 'weakness', check: 'http-server-exposed', subject: 'sw-1' });
    const [one] = gather(entry, door, other, elsewhere);
    expect(one?.findings).toEqual([entry.id, door.id].sort());
    expect(one).toMatchObject({ severity: 'medium', first: START, subjects: ['pe-1'] });
  });

  it('counts a finding without a time to what is known of its device', () => {
    const [one, ...more] = gather(finding(at(3)), finding({ first: null, last: null }));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ first: START + 3 * DAY, last: START + 3 * DAY });
    expect(one?.timeline).toHaveLength(1);
  });
});

describe('how sure an incident is', () => {
  const three = ['packet-capture', 'aaa-weakened', 'log-tampering'];

  it('is high when several checks agree over kinds of evidence that do not depend on each other', () => {
    const files = ['log', 'flow', 'cfg'];
    const found = three.map((check, i) => finding({ check, confidence: 'high', ...proofIn(files[i] ?? '') }));
    expect(gather(...found)[0]?.confidence).toBe('high');
  });

  it('is not high when all proof is of one kind, in however many files', () => {
    const files = ['cfg', 'cfg2', 'cfg'];
    const found = three.map((check, i) => finding({ check, confidence: 'high', ...proofIn(files[i] ?? '') }));
    expect(gather(...found)[0]?.confidence).toBe('medium');
  });

  it('is not high for matches of shared values alone, in however many kinds of evidence', () => {
    const match = { class: 'indicator', check: 'indicator-match', confidence: 'high' } as const;
    const found = ['log', 'flow', 'cfg'].map((file) => finding({ ...match, ...proofIn(file) }));
    expect(gather(...found)[0]?.confidence).toBe('medium');
  });

  it('is low for one sign of middling weight', () => {
    expect(gather(finding(proofIn('log', 'flow')))[0]?.confidence).toBe('low');
  });
});

describe('how an incident reads', () => {
  it('is called after its strongest sign and tells how many there are', () => {
    const worst = finding({ severity: 'critical', title: 'login servers redirected', ...at(4) });
    const [one] = gather(finding(), worst, finding({ addresses: ['203.0.113.1'] }));
    expect(one?.title).toBe('login servers redirected (and 2 more findings)');
  });

  it('puts first and last signs of all devices on one clock', () => {
    const long = finding({ first: START, last: START + HOUR });
    const between = finding({ first: START + HOUR / 2, last: START + HOUR / 2 });
    const [one] = gather(long, between);
    expect(one?.timeline.map((e) => [e.at - START, e.finding])).toEqual([
      [0, long.id],
      [HOUR / 2, between.id],
      [HOUR, long.id],
    ]);
  });

  it('keeps its id when later findings join', () => {
    const first = finding();
    const later = finding({ ...at(3) });
    const weak = finding({ ...at(-1), severity: 'low' });
    expect(gather(first, later, weak)[0]?.id).toBe(gather(first)[0]?.id);
  });
});

const anyFinding = fc.record({
  check: fc.constantFrom('packet-capture', 'indicator-match', 'vty-exposed', 'login-outside-management'),
  subject: fc.constantFrom('pe-1', 'jump-1', 'agg-1', 'ce-1'),
  class: fc.constantFrom('compromise', 'contradiction', 'indicator', 'weakness'),
  severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
  first: fc.option(fc.integer({ min: 0, max: 60 }).map((d) => START + d * DAY)),
  last: fc.option(fc.integer({ min: 60, max: 70 }).map((d) => START + d * DAY)),
  accounts: fc.subarray(['rancid', 'l.hansen']),
  addresses: fc.subarray(['203.0.113.66', '10.199.0.1', '10.250.0.21', 'async']),
});

describe('any findings', () => {
  const worlds = fc
    .array(anyFinding, { maxLength: 14 })
    .map((list) => list.map((f, i) => finding({ ...(f as Partial<Finding>), id: `F-${i}`, title: `t${i}` })))
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

  it('give the same incidents in any order, and no finding that can start one stands in two', () => {
    fc.assert(
      fc.property(worlds, ([list, shuffled]) => {
        const incidents = gather(...list);
        expect(gather(...shuffled)).toEqual(incidents);
        const doors = new Set(list.filter((f) => f.class === 'weakness').map((f) => f.id));
        const placed = incidents.flatMap((i) => i.findings).filter((id) => !doors.has(id));
        expect(new Set(placed).size).toBe(placed.length);
        const owed = list.filter((f) => !doors.has(f.id) && f.severity !== 'low').map((f) => f.id);
        expect(placed).toEqual(expect.arrayContaining(owed));
      }),
    );
  });
});
