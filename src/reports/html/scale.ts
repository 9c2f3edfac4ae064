import { DAY, type Period } from '../../base/time.ts';

/** Width of a picture in its own units. */
export const WIDTH = 1000;

/** Places of times along a picture, in units of its width with one digit. */
export interface Scale {
  readonly at: (instant: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

function monthStarts(period: Period, step: number): number[] {
  const out: number[] = [];
  const first = new Date(period.from);
  for (let i = 0; out.length < 40; i += 1) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + i * step, 1);
    if (at >= period.to) return out;
    if (at >= period.from) out.push(at);
  }
  return out;
}

function dayStarts(period: Period): number[] {
  const step = Math.max(1, Math.ceil((period.to - period.from) / DAY / 8)) * DAY;
  const first = Math.ceil(period.from / DAY) * DAY;
  return Array.from({ length: 9 }, (_, i) => first + i * step).filter((at) => at < period.to);
}

/** The scale of a period: about eight ticks, at months where it is long and at days where it is short. */
export function scaleOf(period: Period): Scale {
  const length = Math.max(1, period.to - period.from);
  const at = (instant: number): number =>
    round(Math.min(WIDTH, Math.max(0, ((instant - period.from) / length) * WIDTH)));
  const months = length / (30 * DAY);
  const starts = months >= 3 ? monthStarts(period, Math.max(1, Math.ceil(months / 8))) : dayStarts(period);
  const cut = months >= 3 ? 7 : 10;
  const ticks = starts.map((s) => ({
    at: at(s),
    label: at(s) > 0.93 * WIDTH ? '' : new Date(s).toISOString().slice(0, cut),
  }));
  return { at, ticks };
}

/** Stretches in units of the picture, none narrower than `least`; those that touch at the picture's resolution are joined, so that their number is bounded. */
export function spans(
  periods: readonly Period[],
  scale: Scale,
  least: number,
): { x: number; width: number }[] {
  const out: { x: number; width: number }[] = [];
  for (const period of periods.toSorted((a, b) => a.from - b.from)) {
    const x = scale.at(period.from);
    const end = Math.max(scale.at(period.to), x + least);
    const last = out.at(-1);
    if (last !== undefined && x <= last.x + last.width + least / 2)
      last.width = round(Math.max(last.width, end - last.x));
    else out.push({ x, width: round(end - x) });
  }
  return out;
}
