import type { Source } from '../../kit/contract.ts';
import type { Dialect } from './dialect.ts';
import { recogniseSyslog } from './recognise.ts';
import { SyslogReader } from './syslog-reader.ts';

/** Raised when the header or the reader changes what comes out; the dialects' versions are added to it. */
const VERSION = 1;

/** The source that reads merged syslog files with these dialects; its version counts theirs. */
export function syslogSource(dialects: readonly Dialect[]): Source {
  return {
    id: 'logs/syslog',
    title: 'Syslog of routers, Linux hosts, Cisco ISE and FreeRADIUS, merged or apart',
    version: dialects.reduce((sum, dialect) => sum + dialect.version, VERSION),
    kinds: ['syslog', 'accounting'],
    recognise: recogniseSyslog,
    open: (context, sink) => new SyslogReader(context, sink, dialects),
    split: 'lines',
  };
}
