import type { DeviceTime } from '../kit/clock.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WRITTEN = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{1,2}):(\d\d):(\d\d)(?:\.\d{1,3})? (\d{4})$/;

/** The name of the zone in which the device writes times that name none. */
export const LOCAL = 'local';

/** Reads `Tue Mar  8 23:55:55 2022`, which names no zone; null when it is no such time. */
export function readDate(text: string): DeviceTime | null {
  const found = WRITTEN.exec(text.slice(0, 60));
  if (!found) return null;
  const [, month, day, hour, minute, second, year] = found;
  const index = MONTHS.indexOf(month ?? '');
  if (index < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const local = Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second));
  if (new Date(local).getUTCDate() !== Number(day)) return null;
  return { local, zone: LOCAL, unset: false };
}

/** True for the line that IOS XR prints before each output: `Tue Sep 10 11:01:51.930 UTC`. It names no year. */
export function isStamp(text: string): boolean {
  return /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{1,2}:\d\d:\d\d(?:\.\d{1,3})? [A-Za-z0-9+:-]{1,12}$/.test(
    text.slice(0, 60),
  );
}
