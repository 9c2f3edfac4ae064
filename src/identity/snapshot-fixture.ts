import type { DeviceFacts } from '../model/device-facts.ts';

/** What a test says of a snapshot. */
export interface Snapshot {
  readonly name?: string;
  readonly serial?: string;
  readonly addresses?: readonly string[];
  readonly evidence?: string;
  readonly at?: number;
  readonly platform?: string;
}

let count = 0;

/** A snapshot as a reader gives it: its aliases are its name, its addresses and its serial. */
export function snapshot({
  name,
  serial,
  addresses = [],
  evidence,
  at = 0,
  platform = 'ios',
}: Snapshot): DeviceFacts {
  count += 1;
  const aliases = [
    ...(name ? [`name:${name.toLowerCase()}`] : []),
    ...addresses.map((a) => `addr:${a}`),
    ...(serial ? [`serial:${serial}`] : []),
  ];
  const facts = {
    evidence: evidence ?? `e${count}`,
    ordinal: 0,
    hostname: name ?? null,
    aliases,
    takenAt: at,
  };
  return {
    ...facts,
    serials: serial ? [serial] : [],
    vendor: 'cisco',
    platform,
    model: null,
  } as unknown as DeviceFacts;
}
