import type { Instant } from '../base/time.ts';
import type { Ref } from './evidence.ts';

/**
 * Who an observation is about, before devices are told apart: `name:pe-chi-02` (lower case), `addr:192.0.2.1`
 * (canonical text form), `serial:FOX1234` (upper case) or `system:cdr-warehouse`.
 */
export type Origin = string;

/**
 * How far a time can be trusted: `exact` as written with a zone or UTC by declaration; `zone-assumed` taken as UTC
 * since nothing says otherwise; `year-assumed` year filled in from the case's anchor; `clock-unset` the device says
 * its clock is not synchronised (`*`); `none` no usable time (uptime stamps): the record has `at: null`.
 */
export type TimeQuality = 'exact' | 'zone-assumed' | 'year-assumed' | 'clock-unset' | 'none';

/** What every record carries. Records of the same content within one minute may be folded: `count`, `at`, `last`. */
export interface RecordBase {
  readonly origin: Origin;
  readonly at: Instant | null;
  readonly timeQuality: TimeQuality;
  /** How many identical observations were folded into this one; `last` is then the time of the last. */
  readonly count: number;
  readonly last: Instant | null;
  readonly ref: Ref;
  /** The line as evidence shows it, scrubbed of secrets and control characters, at most 400 characters. */
  readonly text: string;
}

/** A log message of a device or host. */
export interface LogRecord extends RecordBase {
  readonly kind: 'log';
  /** Cisco form `SYS-5-CONFIG_I` without `%`; for other logs the program name, such as `sshd`. */
  readonly mnemonic: string;
  /** Message text after the mnemonic, scrubbed, at most 1,000 characters. */
  readonly message: string;
}

/** A command that a person or program ran on a device, from accounting or from a log of commands. */
export interface CommandRecord extends RecordBase {
  readonly kind: 'command';
  readonly account: string;
  /** Address the account came from, canonical text; null when not given (console, async). */
  readonly from: string | null;
  readonly terminal: string | null;
  readonly privilege: number | null;
  /** The command without trailing `<cr>`, scrubbed of secrets, single spaces. */
  readonly command: string;
  readonly task: string | null;
  /** `accounting` for AAA, `log` for %PARSER-5-CFGLOG_LOGGEDCMD and shell logs. */
  readonly via: 'accounting' | 'log';
}

/** A login, logout or failed login. */
export interface LoginRecord extends RecordBase {
  readonly kind: 'login';
  readonly account: string;
  readonly from: string | null;
  readonly outcome: 'success' | 'failure' | 'logout';
  /** How it is known: an accounting start or stop, a device log, an sshd line, an AAA authentication report. */
  readonly via: 'accounting' | 'log' | 'sshd' | 'authentication';
  /** `ssh`, `telnet`, `console`, `http`, `shell` … as far as the evidence says; otherwise null. */
  readonly service: string | null;
  readonly terminal: string | null;
}

/** One HTTP request with what is known of its answer. The origin is the server's address. */
export interface HttpRecord extends RecordBase {
  readonly kind: 'http';
  readonly client: string;
  readonly server: string;
  readonly serverPort: number;
  readonly method: string;
  /** Path and query exactly as sent, not decoded, at most 2,000 characters. */
  readonly uri: string;
  readonly status: number | null;
  readonly userAgent: string | null;
  /** Bodies as far as the evidence has them (packets), scrubbed, at most 2,000 characters each. */
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** Classes of crown-jewel systems (facts 4.2). */
export type SystemClass = 'cdr' | 'li' | 'hss' | 'smsc' | 'lcs' | 'aaa' | 'nms' | 'crm';

/** Canonical access event of a crown-jewel system (facts 4.2). The origin is `system:<name>`. */
export interface AccessRecord extends RecordBase {
  readonly kind: 'access';
  readonly system: string;
  readonly systemClass: SystemClass;
  readonly actor: string;
  readonly actorType: 'employee' | 'contractor' | 'vendor' | 'service' | 'lea' | 'unknown';
  readonly from: string | null;
  readonly fromHost: string | null;
  readonly action: AccessAction;
  readonly objectType: string | null;
  /** Keyed hash of the subscriber identifier (never the identifier); for tables and tasks the plain name. */
  readonly object: string | null;
  /** True where `object` is a keyed hash of a person's identifier. */
  readonly person: boolean;
  /**
   * How `object` was written, where it is a telephone number: `tail` is a keyed hash of its last digits, null where it is
   * too short; without a known country it may be another way to write a number of the same tail.
   */
  readonly number?: { readonly tail: string | null; readonly international: boolean };
  /** Query with literals replaced by `?`, at most 400 characters. */
  readonly query: string | null;
  readonly queryFrom: Instant | null;
  readonly queryTo: Instant | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly destination: string | null;
  readonly caseRef: string | null;
  readonly warrantRef: string | null;
  readonly result: 'success' | 'failure' | 'unknown';
}

/** What was done to a crown-jewel system (facts 4.2). */
export type AccessAction =
  | 'login'
  | 'search'
  | 'view'
  | 'export'
  | 'activate'
  | 'modify'
  | 'deactivate'
  | 'destination_create'
  | 'list_all'
  | 'delete'
  | 'print'
  | 'other';

/** A file seen in evidence: the evidence file itself, a line of a listing, a hash in a log. */
export interface FileRecord extends RecordBase {
  readonly kind: 'file';
  readonly path: string;
  readonly size: number | null;
  readonly md5: string | null;
  readonly sha1: string | null;
  readonly sha256: string | null;
  readonly sha512: string | null;
  /** Ids of the byte strings of content/tool-strings that the file holds. */
  readonly strings: readonly string[];
}

/** A place in text evidence where a shared indicator's value stands. Flows are matched in the flow store instead. */
export interface SightingRecord extends RecordBase {
  readonly kind: 'sighting';
  /** Value in canonical form, as in the indicator index. */
  readonly value: string;
  readonly valueType: 'ipv4' | 'ipv6' | 'domain' | 'url' | 'hash' | 'email' | 'filename';
  /** Kind of evidence in which it stands. */
  readonly where: 'config' | 'state' | 'syslog' | 'accounting' | 'http' | 'access' | 'inventory' | 'file';
  /** True for an address in the same /24 (IPv4) as an indicator, not the indicator itself. */
  readonly near: boolean;
}

/** What a carrier's register says is approved or planned (see sources/inventory/register). */
export interface RegisterRecord extends RecordBase {
  readonly kind: 'register';
  readonly entry: RegisterKind;
  readonly value: string;
  /** Device name, or null for the whole network. */
  readonly device: string | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly ticket: string | null;
  readonly note: string | null;
}

/** Kinds of entries that a register may hold. */
export type RegisterKind =
  | 'aaa-server'
  | 'nms'
  | 'jump-host'
  | 'management-network'
  | 'tunnel-peer'
  | 'mirror-collector'
  | 'automation-account'
  | 'log-host'
  | 'flow-collector'
  | 'change'
  | 'record-store';

/** All records that readers emit, but flows, which travel in columns (see flow.ts). */
export type SeawallRecord =
  | LogRecord
  | CommandRecord
  | LoginRecord
  | HttpRecord
  | AccessRecord
  | FileRecord
  | SightingRecord
  | RegisterRecord;

/** Names of the record kinds. */
export type RecordKind = SeawallRecord['kind'];

/** The record type of a kind. */
export type RecordOf<K extends RecordKind> = Extract<SeawallRecord, { kind: K }>;
