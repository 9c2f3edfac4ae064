import type { LogRecord } from '../../model/record.ts';

/** A change that the web interface made. */
export interface WebChange {
  readonly user: string;
  readonly process: string;
  readonly record: LogRecord;
}

/**
 * The change by a web process out of `SYS-5-CONFIG_P`; null for other changes. The process stands in front of the user,
 * so that a user name with the same words in it cannot imitate it.
 */
export function webChange(record: LogRecord): WebChange | null {
  if (record.mnemonic !== 'SYS-5-CONFIG_P') return null;
  const found =
    /^Configured programmatically by process (\S{1,80}) from \S{1,80} as (.{1,80}) on \S+\s*$/.exec(
      record.message,
    );
  const [, process = '', user = ''] = found ?? [];
  return /webui|nginx|http/i.test(process) ? { user, process, record } : null;
}

/** Users that intruders made through the web interface in public cases (CVE-2023-20198). */
export const KNOWN_USERS: ReadonlySet<string> = new Set([
  'cisco_tac_admin',
  'cisco_support',
  'cisco_sys_manager',
]);
