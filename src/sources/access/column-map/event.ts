import { canonicalIp } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import { DAY, type Instant, MINUTE } from '../../../base/time.ts';
import type { Ref } from '../../../model/evidence.ts';
import type { AccessRecord } from '../../../model/record.ts';
import type { Keyed } from '../../kit/contract.ts';
import { scrub } from '../../kit/scrub.ts';
import { type DateOrder, parseTextTime } from '../../kit/text-time.ts';
import type { ColumnMap } from './map-type.ts';
import { holdsPersonNumber, maskDestination, maskQuery, maskText } from './mask.ts';
import { Memo } from './memo.ts';
import { canonicalPerson, looksLikePerson, numberForm, type PersonKind } from './person.ts';
import { WallClock } from './zone.ts';

/** Value of a column or key of one row as text; null where it is empty or not there. */
export type Values = (column: string) => string | null;

/** An access event, and its text before it was cut: without identifiers of persons either. */
export interface ReadEvent {
  readonly record: AccessRecord;
  readonly whole: string;
}

interface Target {
  readonly type: string | null;
  readonly shown: string | null;
  readonly person: boolean;
  readonly number?: AccessRecord['number'];
}

type Columns = ColumnMap['columns'];

/** A whole number, also in groups of three; `1.617` could be a fraction, so that dots must part three groups or more. */
const COUNT =
  /^(?:\d{1,15}(?:\.0{1,6})?|\d{1,3}(?:(?:,\d{3}){1,4}|(?:[\s'\u2019]\d{3}){1,4}|(?:\.\d{3}){2,4}))$/;

const REFERENCES: ReadonlySet<string> = new Set(['caseRef', 'warrantRef']);

/** Makes access events of rows as one column map says. */
export class EventReader {
  private readonly map: ColumnMap;
  private readonly keyed: Keyed;
  private readonly clock: WallClock;
  private readonly listed: readonly (readonly [keyof Columns, string])[];
  private readonly masked = new Memo((text) => printable(maskText(text), 200));
  private readonly destinations = new Memo((text) => printable(maskDestination(text), 200));
  private readonly references = new Memo((text) =>
    printable(holdsPersonNumber(text) || text.includes('@') ? maskText(text) : scrub(text), 200),
  );
  private readonly actors = new Memo((text) => this.actor(text));

  /** Identifiers of persons go through `keyed` at once. */
  constructor(map: ColumnMap, keyed: Keyed) {
    this.map = map;
    this.keyed = keyed;
    this.clock = new WallClock(map.time.zone);
    this.listed = Object.entries(map.columns) as [keyof Columns, string][];
  }

  /** Reads one row; gives the reason where it cannot. */
  read(values: Values, ref: Ref): ReadEvent | string {
    const { map } = this;
    const at = this.time(values(map.time.column));
    const actor = values(map.columns.actor);
    const action = values(map.columns.action);
    if (at === null) return 'time cannot be read';
    if (actor === null) return 'no actor';
    if (action === null) return 'no action';
    const target = this.target(values);
    const from = this.value(values, 'from');
    const query = this.value(values, 'query');
    const masked = query === null ? null : maskQuery(query);
    const whole = this.line(values, target, masked);
    const record: AccessRecord = {
      kind: 'access',
      origin: `system:${map.system}`,
      at,
      timeQuality: 'exact',
      count: 1,
      last: null,
      ref,
      text: whole.length <= 400 ? whole : printable(whole, 400),
      system: map.system,
      systemClass: map.class,
      actor: this.actors.get(actor),
      actorType: this.word(map.actorTypes, values, 'actorType') ?? map.constants.actorType ?? 'unknown',
      from: canonicalIp(from ?? '') ?? this.shown(values, 'from'),
      fromHost: this.shown(values, 'fromHost'),
      action: lookUp(map.actions, action) ?? 'other',
      objectType: target.type,
      object: target.shown,
      person: target.person,
      ...(target.number ? { number: target.number } : {}),
      query: masked,
      queryFrom: this.bound(values, 'queryFrom'),
      queryTo: this.bound(values, 'queryTo'),
      rows: this.count(values, 'rows'),
      bytes: this.count(values, 'bytes'),
      destination: this.shown(values, 'destination'),
      caseRef: this.shown(values, 'caseRef'),
      warrantRef: this.shown(values, 'warrantRef'),
      result: this.word(map.results, values, 'result') ?? 'unknown',
    };
    return { record, whole };
  }

  private value(values: Values, field: keyof Columns): string | null {
    const column = this.map.columns[field];
    return column === undefined ? null : values(column);
  }

  private shown(values: Values, field: keyof Columns): string | null {
    const value = this.value(values, field);
    if (value === null) return null;
    // Numbers of cases and warrants tell them apart; they are hidden only when they could be a person's.
    if (field === 'destination') return this.destinations.get(value);
    return (REFERENCES.has(field) ? this.references : this.masked).get(value);
  }

  private word<T>(words: Readonly<Record<string, T>>, values: Values, field: keyof Columns): T | null {
    const value = this.value(values, field);
    return value === null ? null : lookUp(words, value);
  }

  private count(values: Values, field: keyof Columns): number | null {
    const text = this.value(values, field) ?? '';
    return text.length <= 32 && COUNT.test(text)
      ? Number(text.replace(/\.0+$/, '').replace(/\D/g, ''))
      : null;
  }

  /** Accounts of staff stay as they are, unless one holds a telephone number. */
  private actor(text: string): string {
    if (!holdsPersonNumber(text)) return printable(text, 120);
    return `account-${this.pseudonym(looksLikePerson(text) ?? 'account', text).slice(0, 16)}`;
  }

  private pseudonym(kind: PersonKind, value: string): string {
    return this.keyed.person(kind, canonicalPerson(kind, value, this.map.national));
  }

  private number(kind: PersonKind, value: string): AccessRecord['number'] {
    const form = numberForm(kind, value, this.map.national);
    if (!form) return undefined;
    const tail = form.tail === null ? null : this.keyed.person(kind, `tail ${form.tail}`).slice(0, 16);
    return { tail, international: form.international };
  }

  private target(values: Values): Target {
    const { object } = this.map;
    const value = object ? values(object.value) : null;
    if (!object || value === null) return { type: this.type(values), shown: null, person: false };
    const kind = this.personKind(values, value);
    const type = this.type(values) ?? kind;
    if (kind === null) return { type, shown: this.masked.get(value), person: false };
    const number = this.number(kind, value);
    return { type, shown: this.pseudonym(kind, value), person: true, ...(number ? { number } : {}) };
  }

  private type(values: Values): string | null {
    const { object } = this.map;
    if (!object) return null;
    const type = 'kind' in object ? object.kind : values(object.type);
    return type === null ? null : this.masked.get(type.toLowerCase()).slice(0, 40);
  }

  /** Whatever is not declared to be harmless counts as an identifier of a person. */
  private personKind(values: Values, value: string): PersonKind | null {
    const { object } = this.map;
    if (!object) return null;
    if ('kind' in object) return object.kind;
    const type = values(object.type)?.toLowerCase() ?? '';
    const kind = lookUp(object.persons, type);
    if (kind !== null) return kind;
    return looksLikePerson(value) ?? (object.plain.includes(type) ? null : 'account');
  }

  private bound(values: Values, field: 'queryFrom' | 'queryTo'): Instant | null {
    const text = this.value(values, field);
    return text === null ? null : this.time(text, field === 'queryTo' ? DAY : 0);
  }

  /** `dayEnd` is added to a date without a time of day. */
  private time(text: string | null, dayEnd = 0): Instant | null {
    if (text === null) return null;
    const { format } = this.map.time;
    if (format === 'epoch-seconds' || format === 'epoch-milliseconds') {
      if (!/^\d{1,16}(?:\.\d{1,9})?$/.test(text)) return null;
      const at = Math.floor(Number(text) * (format === 'epoch-seconds' ? 1000 : 1));
      return at <= 8.64e15 ? at : null;
    }
    const order: DateOrder = format === 'iso' ? 'year-first' : format;
    const time = parseTextTime(text, order);
    if (!time) return null;
    const wall = time.wall + (time.dateOnly ? dayEnd : 0);
    return time.zone === null ? this.clock.instant(wall) : wall - time.zone * MINUTE;
  }

  /** The row as far as the map names its columns, with pseudonyms for persons. */
  private line(values: Values, target: Target, query: string | null): string {
    const { map } = this;
    const parts = [`${map.time.column}=${values(map.time.column) ?? ''}`];
    for (const [field, column] of this.listed) {
      const value = field === 'query' ? query : this.part(values, field);
      if (value !== null) parts.push(`${column}=${value}`);
    }
    const object = target.person ? target.shown?.slice(0, 12) : target.shown;
    if (target.type !== null || object) parts.splice(3, 0, `object=${target.type ?? ''}:${object ?? ''}`);
    return parts.join(' ').slice(0, 4000);
  }

  private part(values: Values, field: keyof Columns): string | null {
    if (field === 'rows' || field === 'bytes') return this.count(values, field)?.toString() ?? null;
    const value = this.value(values, field);
    if (field === 'actor') return value === null ? null : this.actors.get(value);
    return this.shown(values, field);
  }
}

function lookUp<T>(words: Readonly<Record<string, T>>, word: string): T | null {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(words, key) ? (words[key] as T) : null;
}
