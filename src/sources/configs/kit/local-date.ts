import type { DeviceTime } from './clock.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{1,2}):(\d\d):(\d\d) (\d{4})$/;

/**
 * Reads `Wed Jul  7 00:22:11 2021`, as NX-OS and EOS date their output. It names no zone, so that none can be known; the time is
 * that of the device's own zone. Null when it is no such time.
 */
export function readDate(text: string): DeviceTime | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [, month, day, hour, minute, second, year] = found;
  const index = MONTHS.indexOf(month ?? '');
  if (index < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const local = Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second));
  if (new Date(local).getUTCDate() !== Number(day)) return null;
  return { local, zone: LOCAL, unset: false };
}

/** Name under which the zone of the device itself stands among its zones. */
export const LOCAL = 'device';
