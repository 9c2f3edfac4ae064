import { createHash } from 'node:crypto';
import type { Device } from '../fleet/device.ts';
import { rngFor } from '../fleet/rng.ts';

const CISCO64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
// The published constant of the reversible type 7 encoding.
const TYPE7_TABLE = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/** Text in the form of a type 8 or type 9 secret; random, so no password belongs to it. */
export function hashedSecret(type: 8 | 9, label: string): string {
  const rng = rngFor(`secret/${label}`);
  return `${type} $${type}$${rng.text(14, CISCO64)}$${rng.text(43, CISCO64)}`;
}

/** A type 7 string of a text. */
export function type7(text: string, salt: number): string {
  const bytes = [...text].map((letter, i) => {
    const key = TYPE7_TABLE.charCodeAt((salt + i) % TYPE7_TABLE.length);
    return (letter.charCodeAt(0) ^ key).toString(16).toUpperCase().padStart(2, '0');
  });
  return `${String(salt).padStart(2, '0')}${bytes.join('')}`;
}

/** The TACACS+ key that the whole fleet shares, in the form of type 6; random, so no key belongs to it. */
export const FLEET_TACACS_KEY: string = rngFor('fleet-tacacs-key').text(38, `${BASE64}_^[]`);

/** The community string that somebody typed into several devices years ago. */
export const REUSED_COMMUNITY = 'harb0r-ops-2014';

/** Twelve hexadecimal digits that stand for the engine of a device. */
export function engineId(device: Device): string {
  return `800000090300${createHash('sha256').update(device.serial).digest('hex').slice(0, 12).toUpperCase()}`;
}
