import type { AccessRecord } from '../../../model/record.ts';

/** Combinations and texts that are kept once; what comes later stands for itself. */
const MOST_SHARED = 50_000;
/** What events of an account have in common: one object stands for it in all of them. */
const COMMON = [
  'kind',
  'origin',
  'timeQuality',
  'count',
  'last',
  'system',
  'systemClass',
  'actor',
  'actorType',
  'from',
  'fromHost',
  'action',
  'objectType',
  'person',
  'destination',
  'result',
] as const satisfies readonly (keyof AccessRecord)[];
/** What is asked of few events, for their proof, and read from the table then. */
const SELDOM = [
  'ref',
  'text',
  'object',
  'number',
  'queryFrom',
  'queryTo',
  'bytes',
] as const satisfies readonly (keyof AccessRecord)[];

/** Reads the whole event of a row of the table. */
export type ReadRow = (row: number) => AccessRecord;

type Common = Pick<AccessRecord, (typeof COMMON)[number]>;

/** One event; its other properties are getters of the prototype, set below. */
class Lean {
  readonly at: AccessRecord['at'];
  readonly rows: AccessRecord['rows'];
  readonly caseRef: AccessRecord['caseRef'];
  readonly warrantRef: AccessRecord['warrantRef'];
  /** Undefined where it is read when it is asked for. */
  readonly kept: string | null | undefined;
  readonly common: Common;
  readonly row: number;
  readonly read: ReadRow;

  constructor(
    own: Pick<Lean, 'at' | 'rows' | 'caseRef' | 'warrantRef' | 'kept' | 'common' | 'row' | 'read'>,
  ) {
    this.at = own.at;
    this.rows = own.rows;
    this.caseRef = own.caseRef;
    this.warrantRef = own.warrantRef;
    this.kept = own.kept;
    this.common = own.common;
    this.row = own.row;
    this.read = own.read;
  }

  get query(): string | null {
    return this.kept === undefined ? this.read(this.row).query : this.kept;
  }
}

for (const name of COMMON) {
  Object.defineProperty(Lean.prototype, name, {
    get(this: Lean): unknown {
      return this.common[name];
    },
  });
}
for (const name of SELDOM) {
  Object.defineProperty(Lean.prototype, name, {
    get(this: Lean): unknown {
      return this.read(this.row)[name];
    },
  });
}

/**
 * Makes access events that keep little. The log of a system that people work on holds millions of them, and checks look at
 * who, when, from where and how much; line, place and object are asked of the few that become proof.
 */
export class LeanEvents {
  private readonly read: ReadRow;
  private readonly commons = new Map<string, Common>();
  private readonly texts = new Map<string, string>();

  constructor(read: ReadRow) {
    this.read = read;
  }

  /** The event of a row; what is not kept can be read as long as the table is open. */
  of(record: AccessRecord, row: number): AccessRecord {
    const { at, rows, query } = record;
    const lean = new Lean({
      at,
      rows,
      caseRef: this.text(record.caseRef) ?? record.caseRef,
      warrantRef: this.text(record.warrantRef) ?? record.warrantRef,
      kept: this.text(query),
      common: this.common(record),
      row,
      read: this.read,
    });
    return lean as unknown as AccessRecord;
  }

  private common(record: AccessRecord): Common {
    const values = COMMON.map((name) => record[name]);
    const key = JSON.stringify(values);
    const known = this.commons.get(key);
    if (known) return known;
    const made = Object.fromEntries(COMMON.map((name, i) => [name, values[i]])) as unknown as Common;
    if (this.commons.size < MOST_SHARED) this.commons.set(key, made);
    return made;
  }

  /** Undefined for a text that is not shared. */
  private text(text: string | null): string | null | undefined {
    if (text === null) return null;
    const known = this.texts.get(text);
    if (known !== undefined || this.texts.size >= MOST_SHARED) return known;
    this.texts.set(text, text);
    return text;
  }
}
