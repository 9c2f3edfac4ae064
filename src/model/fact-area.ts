import type { At } from './at.ts';

/** Areas of configuration that checks ask for; a source states which it reads. */
export type FactArea =
  | 'identity'
  | 'software'
  | 'users'
  | 'aaa'
  | 'lines'
  | 'services'
  | 'acls'
  | 'snmp'
  | 'logging'
  | 'time'
  | 'interfaces'
  | 'tunnels'
  | 'routes'
  | 'mirrors'
  | 'containers'
  | 'crypto'
  | 'routing'
  | 'scripts'
  | 'flow-export';

/** A line that no feature read and no family sets aside; `area` when its words tell which area it may belong to. */
export interface UnreadLine extends At {
  /** Scrubbed, at most 160 characters. */
  readonly text: string;
  readonly area: FactArea | null;
}
