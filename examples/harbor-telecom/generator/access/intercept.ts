import { DAYS, HOUR, isWorkday, MINUTE, SECOND } from '../fleet/clock.ts';
import { SERVERS } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import { INTERCEPT_GAP, INTERCEPT_READ_AT } from '../story/moments.ts';
import { subscriberNumber } from './numbers.ts';

interface Entry {
  at: number;
  operator: string;
  role: string;
  source: string;
  session: string;
  operation: string;
  object: { type: string; value: string };
  count: number;
  warrant?: string;
  approval?: string;
}

interface Case {
  number: string;
  warrant: string;
  approval: string;
}

const TARGETS = 12;
const SYSTEM = { type: 'system', value: 'intercept-admin' };

const CASES: readonly Case[] = ((): Case[] => {
  const rng = rngFor('intercept/cases');
  return Array.from({ length: TARGETS }, (_, i) => ({
    number: subscriberNumber(rng),
    warrant: `WR-2026-${String(118 + i * 7).padStart(4, '0')}`,
    approval: `AP-${2200 + i * 3}`,
  }));
})();

const heartbeats = (): Entry[] =>
  DAYS.flatMap((midnight) =>
    Array.from({ length: 9 }, (_, i) => ({
      at: midnight + Math.round(i * 2.6 * HOUR) + (i * 7 + (midnight % 7)) * SECOND,
      operator: 'li_mediator',
      role: 'service',
      source: '10.60.4.20',
      session: `svc-${dayKey(midnight)}-${i}`,
      operation: 'login',
      object: SYSTEM,
      count: 0,
    })),
  );

const dayKey = (midnight: number): string => new Date(midnight).toISOString().slice(5, 10).replace('-', '');

// Each working session logs in, then views or changes one case at a time, each under its warrant.
const working = (rng: Rng, midnight: number): Entry[] => {
  const who = rng.int(1, 2);
  const start = midnight + 14 * HOUR + rng.int(0, 6 * 60) * MINUTE;
  const shared = {
    operator: `li_admin${who}`,
    role: 'administrator',
    source: `10.60.4.1${who}`,
    session: `s-${dayKey(midnight)}-${rng.int(100, 999)}`,
  };
  const acts = Array.from({ length: rng.int(2, 4) }, (_, i): Entry => {
    const one = rng.pick(CASES);
    const operation = rng.pick(['view', 'view', 'view', 'modify', 'activate', 'deactivate']);
    return {
      ...shared,
      at: start + (i + 1) * 4 * MINUTE + rng.int(0, 90) * SECOND,
      operation,
      object: { type: 'msisdn', value: one.number },
      count: 1,
      warrant: one.warrant,
      approval: one.approval,
    };
  });
  return [{ ...shared, at: start, operation: 'login', object: SYSTEM, count: 0 }, ...acts];
};

const intruder = (): Entry[] => {
  const shared = {
    operator: 'li_admin2',
    role: 'administrator',
    source: SERVERS.jump[1],
    session: 's-1104-007',
  };
  const views = CASES.slice(0, 5).map((one, i) => ({
    ...shared,
    at: INTERCEPT_READ_AT + 2 * MINUTE + i * 48 * SECOND,
    operation: 'view',
    object: { type: 'msisdn', value: one.number },
    count: 1,
  }));
  return [
    { ...shared, at: INTERCEPT_READ_AT - 40 * SECOND, operation: 'login', object: SYSTEM, count: 0 },
    {
      ...shared,
      at: INTERCEPT_READ_AT,
      operation: 'list_all',
      object: { type: 'target-list', value: 'all' },
      count: TARGETS,
    },
    ...views,
  ];
};

const jsonLine = (one: Entry): string =>
  JSON.stringify({
    time: new Date(one.at).toISOString(),
    operator: one.operator,
    role: one.role,
    employer: 'Harbor Telecom (synthetic)',
    source_ip: one.source,
    session: one.session,
    operation: one.operation,
    object: one.object,
    count: one.count,
    warrant: one.warrant ?? null,
    approval: one.approval ?? null,
    outcome: 'success',
  });

/** The access log of the intercept administration, without the 26 hours that are missing. */
export function interceptFile(): OutputFile {
  const rng = rngFor('intercept');
  const ordinary = DAYS.flatMap((midnight) =>
    isWorkday(midnight) ? [...working(rng, midnight), ...working(rng, midnight)] : [],
  );
  const kept = [...heartbeats(), ...ordinary, ...intruder()]
    .filter((one) => one.at < INTERCEPT_GAP[0] || one.at >= INTERCEPT_GAP[1])
    .sort((a, b) => a.at - b.at);
  return {
    path: 'evidence/access/intercept-admin.jsonl',
    bytes: Buffer.from(`${kept.map(jsonLine).join('\n')}\n`),
  };
}
