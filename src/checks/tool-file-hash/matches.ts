import type { Indicator } from '../../model/indicator.ts';
import type { FileRecord } from '../../model/record.ts';

/** A file that is known, by its hash or by the strings in it. */
export interface KnownFile {
  readonly file: FileRecord;
  /** The hash that was shared; null when only strings tell. */
  readonly hash: string | null;
  readonly indicators: readonly Indicator[];
  /** Ids of tools whose byte strings the file holds. */
  readonly tools: readonly string[];
  /** The names under which the hash was shared, when the file has another one. */
  readonly renamedFrom: readonly string[];
}

function baseName(path: string): string {
  return (path.split(/[\\/!]/).at(-1) ?? path).toLowerCase();
}

/** What is known of a file; null when nothing is. A hash counts without the name it was shared with (facts 1.4). */
export function knownFile(
  file: FileRecord,
  lookup: (value: string) => readonly Indicator[],
): KnownFile | null {
  const hashes = [file.sha256, file.sha512, file.sha1, file.md5].filter((h) => h !== null);
  const found = hashes.map((hash) => ({
    hash,
    indicators: lookup(hash.toLowerCase()).filter((i) => i.type === 'hash' && !i.revoked),
  }));
  const indicators = found.flatMap((f) => f.indicators);
  // A tool is named without a slash; with one stands each single string, which harmless programs may hold as well.
  const tools = file.strings.filter((id) => !id.includes('/'));
  if (indicators.length === 0 && tools.length === 0) return null;
  const names = new Set(
    indicators.flatMap((i) => i.together.filter((t) => t.type === 'filename').map((t) => t.value)),
  );
  const renamed = names.size > 0 && ![...names].some((name) => baseName(name) === baseName(file.path));
  return {
    file,
    hash: found.find((f) => f.indicators.length > 0)?.hash ?? null,
    indicators,
    tools,
    renamedFrom: renamed ? [...names].sort() : [],
  };
}
