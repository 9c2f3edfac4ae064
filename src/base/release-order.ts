/** Runs of digits and runs of letters, in lower case; everything else only parts them. */
function partsOf(release: string): (number | string)[] {
  const runs =
    release
      .slice(0, 100)
      .toLowerCase()
      .match(/\d{1,12}|[a-z]+/g) ?? [];
  return runs.map((run) => (run.charCodeAt(0) < 58 ? Number(run) : run));
}

/** Words after a release that come before the release itself. */
const BEFORE_RELEASE: ReadonlySet<string> = new Set(['rc', 'beta', 'alpha']);

/** Words of early releases first, then the end, then other words, then numbers. */
function rankOf(part: number | string | undefined): number {
  if (part === undefined) return 1;
  if (typeof part === 'number') return 3;
  return BEFORE_RELEASE.has(part) ? 0 : 2;
}

function compareParts(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0 || a === undefined || b === undefined) return ranks;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Order of two releases as makers of routers number them: `15.2(4)M3` before `15.2(4)M10`, `18.4R3-S4` after `18.4R3`,
 * `9.3(5)` before `10.1(1)`. Negative, zero or positive; null when either begins with no number.
 */
export function compareReleases(one: string, other: string): number | null {
  const a = partsOf(one.replace(/^[a-z-]{1,10}(?=\d)/i, ''));
  const b = partsOf(other.replace(/^[a-z-]{1,10}(?=\d)/i, ''));
  if (typeof a[0] !== 'number' || typeof b[0] !== 'number') return null;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}
