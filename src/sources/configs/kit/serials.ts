import type { Draft } from './draft.ts';

// More than the switches of a stack; the rest is not the chassis.
const MOST = 64;

/** Adds a serial number of the chassis once. */
export function addSerial(draft: Draft, serial: string): void {
  const text = serial.toUpperCase();
  if (draft.serials.length >= MOST) return;
  if (/^[A-Z0-9]{4,40}$/.test(text) && !draft.serials.includes(text)) draft.serials.push(text);
}
