import { existsSync, readFileSync } from 'node:fs';
import { type Breach, RULES, type Rule } from './report.ts';

/** A breach that the house allows: the rule, the file or folder, the function or export if one, and why. */
export type Exception = { rule: Rule; path: string; name?: string; reason: string };

const SHORTEST_REASON = 15;

/** Reads the list of exceptions; a missing file is an empty list. Throws when an entry is malformed. */
export function readExceptions(file: string): Exception[] {
  if (!existsSync(file)) return [];
  const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(entries)) throw new Error(`${file} must hold a list of exceptions.`);
  return entries.map((entry, index) => parseException(entry, `${file}, entry ${index + 1}`));
}

function parseException(entry: unknown, where: string): Exception {
  const { rule, path, name, reason } = (entry ?? {}) as Partial<Exception>;
  if (rule === undefined || !RULES.includes(rule))
    throw new Error(`${where}: no such rule: ${String(rule)}.`);
  if (typeof path !== 'string') throw new Error(`${where}: names no path.`);
  if (typeof reason !== 'string' || reason.length < SHORTEST_REASON) {
    throw new Error(`${where}: gives no reason that a reader could judge.`);
  }
  return name === undefined ? { rule, path, reason } : { rule, path, name, reason };
}

/** The breaches that no exception covers, and the exceptions that cover nothing any more. */
export function applyExceptions(
  breaches: readonly Breach[],
  exceptions: readonly Exception[],
): { left: Breach[]; unused: Exception[] } {
  const left = breaches.filter((breach) => !exceptions.some((exception) => covers(exception, breach)));
  const unused = exceptions.filter((exception) => !breaches.some((breach) => covers(exception, breach)));
  return { left, unused };
}

function covers(exception: Exception, breach: Breach): boolean {
  if (exception.rule !== breach.rule || exception.path !== breach.path) return false;
  return exception.name === undefined || exception.name === breach.name;
}
