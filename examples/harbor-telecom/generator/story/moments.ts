import { at } from '../fleet/clock.ts';

/** The request that opened the first router. */
export const EXPLOIT_AT: number = at('2026-10-20T02:13:07.214Z');
/** The router's own note that its web service configured it. */
export const WEB_CONFIG_AT: number = at('2026-10-20T02:13:09.402Z');
/** A write through SNMP on a customer-edge router. */
export const SNMP_WRITE_AT: number = at('2026-10-30T04:22:17.000Z');
/** First and last instant of the silence of pe-chi-02. */
export const SILENCE: readonly [from: number, to: number] = [
  at('2026-10-27T03:04:52Z'),
  at('2026-10-27T14:05:25Z'),
];
/** The week in which the accounting of p-cle-01 is missing. */
export const NO_ACCOUNTING: readonly [from: number, to: number] = [
  at('2026-10-28T00:00:00Z'),
  at('2026-11-04T00:00:00Z'),
];
/** The two days missing from the log of the call-record store. */
export const RECORDS_GAP: readonly [from: number, to: number] = [
  at('2026-11-06T00:00:00Z'),
  at('2026-11-08T00:00:00Z'),
];
/** The 26 hours missing from the log of the intercept system. */
export const INTERCEPT_GAP: readonly [from: number, to: number] = [
  at('2026-11-05T04:00:00Z'),
  at('2026-11-06T06:00:00Z'),
];
/** First bulk query of call records by the intruder. */
export const RECORDS_TAKEN_AT: number = at('2026-11-03T03:17:44Z');
/** The intruder's reading of the list of intercept targets. */
export const INTERCEPT_READ_AT: number = at('2026-11-04T03:42:19Z');
