import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keyed } from '../../sources/kit/contract.ts';

const KEY_BYTES = 32;

/** Keyed one-way functions over one key; the same key gives the same pseudonyms in every case. */
export function makeKeyed(key: Uint8Array): Keyed {
  const digest = (label: string, text: string): string =>
    createHmac('sha256', key).update(`${label}\0${text}`).digest('hex');
  return {
    secret: (text) => digest('secret', text).slice(0, 16),
    person: (kind, value) => digest(`person ${kind}`, value).slice(0, 32),
  };
}

/** Reads the key file, or makes one that only its owner can read. It never lies inside a case. */
export function loadKey(path: string): Uint8Array {
  if (existsSync(path)) {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
    if (key.length !== KEY_BYTES) throw new Error(`${path} is not a Seawall key (64 hexadecimal digits)`);
    return key;
  }
  const key = randomBytes(KEY_BYTES);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return key;
}
