import { existsSync } from 'node:fs';
import { loadKey } from '../assess/ingest/keyed.ts';
import { UserError } from './errors.ts';
import { keyPath } from './opening.ts';
import type { Settings } from './settings/resolve.ts';

/** Reads or makes the key of pseudonyms; says in words what is wrong with the file or the place. */
export function openKey(settings: Settings): Uint8Array {
  const path = keyPath(settings);
  try {
    return loadKey(path);
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall !== undefined && !existsSync(path)) throw new UserError('no-key-place', message);
    throw new UserError('bad-key', message);
  }
}
