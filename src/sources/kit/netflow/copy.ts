import { ntpMs, uint } from './bytes.ts';
import type { FlowColumns } from './columns.ts';
import type { Role, TimeForm } from './elements.ts';

/** A column of fields in the bytes: the first stands at `at`, each next one `stride` further on. */
export interface Fields {
  bytes: Uint8Array;
  at: number;
  stride: number;
  count: number;
  width: number;
}

// Small functions, one loop each, called once a field and set: they stay compiled where one large loop does not.

function copy8(out: Uint8Array, row: number, f: Fields): void {
  const { bytes, stride, count } = f;
  let at = f.at + f.width - 1;
  for (let i = 0; i < count; i += 1, at += stride) out[row + i] = bytes[at] as number;
}

function copy16(out: Uint16Array, row: number, f: Fields): void {
  const { bytes, stride, count } = f;
  if (f.width === 1) {
    for (let i = 0, at = f.at; i < count; i += 1, at += stride) out[row + i] = bytes[at] as number;
    return;
  }
  let at = f.at + f.width - 2;
  for (let i = 0; i < count; i += 1, at += stride) {
    out[row + i] = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  }
}

function copy32(out: Uint32Array, row: number, f: Fields): void {
  const { bytes, stride, count, width } = f;
  let at = f.at;
  if (width === 4) {
    for (let i = 0; i < count; i += 1, at += stride) {
      out[row + i] =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
    }
  } else for (let i = 0; i < count; i += 1, at += stride) out[row + i] = uint(bytes, at, width);
}

function copyWide(out: Float64Array, row: number, f: Fields): void {
  const { bytes, stride, count, width } = f;
  let at = f.at;
  if (width === 4) {
    for (let i = 0; i < count; i += 1, at += stride) {
      out[row + i] =
        (bytes[at] as number) * 16_777_216 +
        (((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
    }
  } else for (let i = 0; i < count; i += 1, at += stride) out[row + i] = uint(bytes, at, width);
}

function copyNtp(out: Float64Array, row: number, f: Fields): void {
  let at = f.at;
  for (let i = 0; i < f.count; i += 1, at += f.stride) out[row + i] = ntpMs(f.bytes, at);
}

/** 1 where the words of a 64-bit number lie high word last (little-endian machines). */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] as number;

function copy128(words: Uint32Array, row: number, f: Fields): void {
  const { bytes, stride, count } = f;
  let at = f.at;
  for (let i = 0; i < count; i += 1, at += stride) {
    for (let word = 0; word < 4; word += 1) {
      const b = at + word * 4;
      words[(row + i) * 4 + (word ^ HIGH)] =
        ((bytes[b] as number) << 24) |
        ((bytes[b + 1] as number) << 16) |
        ((bytes[b + 2] as number) << 8) |
        (bytes[b + 3] as number);
    }
  }
}

/** Copies a column of fields into the rows from `row` on. Widths were checked when the plan was made. */
export function copyInto(
  columns: FlowColumns,
  row: number,
  what: { role: Role; form: TimeForm | null; fields: Fields },
): void {
  const { role, form, fields } = what;
  if (role === 'src6') copy128(columns.src6Words, row, fields);
  else if (role === 'dst6') copy128(columns.dst6Words, row, fields);
  else if (role === 'src4' || role === 'dst4' || role === 'inIf' || role === 'outIf')
    copy32(columns[role], row, fields);
  else if (role === 'srcPort' || role === 'dstPort') copy16(columns[role], row, fields);
  else if (role === 'protocol' || role === 'tcpFlags' || role === 'ipVersion')
    copy8(columns[role], row, fields);
  else if (form === 'ntp') copyNtp(columns[role], row, fields);
  else copyWide(columns[role], row, fields);
}

/** Sets the columns of a role to 0 in the rows from `row` to `end`. */
export function clear(columns: FlowColumns, role: Role, rows: { from: number; to: number }): void {
  if (role === 'src6' || role === 'dst6') columns[role].fill(0n, rows.from * 2, rows.to * 2);
  else columns[role].fill(0, rows.from, rows.to);
}
