import { DAY, DAYS, HOUR, isWorkday, MINUTE, SECOND, sqlStamp } from '../fleet/clock.ts';
import { ACTOR, SERVERS } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import { RECORDS_GAP, RECORDS_TAKEN_AT } from '../story/moments.ts';
import { subscriberNumber } from './numbers.ts';

interface Access {
  at: number;
  user: string;
  userType: 'employee' | 'service';
  client: string;
  host: string;
  action: string;
  objectType: string;
  object: string;
  sql: string;
  from: string;
  to: string;
  rows: number;
  bytes: number;
  destination: string;
  ticket: string;
}

const HEADER =
  'event_time,db_user,user_type,client_ip,client_host,action,object_type,object_value,sql_text,query_from,query_to,rows_returned,bytes_returned,destination,ticket,status';
const ANALYSTS = ['a.brandt', 'c.mwangi', 'k.fournier', 'p.oduya', 'v.sato'];
const ROW_BYTES = 212;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const lookupSql = (number: string, from: string, to: string): string =>
  `SELECT call_time, calling, called, duration, cell FROM cdr.calls WHERE msisdn = '${number}' AND call_day BETWEEN '${from}' AND '${to}'`;

const lookup = (rng: Rng, at: number, span: number): Access => {
  const number = subscriberNumber(rng);
  const from = dayOf(at - span * DAY);
  const to = dayOf(at);
  const rows = rng.int(0, 190);
  return {
    at,
    user: 'fraud_svc',
    userType: 'service',
    client: '10.60.2.15',
    host: 'fraud-01',
    action: 'select',
    objectType: 'msisdn',
    object: number,
    sql: lookupSql(number, from, to),
    from,
    to,
    rows,
    bytes: rows * ROW_BYTES,
    destination: '',
    ticket: '',
  };
};

const analystDay = (rng: Rng, midnight: number): Access[] =>
  Array.from({ length: isWorkday(midnight) ? 250 : 22 }, () => {
    const who = rng.int(0, ANALYSTS.length - 1);
    const at = midnight + 13 * HOUR + rng.int(0, 10 * 60) * MINUTE + rng.int(0, 59) * SECOND;
    return {
      ...lookup(rng, at, rng.pick([1, 3, 7, 14])),
      user: ANALYSTS[who] as string,
      userType: 'employee' as const,
      client: `10.60.2.${41 + who}`,
      host: `ws-cdr-${41 + who}`,
      ticket: `CASE-${rng.int(31_000, 31_999)}`,
    };
  });

const nightlyExport = (rng: Rng, midnight: number): Access => {
  const day = dayOf(midnight - DAY);
  const rows = rng.int(1_480_000, 1_690_000);
  return {
    at: midnight + 90 * MINUTE + rng.int(0, 40) * SECOND,
    user: 'etl_batch',
    userType: 'service',
    client: '10.60.0.8',
    host: 'etl-01',
    action: 'export',
    objectType: 'table',
    object: 'cdr.calls',
    sql: `COPY (SELECT * FROM cdr.calls WHERE call_day = '${day}') TO STDOUT WITH (FORMAT csv)`,
    from: day,
    to: day,
    rows,
    bytes: rows * ROW_BYTES,
    destination: SERVERS.cdrExport,
    ticket: '',
  };
};

const fraudDay = (rng: Rng, midnight: number): Access[] =>
  Array.from({ length: 24 }, (_, hour) => lookup(rng, midnight + hour * HOUR + rng.int(2, 50) * MINUTE, 1));

const STOLEN_ROWS = [6412, 7180, 7033, 6891, 6544, 7120];

/** Rows of each bulk query of the intruder. */
export const STOLEN: readonly number[] = STOLEN_ROWS;
/** How many single numbers the intruder looked up afterwards. */
export const STOLEN_LOOKUPS = 37;

const stolen = (): Access[] => {
  const rng = rngFor('stolen');
  const self = { user: 'etl_batch', client: SERVERS.jump[1], host: 'jump-02', destination: ACTOR.drop };
  const bulk = STOLEN_ROWS.map((rows, i): Access => {
    const at = RECORDS_TAKEN_AT + i * 4 * MINUTE + i * 17 * SECOND;
    const from = dayOf(at - (18 - i * 3) * DAY);
    const to = dayOf(at - (16 - i * 3) * DAY);
    const sql = `SELECT calling, called, call_time, duration, cell FROM cdr.calls WHERE call_day BETWEEN '${from}' AND '${to}' AND region = 'DC'`;
    return { ...nightlyExport(rng, at), ...self, at, sql, from, to, rows, bytes: rows * ROW_BYTES };
  });
  const numbers = new Set<string>();
  while (numbers.size < STOLEN_LOOKUPS) numbers.add(subscriberNumber(rng));
  const single = [...numbers].map((number, i): Access => {
    const at = RECORDS_TAKEN_AT + 31 * MINUTE + i * 23 * SECOND;
    const base = lookup(rng, at, 30);
    return {
      ...base,
      ...self,
      object: number,
      sql: lookupSql(number, base.from, base.to),
      rows: base.rows + 3,
      bytes: (base.rows + 3) * ROW_BYTES,
    };
  });
  return [...bulk, ...single];
};

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvLine = (one: Access): string =>
  [
    `${sqlStamp(one.at)}+00`,
    one.user,
    one.userType,
    one.client,
    one.host,
    one.action,
    one.objectType,
    one.object,
    quoted(one.sql),
    one.from,
    one.to,
    one.rows,
    one.bytes,
    one.destination,
    one.ticket,
    'ok',
  ].join(',');

/** The access log of the call-record store, without the two days that are missing. */
export function callRecordFile(): OutputFile {
  const rng = rngFor('call-records');
  const ordinary = DAYS.flatMap((midnight) => [
    nightlyExport(rng, midnight),
    ...fraudDay(rng, midnight),
    ...analystDay(rng, midnight),
  ]);
  const kept = [...ordinary, ...stolen()]
    .filter((one) => one.at < RECORDS_GAP[0] || one.at >= RECORDS_GAP[1])
    .sort((a, b) => a.at - b.at);
  const text = `${[HEADER, ...kept.map(csvLine)].join('\n')}\n`;
  return { path: 'evidence/access/cdr-warehouse.csv', bytes: Buffer.from(text) };
}
