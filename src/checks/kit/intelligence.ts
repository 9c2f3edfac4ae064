import type { Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { limit } from './limits.ts';

/** Why nothing can be said about shared indicators: nobody gave any. */
export function intelligenceLimits(view: DeviceView): readonly Reason[] {
  if (view.unscanned) {
    const gone =
      'Some evidence of this device was not searched for the newest intelligence and is no longer there.';
    return [limit('evidence-gone', [], { text: gone })];
  }
  if (view.fleet.hasIntelligence) return [];
  const text = 'No intelligence was given, so there is nothing to look for.';
  const cheapest =
    'Give a STIX bundle or a list of your sharing group with `--intel`, or use the built-in list.';
  return [limit('no-intelligence', [], { text, cheapest })];
}
