import type { Draft } from '../kit/draft.ts';

/** Adds a serial number of the chassis once. */
export function addSerial(draft: Draft, serial: string): void {
  const text = serial.toUpperCase();
  if (/^[A-Z0-9]{4,40}$/.test(text) && !draft.serials.includes(text)) draft.serials.push(text);
}
