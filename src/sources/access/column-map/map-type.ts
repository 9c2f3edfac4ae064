import type { AccessAction, AccessRecord, SystemClass } from '../../../model/record.ts';
import type { Keyed } from '../../kit/contract.ts';

/** How the columns of one system's access log become access events; see README. */
export interface ColumnMap {
  readonly id: string;
  readonly title: string;
  readonly verifiedOn: string;
  readonly form: 'csv' | 'json-lines';
  readonly system: string;
  readonly class: SystemClass;
  /** Columns or keys by which the export is recognised. */
  readonly required: readonly string[];
  readonly time: {
    readonly column: string;
    readonly format: 'iso' | 'day-first' | 'month-first' | 'epoch-seconds' | 'epoch-milliseconds';
    /** Zone of times that name none: UTC, +02:00 or a name such as America/Chicago. */
    readonly zone: string;
  };
  readonly columns: Readonly<Record<'actor' | 'action', string> & Partial<Record<OptionalColumn, string>>>;
  readonly object?: ObjectColumn | undefined;
  readonly constants: { readonly actorType?: AccessRecord['actorType'] | undefined };
  readonly actions: Readonly<Record<string, AccessAction>>;
  readonly actorTypes: Readonly<Record<string, AccessRecord['actorType']>>;
  readonly results: Readonly<Record<string, AccessRecord['result']>>;
  /** How national numbers become international ones. */
  readonly national?:
    | {
        readonly digits?: number | undefined;
        readonly country: string;
        readonly trunk?: string | undefined;
      }
    | undefined;
}

type OptionalColumn =
  | 'actorType'
  | 'from'
  | 'fromHost'
  | 'query'
  | 'queryFrom'
  | 'queryTo'
  | 'rows'
  | 'bytes'
  | 'destination'
  | 'caseRef'
  | 'warrantRef'
  | 'result';

/** Where the value that was looked at stands: always of one kind of person, or as a second column tells. */
export type ObjectColumn =
  | { readonly value: string; readonly kind: PersonKind }
  | {
      readonly value: string;
      readonly type: string;
      readonly persons: Readonly<Record<string, PersonKind>>;
      readonly plain: readonly string[];
    };

type PersonKind = Parameters<Keyed['person']>[0];
