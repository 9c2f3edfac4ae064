import { type Period, subtractPeriods } from '../../base/time.ts';
import type { CommandRecord, LoginRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { Timed } from '../kit/timed.ts';

/** What shows that a device was at work while its log was silent. */
export interface Activity {
  readonly window: Period;
  /** Sessions and commands in accounting inside the silence. */
  readonly records: readonly (CommandRecord | LoginRecord)[];
  /** True when the device went on exporting flows through the silence. */
  readonly flows: boolean;
}

/** The stretches in which the log fell silent against its own rhythm and spoke again. */
export function silences(view: DeviceView): readonly Period[] {
  const syslog = view.coverage('syslog');
  if (syslog.rhythm === null) return [];
  return syslog.blind.filter((b) => b.reason === 'silence').map(({ from, to }) => ({ from, to }));
}

/**
 * True when the device's own flow export goes on through the silence. Its rhythm must be much shorter than the silence, so
 * that flows really fall inside; what a sensor sees from outside proves nothing of the device.
 */
export function exportsThrough(view: DeviceView, window: Period): boolean {
  const flow = view.ownCoverage('flow');
  if (flow.rhythm === null || flow.rhythm * 2 > window.to - window.from) return false;
  return subtractPeriods([window], flow.seen).length === 0;
}

/** The silences in which accounting or the flow export show the device at work. */
export function activities(view: DeviceView): readonly Activity[] {
  const accounted = [...view.records('command'), ...view.records('login')].filter(
    (r) => r.via === 'accounting',
  );
  const timed = new Timed<CommandRecord | LoginRecord>(accounted);
  return silences(view)
    .map((window) => ({
      window,
      records: timed.within(window.from, window.to),
      flows: exportsThrough(view, window),
    }))
    .filter((a) => a.flows || a.records.length > 0);
}
