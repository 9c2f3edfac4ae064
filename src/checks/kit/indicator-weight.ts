import { formatMinute, type Instant } from '../../base/time.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Confidence } from '../../model/verdict.ts';

/** How far a match may be relied on, and why. */
export interface IndicatorWeight {
  readonly confidence: Confidence;
  /** Steps by which the severity goes down. */
  readonly lower: number;
  readonly notes: readonly string[];
}

function words(indicator: Indicator): string {
  return [indicator.title, ...indicator.labels].join(' ').toLowerCase();
}

function outside(indicator: Indicator, at: Instant): boolean {
  const early = indicator.validFrom !== null && at < indicator.validFrom;
  return early || (indicator.validUntil !== null && at > indicator.validUntil);
}

/**
 * Weighs the indicators that one value matched: what the sharer states, whether it was valid at the time, and whose
 * network it is. Intruders rent hosting, whose addresses change hands; ordinary carriers meet each other all day (facts 1.3).
 */
export function weigh(indicators: readonly Indicator[], at: Instant | null): IndicatorWeight {
  const stated = indicators.map((i) => i.confidence).filter((c) => c !== null);
  const best = stated.length > 0 ? Math.max(...stated) : 60;
  const carrier = indicators.length > 0 && indicators.every((i) => words(i).includes('ordinary carrier'));
  const hosting = indicators.some((i) => words(i).includes('hosting'));
  const stale = at !== null && indicators.length > 0 && indicators.every((i) => outside(i, at));
  const notes: string[] = [];
  if (carrier)
    notes.push('The address belongs to an ordinary carrier, so harmless talks with it are likely.');
  if (hosting) notes.push('The address is rented hosting: somebody else may have had it at the time.');
  if (stale && at !== null) notes.push(`The sharer says that it was not in use at ${formatMinute(at)}.`);
  const level = best >= 80 ? 2 : best >= 50 ? 1 : 0;
  const confidence = (['low', 'medium', 'high'] as const)[Math.max(0, level - (carrier || stale ? 1 : 0))];
  return { confidence: confidence ?? 'low', lower: (carrier ? 1 : 0) + (stale ? 1 : 0), notes };
}
