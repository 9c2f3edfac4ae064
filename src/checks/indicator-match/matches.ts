import type { Indicator } from '../../model/indicator.ts';
import type { SightingRecord } from '../../model/record.ts';
import type { DeviceView, SightedFlow } from '../../model/view.ts';

/** Everything in the evidence of one device that holds one shared value. */
export interface Match {
  readonly value: string;
  readonly indicators: readonly Indicator[];
  readonly lines: readonly SightingRecord[];
  readonly flows: readonly SightedFlow[];
}

/** A hash in a list of files is the business of the check tool-file-hash. */
function isOurs(line: SightingRecord): boolean {
  return !line.near && !(line.where === 'file' && line.valueType === 'hash');
}

/** The shared values that stand in the evidence of a device, each once, in order; revoked ones are left out. */
export function matchesOf(view: DeviceView): readonly Match[] {
  const lines = view.records('sighting').filter(isOurs);
  const flows = view.sightedFlows.filter((f) => !f.near);
  const byLine = Map.groupBy(lines, (l) => l.value);
  const byFlow = Map.groupBy(flows, (f) => f.value);
  const values = [...new Set([...lines.map((l) => l.value), ...flows.map((f) => f.value)])].sort();
  return values.flatMap((value) => {
    const indicators = view.fleet.indicators(value).filter((i) => !i.revoked);
    if (indicators.length === 0) return [];
    const mine = { lines: byLine.get(value) ?? [], flows: byFlow.get(value) ?? [] };
    return [{ value, indicators, ...mine }];
  });
}
