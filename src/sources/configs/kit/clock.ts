import type { Instant } from '../../../base/time.ts';
import type { TimeQuality } from '../../../model/record.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time as the device writes it; the zone is settled once its configuration is known. */
export interface DeviceTime {
  /** The written time as if it were UTC. */
  readonly local: Instant;
  readonly zone: string;
  /** True when the device marks its clock as not set (`*`). */
  readonly unset: boolean;
}

const CLOCK =
  /^([*.]?)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,3}))? ([A-Za-z0-9+-]{1,12}) [A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{4})/;

/** Reads `*03:12:44.123 UTC Fri Oct 16 2026` at the start of a text; null when it is no such time. */
export function readClock(text: string): DeviceTime | null {
  const found = CLOCK.exec(text.slice(0, 80));
  if (!found) return null;
  const [, mark, hour, minute, second, fraction, zone, month, day, year] = found;
  const index = MONTHS.indexOf(month ?? '');
  if (index < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const date = Number(day);
  const local = Date.UTC(Number(year), index, date, Number(hour), Number(minute), Number(second));
  if (new Date(local).getUTCDate() !== date) return null;
  return { local: local + Number((fraction ?? '0').padEnd(3, '0')), zone: zone ?? '', unset: mark === '*' };
}

const KNOWN: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['Z', 0],
]);

/**
 * The instant of a device time. Zone names mean what the device's own configuration says they mean; one that it does
 * not say is taken as UTC, and the quality tells so.
 */
export function settle(
  time: DeviceTime,
  zones: ReadonlyMap<string, number>,
): { at: Instant; quality: TimeQuality } {
  const offset = zones.get(time.zone) ?? KNOWN.get(time.zone);
  const at = time.local - (offset ?? 0) * 60_000;
  if (time.unset) return { at, quality: 'clock-unset' };
  return { at, quality: offset === undefined ? 'zone-assumed' : 'exact' };
}
