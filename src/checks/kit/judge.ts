import {
  DAY,
  formatMinute,
  type Instant,
  intersectPeriods,
  MINUTE,
  type Period,
  subtractPeriods,
  unionPeriods,
} from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Hit, Reason, Verdict } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check, Way } from './contract.ts';
import { untimedReasons } from './untimed.ts';
import { cheapestWay, describeKinds, MISSING_TEXT } from './wording.ts';

/** What one way of answering could see. */
interface Sight {
  readonly clear: readonly Period[];
  /** True when it answers for the whole period (or, for snapshots, at all). */
  readonly whole: boolean;
  readonly reasons: readonly Reason[];
}

/**
 * Gives the verdict of a check for a subject. `clear` only where at least one way of answering had its evidence, over
 * the period, understood, and nothing limits it; everything else is `cannot-tell` with the reason and the cheapest way out.
 */
export function judge(check: Check, view: DeviceView, hits: readonly Hit[]): Verdict {
  const base = { check: check.id, subject: view.device.id, findings: [] };
  const ruling = ruledOut(check, view);
  const sights = [...(ruling ? [ruling] : []), ...check.needs.map((way) => look(way, view, check))];
  const limits = [...(check.limits?.(view) ?? []), ...untimedReasons(check, view)];
  const limited = subtractPeriods(
    unionPeriods(sights.flatMap((s) => s.clear)),
    limits.flatMap((l) => l.periods),
  );
  const limiting = limits.flatMap((l) => l.periods);
  const instants = sights
    .flatMap((s) => s.clear)
    .filter((p) => p.to === p.from && !limiting.some((l) => l.from <= p.from && p.from < l.to));
  const clear = limits.some((l) => l.periods.length === 0) ? [] : [...limited, ...instants];
  if (hits.length > 0)
    return { ...base, answer: 'hit', clear: [], blind: subtractPeriods([view.period], limited), reasons: [] };
  if (ruling?.whole) return { ...base, answer: 'clear', clear: ruling.clear, blind: [], reasons: [] };
  if (limits.length === 0 && sights.some((s) => s.whole))
    return { ...base, answer: 'clear', clear, blind: [], reasons: [] };
  const blind = subtractPeriods([view.period], limited);
  const covered =
    hasLength(view.period) &&
    limits.length === 0 &&
    blind.length === 0 &&
    check.needs.some((w) => w.over === 'period');
  if (covered) return { ...base, answer: 'clear', clear, blind: [], reasons: [] };
  const reasons = [...limits, ...bestReasons(sights)];
  return { ...base, answer: 'cannot-tell', clear, blind, reasons: reasons.slice(0, 6) };
}

/** Evidence without any time gives a period without length: nothing of it was seen, though nothing is left over. */
function hasLength(period: Period): boolean {
  return period.to > period.from;
}

/**
 * What rules a hit out. A setting holds for the period only between configurations that all show it, the first from
 * before its start, the last from after its end, none further from the next than a month; otherwise at their instants.
 */
function ruledOut(check: Check, view: DeviceView): Sight | null {
  const text = check.rulesOut?.(view) ?? null;
  if (text === null) return null;
  const instants = snapshotInstants(view);
  if (
    check.rulesOutForGood ||
    encloses(
      instants.map(({ from }) => from),
      view.period,
    )
  )
    return { clear: check.rulesOutForGood ? instants : [view.period], whole: true, reasons: [] };
  const when = 'No configurations from before, through and after the period show that it stayed so.';
  const about = { text: `${text} ${when}`, kinds: ['config'] as const, periods: [view.period] };
  return { clear: instants, whole: false, reasons: [reason('partial-period', about)] };
}

/** Periods begin and end with whole minutes, so that much is no gap. */
function encloses(times: readonly Instant[], { from, to }: Period): boolean {
  const last = times.at(-1);
  if (last === undefined || (times[0] as Instant) >= from + MINUTE || last < to - MINUTE) return false;
  return times.every((t, i) => {
    const next = times[i + 1];
    return next === undefined || next - t <= NEAR || next <= from || t >= to;
  });
}

/** The reasons of the way that came nearest, so that a person is not told five times over what is missing. */
function bestReasons(sights: readonly Sight[]): readonly Reason[] {
  const length = (s: Sight): number => s.clear.reduce((sum, p) => sum + p.to - p.from, 0);
  const ranked = [...sights].sort((a, b) => length(b) - length(a) || a.reasons.length - b.reasons.length);
  return ranked[0]?.reasons ?? [];
}

function snapshotInstants(view: DeviceView): Period[] {
  const at = [...new Set(view.configs.map((c) => c.takenAt).filter((t) => t !== null))];
  return at.sort((a, b) => a - b).map((t) => ({ from: t, to: t }));
}

function look(way: Way, view: DeviceView, check: Check): Sight {
  return way.over === 'snapshot' ? lookAtSnapshots(way, view) : lookOverPeriod(way, view, check);
}

function reason(
  code: Reason['code'],
  about: { text: string; kinds: readonly EvidenceKind[]; periods?: readonly Period[] },
): Reason {
  return {
    code,
    text: about.text,
    cheapest: cheapestWay(code, about.kinds),
    kinds: about.kinds,
    periods: about.periods ?? [],
  };
}

function lookOverPeriod(way: Way, view: DeviceView, check: Check): Sight {
  const reasons: Reason[] = [];
  let clear: readonly Period[] = [view.period];
  for (const kind of way.kinds) {
    const coverage = view.coverage(kind);
    if (kind === 'config' || kind === 'state') {
      const sight = lookAtSnapshots({ ...way, kinds: [kind], over: 'snapshot' }, view);
      reasons.push(...sight.reasons);
      if (!sight.whole) clear = [];
      continue;
    }
    if (coverage.count === 0) {
      reasons.push(
        reason('no-evidence', {
          text: `There is no ${describeKinds([kind])} of this device.`,
          kinds: [kind],
        }),
      );
      clear = [];
      continue;
    }
    clear = intersectPeriods(clear, coverage.seen);
    const doubts = view.doubts?.(kind) ?? [];
    if (doubts.length > 0) clear = [];
    reasons.push(...doubts, ...kindReasons(kind, view), ...unreadRecords(kind, view, check));
  }
  const whole =
    reasons.length === 0 && hasLength(view.period) && subtractPeriods([view.period], clear).length === 0;
  const unread = reasons.some((r) => r.code === 'unread-lines');
  return { clear: unread ? [] : clear, whole, reasons };
}

/** Lines that should have given records which the check asks for, and gave none. */
function unreadRecords(kind: EvidenceKind, { unreadRecords: of }: DeviceView, check: Check): Reason[] {
  if (kind !== 'syslog' || !of) return [];
  const wanted = new Set(check.selects.flatMap((s) => s.records));
  const lines = (wanted.has('login') ? of.login : 0) + (wanted.has('command') ? of.command : 0);
  if (lines === 0) return [];
  const text = `${lines} lines of the log of this device should tell of logins or commands, and were not understood.`;
  return [reason('unread-lines', { text, kinds: [kind] })];
}

function kindReasons(kind: EvidenceKind, view: DeviceView): Reason[] {
  const coverage = view.coverage(kind);
  const out: Reason[] = [];
  if (coverage.unread > 0) {
    const text = `${coverage.unread} lines of ${describeKinds([kind])} of this device could not be read.`;
    out.push(reason('unread-lines', { text, kinds: [kind] }));
  }
  const holes = subtractPeriods([view.period], coverage.seen);
  if (coverage.count === coverage.untimed) {
    out.push(
      reason('no-time', {
        text: `The ${describeKinds([kind])} of this device carries no usable time.`,
        kinds: [kind],
      }),
    );
  } else if (!hasLength(view.period)) {
    const text = `No ${describeKinds([kind])} of this device lies in the period that was asked for.`;
    out.push(reason('partial-period', { text, kinds: [kind] }));
  } else if (holes.length > 0) {
    const why = [...new Set(coverage.blind.map((b) => MISSING_TEXT[b.reason]))].sort().join(', ');
    const text = `The ${describeKinds([kind])} of this device does not cover ${holes.length} stretches of the period (${why}).`;
    out.push(reason('partial-period', { text, kinds: [kind], periods: holes }));
  }
  return out;
}

function lookAtSnapshots(way: Way, view: DeviceView): Sight {
  const least = way.snapshots ?? 1;
  const wantsConfig = way.kinds.includes('config');
  const all = wantsConfig
    ? view.configs
    : view.snapshots.filter((s) => !s.hasConfig || view.coverage('state').count > 0);
  const reasons: Reason[] = [];
  if (all.length === 0) {
    const text = wantsConfig
      ? 'There is no configuration of this device.'
      : 'There is no show output of this device.';
    return { clear: [], whole: false, reasons: [reason('no-evidence', { text, kinds: way.kinds })] };
  }
  if (all.length < least) {
    const text = 'There is only one configuration of this device, so nothing tells what changed.';
    reasons.push(reason('needs-two-snapshots', { text, kinds: way.kinds }));
  }
  const usable = all.filter((s) => snapshotReasons(s, way).length === 0);
  if (usable.length < all.length) reasons.push(...all.flatMap((s) => snapshotReasons(s, way)).slice(0, 3));
  else if (all.length >= least) reasons.push(...timeReasons(all, view, least));
  const instants = usable.map((s) => s.takenAt).filter((t) => t !== null);
  const clear = [...new Set(instants)].sort((a, b) => a - b).map((t) => ({ from: t, to: t }));
  return { clear, whole: reasons.length === 0, reasons };
}

/** Further than this from the assessed period, a configuration says nothing about it. */
const NEAR = 31 * DAY;

/** Why snapshots cannot speak for the period: nothing says when they were taken, or it was long before or after. */
function timeReasons(all: readonly DeviceFacts[], view: DeviceView, least: number): Reason[] {
  const kinds: readonly EvidenceKind[] = ['config'];
  const times = new Set(all.map((s) => s.takenAt).filter((t) => t !== null));
  if (times.size < least && all.some((s) => s.takenAt === null)) {
    const text = 'Nothing says when a configuration of this device was taken.';
    return [reason('no-time', { text, kinds })];
  }
  if (times.size < least) {
    const text =
      'The configurations of this device were all taken at one time, so nothing tells what changed.';
    return [reason('needs-two-snapshots', { text, kinds })];
  }
  const { from, to } = view.period;
  if ([...times].some((t) => t >= from - NEAR && t <= to + NEAR)) return [];
  const newest = formatMinute(Math.max(...times));
  const text = `The configurations of this device are not from the period; the newest was taken ${newest}.`;
  return [reason('partial-period', { text, kinds, periods: [view.period] })];
}

function snapshotReasons(snapshot: DeviceFacts, way: Way): Reason[] {
  const kinds = way.kinds;
  const out: Reason[] = [];
  if (snapshot.hasConfig && snapshot.areas.length === 0) {
    const text = `Configurations of ${snapshot.vendor} ${snapshot.platform} are not read.`;
    return [reason('platform-unknown', { text, kinds })];
  }
  if (snapshot.hasConfig && !snapshot.complete) {
    out.push(
      reason('truncated', { text: 'A configuration of this device is cut off before its end.', kinds }),
    );
  }
  const areas = way.areas ?? [];
  const missing = areas.filter((a) => !snapshot.areas.includes(a));
  if (missing.length > 0) {
    out.push(
      reason('platform-unknown', { text: `For this platform we do not read: ${missing.join(', ')}.`, kinds }),
    );
  }
  const unread = snapshot.unread.filter((u) => u.area !== null && areas.includes(u.area));
  if (unread.length > 0) {
    const lines = unread.slice(0, 3).map((u) => `line ${u.line} "${u.text.slice(0, 60)}"`);
    const text = `${unread.length} configuration lines on this subject could not be read: ${lines.join('; ')}.`;
    out.push(reason('unread-lines', { text, kinds }));
  }
  return out;
}
