import type { AccessRecord } from '../../../model/record.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { columnMap } from './source.ts';

/** A map that a user might write, with every canonical field. */
export const MAP: string = `
id: crm-own
title: Synthetic customer care log
verifiedOn: 2026-11-22
form: csv
system: crm-one
class: crm
required: [When, Agent, Did]
time: { column: When, format: iso, zone: America/Chicago }
columns:
  actor: Agent
  action: Did
  actorType: Sort
  from: Ip
  fromHost: Pc
  query: Sql
  queryFrom: Q1
  queryTo: Q2
  rows: Rows
  bytes: Bytes
  destination: To
  caseRef: Case
  warrantRef: Warrant
  result: Ok
object:
  value: What
  type: Kind
  persons: { tel: msisdn, imsi: imsi, imei: imei, mail: email, ip: ip, login: account }
  plain: [table, report]
actions: { look: view, dump: export, find: search }
actorTypes: { staff: employee, robot: service }
results: { "1": success, "0": failure }
national: { digits: 10, country: "1" }
`;
/** Content that holds it. */
export const content: ReadonlyMap<string, string> = new Map([['access-maps/crm.yaml', MAP]]);
/** Reads an export through the map, or through another. */
export const read = (input: string | Buffer, map: string = MAP): RecordingSink =>
  readWith(columnMap, input, { content: map === MAP ? content : new Map([['access-maps/x.yaml', map]]) });
const COLUMNS = 'When,Agent,Sort,Ip,Pc,Did,Kind,What,Sql,Q1,Q2,Rows,Bytes,To,Case,Warrant,Ok'.split(',');
/** Time of rows that name no other. */
export const TIME = '2026-10-15T13:00:14Z';
/** A field in quotes. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One row with the given cells; all others are empty but time, agent and action. */
export function csv(...rows: Record<string, string>[]): string {
  const cells = rows.map((row) => {
    const full: Record<string, string> = { When: TIME, Agent: 'a.synthetic', Did: 'look', ...row };
    return COLUMNS.map((column) => quote(full[column] ?? '')).join(',');
  });
  return `${[COLUMNS.join(','), ...cells].join('\n')}\n`;
}
/** The event of an export of one row. */
export const one = (row: Record<string, string>, map: string = MAP): AccessRecord | undefined =>
  read(csv(row), map).of('access')[0];
/** Everything that is kept of an export, as one text. */
export const kept = (sink: RecordingSink): string =>
  JSON.stringify([sink.records, sink.accounts, sink.ties, sink.observations, sink.unreadLines]);
/** Why rows were not understood, in order. */
export const reasons = (sink: RecordingSink): string[] =>
  sink.accounts.filter((a) => a.state === 'not-understood').map((a) => a.reason);
