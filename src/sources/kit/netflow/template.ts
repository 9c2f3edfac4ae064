import { u16, u32 } from './bytes.ts';

/** Versions of the protocol that use templates: 9 for NetFlow v9, 10 for IPFIX. */
export type TemplateVersion = 9 | 10;

/** One field of a template. `width` is 65,535 for variable length. */
export interface Field {
  readonly enterprise: number;
  readonly number: number;
  readonly width: number;
}

/** A template as sent. */
export interface Template {
  readonly id: number;
  readonly fields: readonly Field[];
  /** How many of the fields at the start are the scope of options; -1 when it describes flows. */
  readonly scopes: number;
  /** Set number and template record in hexadecimal, as TemplateNote.definition wants it. */
  readonly definition: string;
}

/** Width that stands for variable length (RFC 7011, 7). */
export const VARIABLE = 65_535;

/** What a stretch of a template set holds: a template, the withdrawal of one, or nothing readable. */
export type TemplateItem =
  | { readonly kind: 'template'; readonly template: Template; readonly size: number }
  | { readonly kind: 'withdrawal'; readonly id: number; readonly size: number }
  | { readonly kind: 'broken' };

/** Where a template record stands. */
export interface TemplatePlace {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly version: TemplateVersion;
  /** Number of the set that holds it: 0 and 1 in NetFlow v9, 2 and 3 in IPFIX. */
  readonly set: number;
}

/** Fields of width 0 cost time and carry nothing; a template with more of them is a forgery. */
const MOST_EMPTY = 64;

const BROKEN: TemplateItem = { kind: 'broken' };

/** Reads one template record. Fields of width 0 are kept: some exporters send them, and they take no room. */
export function readTemplate(place: TemplatePlace): TemplateItem {
  const { bytes, at, end, version, set } = place;
  if (at + 4 > end) return BROKEN;
  const id = u16(bytes, at);
  const options = set === 1 || set === 3;
  if (version === 10 && u16(bytes, at + 2) === 0) return { kind: 'withdrawal', id, size: 4 };
  const head = options ? 6 : 4;
  if (at + head > end || id < 256) return BROKEN;
  let count = u16(bytes, at + 2);
  let scopes = -1;
  if (options) {
    const second = u16(bytes, at + 4);
    scopes = version === 9 ? count >> 2 : second;
    if (version === 9) count = (count >> 2) + (second >> 2);
  }
  if (count === 0 || scopes > count) return BROKEN;
  const read = readFields({ ...place, at: at + head }, count);
  if (!read) return BROKEN;
  const definition = hex(set, bytes.subarray(at, read.end));
  return { kind: 'template', template: { id, fields: read.fields, scopes, definition }, size: read.end - at };
}

function readFields(place: TemplatePlace, count: number): { fields: Field[]; end: number } | null {
  const { bytes, end, version } = place;
  const fields: Field[] = [];
  let at = place.at;
  let empty = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 4 > end) return null;
    let number = u16(bytes, at);
    const width = u16(bytes, at + 2);
    let enterprise = 0;
    at += 4;
    if (version === 10 && number >= 0x8000) {
      if (at + 4 > end) return null;
      number -= 0x8000;
      enterprise = u32(bytes, at);
      at += 4;
    }
    if (width === 0) empty += 1;
    if (empty > MOST_EMPTY) return null;
    fields.push({ enterprise, number, width });
  }
  return { fields, end: at };
}

function hex(set: number, record: Uint8Array): string {
  return `${set.toString(16).padStart(4, '0')}${Buffer.from(record.buffer, record.byteOffset, record.length).toString('hex')}`;
}

/** Reads a definition that another piece of evidence gave; null when it is not one template exactly. */
export function parseDefinition(definition: string, version: TemplateVersion): Template | null {
  if (definition.length < 12 || definition.length > 262_144 || !/^(?:[0-9a-f]{2})+$/.test(definition))
    return null;
  const bytes = new Uint8Array(Buffer.from(definition, 'hex'));
  const set = u16(bytes, 0);
  if (version === 9 ? set > 1 : set !== 2 && set !== 3) return null;
  const item = readTemplate({ bytes, at: 2, end: bytes.length, version, set });
  return item.kind === 'template' && item.size === bytes.length - 2 ? item.template : null;
}
