import type { Instant } from '../../../base/time.ts';
import type { FlowColumns } from './columns.ts';
import type { TimeForm } from './elements.ts';
import type { Plan } from './plan.ts';

/** What the header of a datagram says of time. */
export interface Clock {
  /** Export time in milliseconds UTC; NaN when the header has 0. */
  readonly exported: Instant;
  /** Milliseconds since the exporter started, as of the export; null in IPFIX. */
  readonly uptime: number | null;
  /** When the exporter started, as its options say; null when they do not. */
  readonly init: Instant | null;
}

/** Rows of a batch, `to` not included. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * Turns the raw times of rows into milliseconds UTC. Uptime stamps count from the start of the exporter and wrap after
 * 49.7 days: they are read as the distance from the header's own uptime, at most 24.8 days either way. Where nothing
 * absolute can be worked out the export time stands for the end of the flow.
 */
export function resolveTimes(columns: FlowColumns, rows: Rows, given: { plan: Plan; clock: Clock }): void {
  const { plan, clock } = given;
  resolve(columns.first, rows, {
    form: plan.firstForm,
    clock,
    init: plan.has.has('init') ? columns.init : null,
  });
  resolve(columns.last, rows, {
    form: plan.lastForm,
    clock,
    init: plan.has.has('init') ? columns.init : null,
  });
  const lost = clock.uptime === null && clock.init === null && !plan.has.has('init');
  const relative = lost && (plan.lastForm === 'uptime' || plan.lastForm === null);
  if (lost && plan.firstForm === 'uptime') anchor(columns, rows, { clock, relative });
  complete(columns, rows, { plan, exported: clock.exported });
}

interface Source {
  readonly form: TimeForm | null;
  readonly clock: Clock;
  readonly init: Float64Array | null;
}

function resolve(out: Float64Array, rows: Rows, source: Source): void {
  const { form, clock, init } = source;
  const { from, to } = rows;
  if (form === null) out.fill(Number.NaN, from, to);
  else if (form === 'seconds') for (let i = from; i < to; i += 1) out[i] = (out[i] as number) * 1000;
  else if (form === 'delta') {
    for (let i = from; i < to; i += 1) out[i] = Math.floor(clock.exported - (out[i] as number) / 1000);
  } else if (form === 'uptime') resolveUptime(out, rows, { clock, init });
  if (form !== null && form !== 'uptime') dropZero(out, rows);
}

/** Times before 1980 are those of a device that left the field empty. */
const EARLIEST = Date.UTC(1980, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

function dropZero(out: Float64Array, rows: Rows): void {
  for (let i = rows.from; i < rows.to; i += 1) out[i] = believed(out[i] as number);
}

function resolveUptime(
  out: Float64Array,
  rows: Rows,
  given: { clock: Clock; init: Float64Array | null },
): void {
  const { clock, init } = given;
  const { from, to } = rows;
  if (clock.uptime !== null) {
    const { exported, uptime } = clock;
    for (let i = from; i < to; i += 1) out[i] = exported - ((uptime - (out[i] as number)) | 0);
  } else if (init) for (let i = from; i < to; i += 1) out[i] = (init[i] as number) + (out[i] as number);
  else if (clock.init !== null) for (let i = from; i < to; i += 1) out[i] = clock.init + (out[i] as number);
}

/** Uptime stamps with no start to count from: the end is taken as the export time, the length of the flow is kept. */
function anchor(columns: FlowColumns, rows: Rows, given: { clock: Clock; relative: boolean }): void {
  const { first, last } = columns;
  for (let i = rows.from; i < rows.to; i += 1) {
    const length = given.relative ? Math.max(0, ((last[i] as number) - (first[i] as number)) | 0) : 0;
    if (given.relative) last[i] = given.clock.exported;
    first[i] = (last[i] as number) - length;
  }
}

function complete(columns: FlowColumns, rows: Rows, given: { plan: Plan; exported: Instant }): void {
  const { first, last } = columns;
  const hasDuration = given.plan.has.has('duration');
  const exported = believed(given.exported);
  for (let i = rows.from; i < rows.to; i += 1) {
    const length = hasDuration ? (columns.duration[i] as number) : 0;
    let end = believed(last[i] as number);
    let start = believed(first[i] as number);
    if (Number.isNaN(end)) end = Number.isNaN(start) ? exported : believed(start + length);
    if (Number.isNaN(start)) start = believed(end - length);
    // One of the two may still be missing where the length of the flow is damaged.
    if (Number.isNaN(end)) end = start;
    first[i] = start < end ? start : end;
    last[i] = end;
  }
}

/** A time, or NaN for one that no exporter with a clock can mean: what follows may rely on times that can be shown. */
function believed(at: number): number {
  return at >= EARLIEST && at < LATEST ? at : Number.NaN;
}
