import { shortLabel } from '../base/hash.ts';

const SHORT = 6;
const LONG = 12;

/**
 * Ids of findings by their identity text: `F-` and six letters or digits. Six are enough for a reader, but not for
 * every case: identities that would share a label all get twelve, so that no finding hides behind another.
 */
export function findingIds(identities: Iterable<string>): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string[]>();
  for (const identity of new Set(identities)) {
    const label = shortLabel(identity, SHORT);
    byLabel.set(label, [...(byLabel.get(label) ?? []), identity]);
  }
  const ids = new Map<string, string>();
  for (const [label, members] of byLabel) {
    for (const identity of members) {
      ids.set(identity, `F-${members.length === 1 ? label : shortLabel(identity, LONG)}`);
    }
  }
  return ids;
}
