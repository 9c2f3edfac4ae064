import { bsdStamp, ciscoStamp, isoLocal } from '../fleet/clock.ts';
import type { LogEvent } from './event.ts';

const PRIORITY_BASE = 184; // facility local7

// A device far from its time servers marks its clock: a star for never set, a point for lost contact.
const mark = (event: LogEvent): string => {
  if (event.device.name === 'ce-peoria-01') return '*';
  return event.device.name === 'agg-grr-01' && new Date(event.at).getUTCDay() === 0 ? '.' : '';
};

const deviceStamp = (event: LogEvent): string => {
  if (event.uptime !== undefined) return event.uptime;
  const style = event.device.logStyle;
  const stamp = ciscoStamp(event.at, {
    year: style === 'relay-year',
    msec: style !== 'plain-seconds',
    zone: true,
  });
  return `${mark(event)}${stamp}`;
};

/** One stored line: the header of the relay, the number that the device gave, its own stamp and the text. */
export function relayLine(event: LogEvent, number: number): string {
  const { device } = event;
  const received = event.at + 35 + ((number * 37) % 400);
  const body = `${String(number).padStart(6, '0')}: ${deviceStamp(event)}: ${event.text}`;
  switch (device.logStyle) {
    case 'rfc3164':
      return `${bsdStamp(received)} ${device.loopback} ${body}`;
    case 'rfc3164-origin':
      return `${bsdStamp(received)} log-01 ${number}: ${device.name}: ${body}`;
    case 'rfc3339':
      return `${isoLocal(received)}+00:00 ${device.name} ${body}`;
    case 'rfc5424':
      return `<${PRIORITY_BASE + event.severity}>1 ${isoLocal(received)}Z ${device.name} - - - - ${body}`;
    case 'relay-year':
      return `${bsdStamp(received)} ${device.name} ${body}`;
    default:
      return `<${PRIORITY_BASE + event.severity}>${bsdStamp(received)} ${device.name} ${body}`;
  }
}
