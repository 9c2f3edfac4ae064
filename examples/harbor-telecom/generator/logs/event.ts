import type { Device } from '../fleet/device.ts';

/** One message of a device before it is numbered and relayed. */
export interface LogEvent {
  device: Device;
  /** Instant on the device in milliseconds. */
  at: number;
  /** Severity 0 to 7, as in the mnemonic. */
  severity: number;
  /** From the percent sign on. */
  text: string;
  /** The device numbered it, but no collector received it. */
  lost?: boolean;
  /** The device writes its uptime instead of the time, as after a start. */
  uptime?: string;
  /** The device restarts its numbering with this message. */
  restart?: boolean;
}

/** A message from its text; the severity is the digit of the mnemonic. */
export function logEvent(device: Device, at: number, text: string): LogEvent {
  const digit = /^%[A-Z0-9_]+-([0-7])-/.exec(text)?.[1] ?? '6';
  return { device, at, severity: Number(digit), text };
}
