import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from './errors.ts';

/** Holds the lock; a database without tables, since its locks end with the process that took them, however it ends. */
const LOCK = 'lock.sqlite';
/** Says who holds it, for the message only. */
const HOLDER = 'lock.txt';
const BUSY = 5;

/**
 * Takes a case for one process at a time, and returns what lets it go. Throws `in-use` while another process has it;
 * a process that was killed has it no more.
 */
export function lockCase(folder: string, now: Date): () => void {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, LOCK), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw error;
    throw new UserError('in-use', `${folder}${holder(folder)}`);
  }
  writeFileSync(join(folder, HOLDER), `process ${process.pid} since ${now.toISOString().slice(0, 19)}Z\n`);
  return () => db.close();
}

function holder(folder: string): string {
  try {
    const text = readFileSync(join(folder, HOLDER), 'utf8').trim();
    return /^process \d+ since [\dT:Z-]+$/.test(text) ? `, ${text}` : '';
  } catch {
    return '';
  }
}
