import { describe, expect, it } from 'vitest';
import { DAY } from '../base/time.ts';
import type { Device } from '../model/device.ts';
import type { AccessRecord } from '../model/record.ts';
import type { DataClass, DataScope } from '../model/scope.ts';
import {
  access,
  coverage,
  finding,
  JUMP,
  PERIOD,
  register,
  type ScopeWorld,
  START,
  STORE,
  scopeOf,
  world,
} from './fixture.ts';

function dataOf(input: ScopeWorld, dataClass: DataClass = 'call-metadata', system = 'cdr'): DataScope {
  const found = scopeOf(input).data.find((d) => d.system === system && d.dataClass === dataClass);
  if (!found) throw new Error(`no ${dataClass} of ${system}`);
  return found;
}

describe('what was taken at the least', () => {
  const stolen = [0, 1].map((n) => access(10, { from: JUMP, at: START + 10 * DAY + n * 1000, rows: 300 }));

  it('is what the accused account read from the accused address, not its daily work', () => {
    const scope = dataOf(world({ accesses: [access(9), ...stolen, access(11)] }));
    expect(scope.records).toEqual({ lower: 600, upper: 700 });
    expect(scope.lowerBecause).toContain('600 rows');
  });

  it('counts each person asked for by number once', () => {
    const look = (object: string, n: number): AccessRecord =>
      access(10, { at: START + 10 * DAY + n, from: JUMP, action: 'search', person: true, object, rows: 5 });
    const scope = dataOf(world({ accesses: [look('p1', 1), look('p2', 2), look('p1', 3)] }));
    expect(scope.persons.lower).toBe(2);
  });

  it('is at least one person when rows went out and the log names nobody, and says so', () => {
    const scope = dataOf(world({ accesses: stolen }));
    expect(scope.persons.lower).toBe(1);
    expect(scope.lowerBecause).toContain('at least one person');
  });

  it('counts nobody who was looked for and not found, and nothing that was refused', () => {
    const nothing = { from: JUMP, action: 'search', person: true, object: 'p1' } as const;
    const scope = dataOf(
      world({
        accesses: [
          access(10, { ...nothing, rows: 0 }),
          access(10, { ...nothing, rows: 9, result: 'failure' }),
        ],
      }),
    );
    expect([scope.records.lower, scope.persons.lower]).toEqual([0, 0]);
  });

  it('does not rest on findings that are guesses', () => {
    const scope = dataOf(world({ accesses: stolen, findings: [finding({ confidence: 'low' })] }));
    expect(scope.records).toEqual({ lower: 0, upper: 600 });
  });

  it('takes lines of proof as the intruder\u2019s only where account and address agree', () => {
    const mine = access(20, { from: JUMP, rows: 7 });
    const usual = access(20, { rows: 9000 });
    const proof = [mine, usual].map(({ ref, at }) => ({ ref, text: '', at, shows: '' }));
    expect(dataOf(world({ accesses: [mine, usual], findings: [finding({ proof })] })).records.lower).toBe(7);
  });

  it('includes what goes to a hostile outside address, whoever sends it', () => {
    const router = finding({
      id: 'F-2',
      subject: 'pe-1',
      check: 'tunnel-unknown-peer',
      accounts: [],
      addresses: ['203.0.113.67'],
    });
    const sent = access(12, { actor: 'v.sato', destination: '203.0.113.67', rows: 40 });
    expect(dataOf(world({ accesses: [sent], findings: [router] })).records.lower).toBe(40);
  });

  it('counts places only where the query asked for them', () => {
    const some = access(10, { from: JUMP, rows: 10, query: 'SELECT calling FROM cdr.calls JOIN cell' });
    const all = access(10, { from: JUMP, rows: 20, query: 'SELECT * FROM cdr.calls' });
    const none = access(10, { from: JUMP, rows: 40, query: null });
    const input = world({ accesses: [some, all, none] });
    expect(dataOf(input, 'location').records).toEqual({ lower: 20, upper: 70 });
    expect(dataOf(input).records.lower).toBe(70);
  });
});

describe('what may have been taken at the most', () => {
  const stolen = access(10, { from: JUMP, rows: 300 });
  const gap = { from: START + 20 * DAY, to: START + 22 * DAY };
  const holed = new Map([['cdr', coverage([gap])]]);

  it('is the whole store where the log cannot be seen, and names what would tighten it', () => {
    const scope = dataOf(world({ accesses: [stolen], accessCoverage: holed }));
    expect(scope.records.upper).toBe(STORE.rows);
    expect(scope.persons.upper).toBe(STORE.persons);
    expect(scope.unknown).toEqual([gap]);
    expect(scope.upperBecause).toContain('2 days');
    expect(scope.tighten).toContain('2026-11-04 00:00Z to 2026-11-06 00:00Z');
  });

  it('is open when the register does not know the store', () => {
    const scope = dataOf(
      world({ accesses: [stolen], accessCoverage: holed, register: [register('rows=many')] }),
    );
    expect([scope.records.upper, scope.persons.upper]).toEqual([null, null]);
  });

  it('is open when no log of the system was given at all', () => {
    const scope = dataOf(world({ accesses: [stolen], accessCoverage: new Map(), register: [] }));
    expect(scope.records.upper).toBeNull();
    expect(scope.unknown).toEqual([PERIOD]);
  });

  it('counts holes before the first sign, since it is only the latest time at which it began', () => {
    const early = new Map([['cdr', coverage([{ from: START + DAY, to: START + 2 * DAY }])]]);
    expect(dataOf(world({ accesses: [stolen], accessCoverage: early })).records.upper).toBe(STORE.rows);
  });

  it('counts a jump in numbers that has no length', () => {
    const jump = new Map([['cdr', coverage([{ from: START + DAY, to: START + DAY }])]]);
    expect(dataOf(world({ accesses: [stolen], accessCoverage: jump })).records.upper).toBe(STORE.rows);
  });

  it('is two persons a row, and no more persons than the store knows', () => {
    expect(dataOf(world({ accesses: [stolen] })).persons.upper).toBe(600);
    const many = access(10, { from: JUMP, rows: 900_000 });
    expect(dataOf(world({ accesses: [many] })).persons.upper).toBe(STORE.persons);
  });

  it('is open when reads do not say how many rows they gave, or give a number that is none', () => {
    for (const rows of [null, -5, Number.NaN, 1e300]) {
      const scope = dataOf(world({ accesses: [access(10, { from: JUMP, rows })], register: [] }));
      expect(scope.records).toEqual({ lower: 0, upper: null });
    }
  });

  it('includes what anybody read from a device that is hit', () => {
    const device = { id: 'jump-2', addresses: [JUMP], sort: 'host' } as unknown as Device;
    const login = finding({
      subject: 'jump-2',
      check: 'login-outside-management',
      accounts: ['nmsbak'],
      addresses: [],
    });
    const read = access(12, { actor: 'v.sato', from: JUMP, rows: 40 });
    const scope = dataOf(world({ accesses: [read], findings: [login], devices: [device] }));
    expect(scope.records).toEqual({ lower: 0, upper: 40 });
  });
});

describe('which systems are named', () => {
  it('leaves out a system on which nobody under suspicion was seen', () => {
    const accesses = [access(12, { system: 'crm', systemClass: 'crm', actor: 'v.sato' })];
    expect(scopeOf(world({ accesses })).data).toEqual([]);
  });

  it('leaves everything out without an incident, and ignores what a person set aside', () => {
    const aside = finding({ suppressed: { by: 'm.okafor', why: 'audit', until: null } });
    const accesses = [access(10, { from: JUMP })];
    expect(scopeOf(world({ accesses, findings: [] }))).toMatchObject({
      data: [],
      window: { from: null, to: null },
    });
    expect(scopeOf(world({ accesses, findings: [aside] })).data).toEqual([]);
  });

  it('does not count a target twice that was listed and then looked at', () => {
    const li = { system: 'li', systemClass: 'li', actor: 'li_admin2', from: JUMP } as const;
    const on = finding({ subject: 'system:li', check: 'intercept-list-read', accounts: ['li_admin2'] });
    const view = (object: string) => access(10, { ...li, action: 'view', rows: 1, person: true, object });
    const accesses = [
      access(10, { ...li, action: 'list_all', rows: 12 }),
      view('t1'),
      view('t2'),
      view('t1'),
    ];
    const accessCoverage = new Map([['li', coverage([])]]);
    const scope = dataOf(
      world({ findings: [on], accesses, accessCoverage, register: [] }),
      'intercept-target',
      'li',
    );
    expect(scope.records).toEqual({ lower: 12, upper: 15 });
    expect(scope.persons).toEqual({ lower: 12, upper: 15 });
    expect(scope.lowerBecause).toContain('at least 12 differ');
    const few = dataOf(
      world({ findings: [on], accesses: accesses.slice(1), accessCoverage }),
      'intercept-target',
      'li',
    );
    expect(few.records.lower).toBe(2);
  });

  it('finds the coverage of a system however its name is written', () => {
    const accessCoverage = new Map([['system:CDR', coverage([])]]);
    expect(dataOf(world({ accesses: [access(10, { from: JUMP })], accessCoverage })).unknown).toEqual([]);
  });

  it('tells targets of interception, and what may have been delivered after a change', () => {
    const li = { system: 'li', systemClass: 'li', actor: 'li_admin2', from: JUMP } as const;
    const on = finding({ subject: 'system:li', check: 'intercept-list-read', accounts: ['li_admin2'] });
    const read = [
      access(10, { ...li, action: 'list_all', rows: 12 }),
      access(10, { ...li, action: 'view', rows: null }),
    ];
    const base = { findings: [on], accessCoverage: new Map([['li', coverage([])]]), register: [] };
    expect(dataOf(world({ ...base, accesses: read.slice(0, 1) }), 'intercept-target', 'li').records).toEqual({
      lower: 12,
      upper: 12,
    });
    expect(dataOf(world({ ...base, accesses: read }), 'intercept-target', 'li').records.upper).toBeNull();
    expect(scopeOf(world({ ...base, accesses: read })).data.map((d) => d.dataClass)).toEqual([
      'intercept-target',
    ]);
    const change = access(10, { ...li, action: 'destination_create', rows: null });
    const changed = dataOf(world({ ...base, accesses: [...read, change] }), 'intercept-content', 'li');
    expect(changed.records).toEqual({ lower: 0, upper: null });
  });
});
