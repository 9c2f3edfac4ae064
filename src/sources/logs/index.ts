import type { Source } from '../kit/contract.ts';
import { ciscoIos } from './cisco-ios/dialect.ts';
import { ciscoIse } from './cisco-ise/dialect.ts';
import { freeradius } from './freeradius/dialect.ts';
import type { Dialect } from './kit/dialect.ts';
import { syslogSource } from './kit/syslog-source.ts';
import { linux } from './linux/dialect.ts';
import { syslogDaemon } from './syslog/dialect.ts';

/** The senders that a merged syslog file may hold, one line each; the first that claims a tag reads it. */
export const DIALECTS: readonly Dialect[] = [ciscoIos, linux, ciscoIse, freeradius, syslogDaemon];

/** Merged syslog files of all these senders. */
export const syslog: Source = syslogSource(DIALECTS);
