import type { Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';

/** Two configurations of one device that follow each other, both whole and with a time. */
export interface Pair {
  readonly before: DeviceFacts;
  readonly after: DeviceFacts;
  readonly from: Instant;
  readonly to: Instant;
}

/** The whole configurations with a time, oldest first: only these may say that something was not there. */
export function wholeConfigs(view: DeviceView): readonly DeviceFacts[] {
  return view.configs.filter((facts) => facts.complete && facts.takenAt !== null);
}

/** Each whole configuration with the next one of a later time. */
export function pairs(view: DeviceView): readonly Pair[] {
  const out: Pair[] = [];
  const whole = wholeConfigs(view);
  for (const [i, after] of whole.entries()) {
    const before = whole[i - 1];
    const from = before?.takenAt ?? null;
    const to = after.takenAt;
    if (before && from !== null && to !== null && from < to) out.push({ before, after, from, to });
  }
  return out;
}

/** Something found in one configuration or in several. */
export interface Standing<T> {
  readonly key: string;
  /** At least one, oldest first. */
  readonly seen: readonly { readonly facts: DeviceFacts; readonly item: T }[];
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** The last whole configuration before the first sight, which does not have it; null when it may always have been there. */
  readonly absentAt: Instant | null;
  /** True when the newest whole configuration no longer has it. */
  readonly gone: boolean;
}

/** Gathers what `find` gives for each configuration by key, and tells since when it stands there. */
export function standing<T>(
  view: DeviceView,
  find: (facts: DeviceFacts) => readonly { readonly key: string; readonly item: T }[],
): Standing<T>[] {
  const byKey = new Map<string, { facts: DeviceFacts; item: T }[]>();
  for (const facts of view.configs) {
    for (const { key, item } of find(facts)) {
      const list = byKey.get(key);
      if (list) list.push({ facts, item });
      else byKey.set(key, [{ facts, item }]);
    }
  }
  const whole = wholeConfigs(view);
  const newest = whole.at(-1);
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, seen]) => {
      const has = new Set(seen.map((s) => s.facts));
      const times = seen.map((s) => s.facts.takenAt).filter((t) => t !== null);
      const first = times[0] ?? null;
      const before = first === null ? [] : whole.filter((f) => !has.has(f) && (f.takenAt ?? first) < first);
      const gone = newest !== undefined && !has.has(newest) && (newest.takenAt ?? 0) > (times.at(-1) ?? 0);
      return { key, seen, first, last: times.at(-1) ?? null, absentAt: before.at(-1)?.takenAt ?? null, gone };
    });
}
