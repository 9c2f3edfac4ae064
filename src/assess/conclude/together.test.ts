import { describe, expect, it } from 'vitest';
import { HOUR } from '../../base/time.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import { TrackBuilder } from '../ingest/track-builder.ts';
import { togetherOf } from './together.ts';

const PERIOD = { from: Date.UTC(2026, 9, 20), to: Date.UTC(2026, 9, 21) };

/** A device that logs each minute but for the hours given. */
function speaking(id: string, silent: readonly number[]): [Device, readonly CoverageTrack[]] {
  const track = new TrackBuilder(`name:${id}`, 'syslog');
  for (let at = PERIOD.from; at < PERIOD.to; at += 60_000)
    if (!silent.includes(Math.floor((at - PERIOD.from) / HOUR))) track.seen(at);
  return [{ id, sort: 'router' } as Device, [track.build('e'.repeat(64))]];
}

const hours = (from: number, to: number): { from: number; to: number } => ({
  from: PERIOD.from + from * HOUR,
  to: PERIOD.from + to * HOUR,
});

describe('devices that fell silent together', () => {
  const fleet = [speaking('a', [8, 9, 10]), speaking('b', [8, 9]), speaking('c', [])];
  const host = [{ id: 'jump-1', sort: 'host' } as Device, fleet[0]![1]] as const;
  const of = new Map([...fleet, host].map(([device, tracks]) => [device.id, tracks]));
  const ask = togetherOf({
    devices: [...fleet, host].map(([device]) => device),
    tracksOf: ({ id }) => of.get(id) ?? [],
    period: PERIOD,
  });

  it('are counted among the routers that have the stream at all', () => {
    expect(ask('syslog', hours(8, 10))).toEqual({ silent: 2, of: 3 });
    expect(ask('syslog', hours(2, 3))).toEqual({ silent: 0, of: 3 });
    expect(ask('accounting', hours(8, 10))).toEqual({ silent: 0, of: 0 });
  });

  it('must be silent for half of the stretch at least', () => {
    expect(ask('syslog', hours(8, 14))).toEqual({ silent: 1, of: 3 });
  });
});
