import type { EvidenceKind } from '../../model/evidence.ts';
import type { CannotTellCode, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { wholeConfigs } from './snapshots.ts';
import { cheapestWay } from './wording.ts';

/** A reason that holds for the whole period; the cheapest way out is that of its code unless given. */
export function limit(
  code: CannotTellCode,
  kinds: readonly EvidenceKind[],
  say: { readonly text: string; readonly cheapest?: string },
): Reason {
  return { code, text: say.text, cheapest: say.cheapest ?? cheapestWay(code, kinds), kinds, periods: [] };
}

/**
 * Why silence of the accounting proves nothing: a known configuration does not send commands of privilege 15 there.
 * Empty when `enough` whole configurations answer without it.
 */
export function accountingLimits(view: DeviceView, enough: number): readonly Reason[] {
  const whole = wholeConfigs(view);
  if (whole.length >= enough || whole.length === 0 || view.coverage('accounting').count === 0) return [];
  const lacking = whole.some(
    (facts) => !facts.aaaMethods.some((m) => m.phase === 'accounting' && m.service === 'commands 15'),
  );
  if (!lacking) return [];
  const text = 'The device is not set to account for commands of privilege 15, so none need stand there.';
  const cheapest = 'Compare with an older configuration, and set `aaa accounting commands 15`.';
  return [limit('not-configured-to-log', ['accounting'], { text, cheapest })];
}

/** Why silence of the log proves nothing: a known configuration sends no messages of this severity to the collector. */
export function loggingLimits(view: DeviceView, severity: number): readonly Reason[] {
  const mute = wholeConfigs(view).find(
    ({ logging }) =>
      logging.enabled === false || logging.hosts.length === 0 || (logging.trap?.level ?? 6) < severity,
  );
  if (!mute) return [];
  const text = `The device does not send messages of severity ${severity} to a collector, by its own configuration.`;
  const cheapest =
    'Set `logging host` and `logging trap informational`, and look at `show logging` on the device.';
  return [limit('not-configured-to-log', ['syslog'], { text, cheapest })];
}
