import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, END, HOUR, START } from './fleet/clock.ts';
import { FLEET } from './fleet/fleet.ts';
import { filesBelow, linesOf, type ReadLine, readLine } from './read-back.ts';

const EXAMPLE = join(import.meta.dirname, '..');
const made = filesBelow(EXAMPLE, ['evidence']);

const log = linesOf(made, /^evidence\/logs\/.*\.gz$/);
const lines = log.map(readLine);
const byDevice = (name: string): ReadLine[] =>
  lines.filter((one): one is ReadLine => one?.device.name === name);
const breaks = (name: string): number => {
  const numbers = byDevice(name)
    .map((one) => one.number)
    .sort((a, b) => a - b);
  return numbers.filter((one, i) => i > 0 && one !== (numbers[i - 1] as number) + 1).length;
};

describe('the log', () => {
  it('has a device and a number in every line', () => {
    expect(log.filter((_, i) => lines[i] === undefined)).toEqual([]);
    expect(log.length).toBeGreaterThan(60_000);
  });

  it('is missing for the devices that the story leaves without', () => {
    const present = new Set(lines.map((one) => one?.device.name));
    const missing = FLEET.map((one) => one.name).filter((name) => !present.has(name));
    expect(missing.sort()).toEqual([
      'agg-fwa-01',
      'agg-pia-01',
      'ce-akron-01',
      'ce-duluth-01',
      'ce-flint-01',
    ]);
  });

  it('breaks its numbering only at the silence and at the planned reload', () => {
    const broken = FLEET.map((one) => [one.name, breaks(one.name)] as const).filter(([, count]) => count > 0);
    expect(broken).toEqual([
      ['pe-chi-02', 1],
      ['ce-racine-01', 1],
    ]);
  });
});

interface Account {
  at: number;
  nas: string;
  user: string;
  verb: string;
  command: string | undefined;
}

const readAccount = (line: string): Account => {
  const cells = line.split(line.includes('|!|') ? '|!|' : '\t');
  const [stamp = '', nas = '', user = '', , , verb = '', ...rest] = cells;
  const at = Date.parse(stamp.startsWith('2026') ? stamp : `${stamp} 2026 UTC`);
  return { at, nas, user, verb, command: rest.find((cell) => cell.startsWith('cmd='))?.slice(4, -5) };
};

// The instant of the device's own stamp in a stored line, whichever relay form it has.
const deviceInstant = (line: string): number => {
  const match = /\d{6}: [*.]?([A-Z][a-z]{2} [ \d]\d)(?: 2026)? (\d\d:\d\d:\d\d)/.exec(line);
  return Date.parse(`${match?.[1]} 2026 ${match?.[2]} UTC`);
};

const accounts = linesOf(made, /^evidence\/aaa\//).map(readAccount);
const near = (a: number, b: number, limit: number): boolean => Math.abs(a - b) <= limit;
const longStampOf = (text: string): number =>
  Date.parse(/ at (\d\d:\d\d:\d\d) UTC \w+ (.*)$/.exec(text)?.slice(1).reverse().join(' ') ?? '');
const logins = lines
  .filter((one) => one?.text.startsWith('%SEC_LOGIN-5-LOGIN_SUCCESS') === true)
  .map((one) => ({
    name: one!.device.name,
    user: /user: ([^\]]+)/.exec(one!.text)?.[1],
    at: longStampOf(`${one!.text} UTC`),
  }));

describe('the accounting', () => {
  it('has an end for each beginning and covers every device but two', () => {
    expect(accounts.every((one) => one.at >= START && one.at < END)).toBe(true);
    expect(accounts.filter((one) => one.verb === 'start').length).toBe(
      accounts.filter((one) => one.verb === 'stop' && one.command === undefined).length,
    );
    const seen = new Set(accounts.map((one) => one.nas));
    expect(FLEET.filter((one) => !seen.has(one.mgmt)).map((one) => one.name)).toEqual([
      'ce-akron-01',
      'agg-pia-01',
    ]);
  });

  it('lacks one week of one device', () => {
    const own = accounts.filter(
      (one) => one.nas === FLEET.find((device) => device.name === 'p-cle-01')?.mgmt,
    );
    const days = new Set(own.map((one) => Math.floor((one.at - START) / DAY)));
    expect(Array.from({ length: 30 }, (_, day) => day).filter((day) => !days.has(day))).toEqual([
      13, 14, 15, 16, 17, 18, 19,
    ]);
  });

  it('has a login in the log for each session, except where the story took it away', () => {
    const byMgmt = new Map(FLEET.map((one) => [one.mgmt, one]));
    const orphans = accounts
      .filter((one) => one.verb === 'start')
      .map((one) => ({ ...one, device: byMgmt.get(one.nas)! }))
      .filter((one) => one.device.logFrom !== null && one.at >= one.device.logFrom)
      .filter(
        (one) =>
          !logins.some(
            (login) =>
              login.name === one.device.name && login.user === one.user && near(login.at, one.at, 2000),
          ),
      )
      .map((one) => `${one.device.name} ${one.user} ${new Date(one.at).toISOString()}`);
    expect(orphans).toEqual(
      ['pe-chi-02 svc_netmon 2026-10-27T14:05:02.000Z', 'p-ind-01 l.hansen 2026-10-27T05:12:50.000Z']
        .toReversed()
        .toSorted(),
    );
  });
});

describe('the changes', () => {
  const configured = lines
    .map((one, i) => ({ one, stamp: log[i] as string }))
    .filter(({ one }) => one?.text.startsWith('%SYS-5-CONFIG_I') === true);

  it('each have their accounting, except the three that the story planted', () => {
    const unaccounted = configured
      .filter(({ one, stamp }) => {
        const moment = deviceInstant(stamp);
        const own = accounts.filter(
          (account) => account.nas === one!.device.mgmt && account.command === 'configure terminal',
        );
        return !own.some((account) => account.at <= moment && moment - account.at < HOUR);
      })
      .map(({ one }) => one!.device.name);
    expect(unaccounted.toSorted()).toEqual(['ce-gary-01', 'p-cle-01', 'p-stl-01']);
    expect(configured.length).toBeGreaterThan(40);
  });
});

describe('the access logs', () => {
  const calls = linesOf(made, /cdr-warehouse/).slice(1);
  const intercepts = linesOf(made, /intercept-admin/).map(
    (line) => JSON.parse(line) as { time: string; operation: string; warrant: string | null },
  );
  const longestGap = (moments: readonly number[]): number =>
    moments.reduce(
      (longest, moment, i) => (i === 0 ? 0 : Math.max(longest, moment - (moments[i - 1] as number))),
      0,
    );

  it('hold the stolen rows that the key counts', () => {
    const key = JSON.parse(readFileSync(join(EXAMPLE, 'answer-key.json'), 'utf8')) as {
      scope: { callRecords: { lower: { bulkRows: number } } };
    };
    const stolen = calls.filter((line) => line.includes(',203.0.113.67,') && line.includes(',export,'));
    const rows = stolen.map((line) => Number(/,(\d+),\d+,203\.0\.113\.67,/.exec(line)?.[1]));
    expect(rows.reduce((sum, one) => sum + one, 0)).toBe(key.scope.callRecords.lower.bulkRows);
    expect(rows).toHaveLength(6);
  });

  it('have one hole each, far longer than any ordinary pause', () => {
    const times = calls.map((line) => Date.parse(`${line.slice(0, 19).replace(' ', 'T')}Z`));
    const views = intercepts.map((one) => Date.parse(one.time));
    const pauses = (moments: readonly number[], limit: number): number =>
      moments.filter((moment, i) => i > 0 && moment - (moments[i - 1] as number) > limit).length;
    expect(longestGap(times)).toBeGreaterThan(2 * DAY - HOUR);
    expect(pauses(times, 3 * HOUR)).toBe(1);
    expect(longestGap(views)).toBeGreaterThan(26 * HOUR - HOUR);
    expect(pauses(views, 6 * HOUR)).toBe(1);
  });

  it('show one reading of the whole target list and a warrant on every honest view', () => {
    expect(intercepts.filter((one) => one.operation === 'list_all')).toHaveLength(1);
    expect(intercepts.filter((one) => one.operation === 'view' && one.warrant === null)).toHaveLength(5);
  });
});
