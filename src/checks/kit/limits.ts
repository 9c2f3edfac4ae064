import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { CannotTellCode, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { accountsForCommands } from './accounting.ts';
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
 * Why silence of the accounting proves nothing: a known configuration does not send commands of privilege 15 there, or no
 * configuration tells and there is not one command. Empty when `enough` whole configurations answer without it.
 */
export function accountingLimits(view: DeviceView, enough: number): readonly Reason[] {
  if (wholeConfigs(view).length >= enough || view.coverage('accounting').count === 0) return [];
  // Whether a line stands in it, a whole configuration tells whenever it was taken.
  const whole = view.configs.filter((facts) => facts.complete);
  const cheapest = 'Compare with an older configuration, and set `aaa accounting commands 15`.';
  if (whole.some((facts) => !accountsForCommands(facts))) {
    const text =
      'The device is not set to account for commands of privilege 15 on every line, so none need stand there.';
    return [limit('not-configured-to-log', ['accounting'], { text, cheapest })];
  }
  if (whole.length > 0 || view.records('command').some((c) => c.via === 'accounting')) return [];
  const text =
    'The accounting of this device shows not one command, and no configuration says that it would.';
  return [limit('not-configured-to-log', ['accounting'], { text, cheapest })];
}

/** True when a configuration says that such messages do not leave; one that is cut off only by a line that it has. */
function isMute({ logging, complete }: DeviceFacts, severity: number): boolean {
  if (logging.enabled === false || (logging.trap?.level ?? 6) < severity) return true;
  return complete && logging.hosts.length === 0;
}

const SET_LOGGING =
  'Set `logging host` and `logging trap informational`, and look at `show logging` on the device.';

/** Why silence of the log proves nothing: a known configuration sends no messages of this severity to the collector. */
export function loggingLimits(view: DeviceView, severity: number): readonly Reason[] {
  if (!view.configs.some((facts) => isMute(facts, severity))) return [];
  const text = `The device does not send messages of severity ${severity} to a collector, by its own configuration.`;
  return [limit('not-configured-to-log', ['syslog'], { text, cheapest: SET_LOGGING })];
}

/**
 * Why the absence of a message of this severity proves nothing: a configuration does not send it, or the log shows none
 * of this severity or deeper, so that somebody on the way may keep them back.
 */
export function messageLimits(view: DeviceView, severity: number): readonly Reason[] {
  const set = loggingLimits(view, severity);
  if (set.length > 0) return set;
  const deepest = view.deepest ?? null;
  if (deepest === null || deepest >= severity) return [];
  const text = `The log of this device shows no message deeper than severity ${deepest}, so one of ${severity} would not show either.`;
  return [limit('not-configured-to-log', ['syslog'], { text, cheapest: SET_LOGGING })];
}
