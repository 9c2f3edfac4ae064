import type { Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { accountingLimits, messageLimits } from './limits.ts';

/**
 * Why silence of both accounting and log proves nothing about something that a command starts and the log notes with
 * this severity. One of the two is enough: without reasons on either side there are none.
 */
export function commandLimits(view: DeviceView, severity: number): readonly Reason[] {
  const logged = view.coverage('syslog').count > 0 ? messageLimits(view, severity) : null;
  if (logged?.length === 0) return [];
  const accounted =
    view.coverage('accounting').count > 0 ? accountingLimits(view, Number.POSITIVE_INFINITY) : null;
  return accounted ?? logged ?? [];
}
