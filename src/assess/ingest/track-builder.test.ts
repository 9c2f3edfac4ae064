import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../base/time.ts';
import { coverKind } from '../../coverage/index.ts';
import { TrackBuilder } from './track-builder.ts';

const START = Date.UTC(2026, 9, 1);
const at = (i: number): number => START + i * MINUTE;

function numbered(numbers: readonly number[]): ReturnType<TrackBuilder['build']> {
  const builder = new TrackBuilder('name:pe-01', 'syslog');
  for (const [i, number] of numbers.entries()) {
    builder.seen(at(i));
    builder.sequence(number, at(i));
  }
  return builder.build('e1');
}

describe('the numbers of a stream', () => {
  it('that come twice are one run', () => {
    expect(numbered([1, 1, 2, 2, 3, 3]).sequences).toEqual([1, 3, at(0), at(4)]);
  });

  it('that come in disorder, however long, are followed to the end', () => {
    const pairs = Array.from({ length: 30_000 }, (_, i) => [2 * i + 2, 2 * i + 1]).flat();
    const track = numbered(pairs);
    expect(track.sequencesCut).toBeUndefined();
    expect(track.sequences.length).toBeLessThan(4 * 30_000);
  });

  it('that leave too many gaps make the rest of the stream blind, and say from when', () => {
    const track = numbered(Array.from({ length: 25_000 }, (_, i) => 2 * i));
    const cut = track.sequencesCut ?? 0;
    expect(cut).toBeGreaterThanOrEqual(at(20_000));
    const period = { from: START, to: at(25_000) };
    const { blind } = coverKind('syslog', [track], period);
    expect(blind.filter((b) => b.reason === 'sequence-gap').length).toBeGreaterThan(10_000);
    expect(blind.find((b) => b.reason === 'numbers-unclear')).toMatchObject({ from: cut, to: period.to });
  });
});

it('lines that should have been logins are counted apart from others that were not read', () => {
  const builder = new TrackBuilder('name:pe-01', 'syslog');
  builder.unreadLine();
  builder.unreadLine('login');
  builder.unreadLine('command');
  expect(builder.build('e1')).toMatchObject({ unread: 1, unreadLogins: 1, unreadCommands: 1 });
});

it('input interfaces are told without those that flows do not name', () => {
  const builder = new TrackBuilder('addr:192.0.2.1', 'flow');
  for (const input of [3, 3, 0, 1, 3]) builder.input(input);
  expect(builder.build('e1').inputs).toEqual([1, 3]);
});
