import { decodePercent } from '../../base/percent.ts';
import type { HttpRecord } from '../../model/record.ts';

/** How the device took a request: did as told, answered 200, refused, or nobody knows. */
export type Outcome = 'done' | 'answered' | 'refused' | 'unknown';

/**
 * True for a request that reaches the web services agent around the login: its path is encoded twice (AA25-239A;
 * CVE-2023-20198 and CVE-2023-20273). The query counts not, so that a search for the text is no hit.
 */
export function isDoubleEncoded(uri: string): boolean {
  const path = uri.split(/[?#]/, 1)[0] ?? '';
  if (!path.includes('%25')) return false;
  return decodePercent(decodePercent(path)).toLowerCase().includes('webui_wsma_http');
}

/** How the device took the request, by its answer. */
export function outcomeOf({ status, responseBody }: Pick<HttpRecord, 'status' | 'responseBody'>): Outcome {
  if (responseBody?.includes('urn:cisco:')) return 'done';
  if (status === null) return 'unknown';
  return status === 200 ? 'answered' : 'refused';
}

/** The user that the request sets up; null when its body is not known or sets up none. */
export function createdUser(body: string | null): string | null {
  return /\busername (\S{1,64}) privilege 15\b/.exec(body ?? '')?.[1] ?? null;
}
