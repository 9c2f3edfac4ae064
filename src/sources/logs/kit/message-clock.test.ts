import { describe, expect, it } from 'vitest';
import { HeaderReader } from './header.ts';
import { MessageClock } from './message-clock.ts';

const ANCHOR = Date.UTC(2026, 10, 22);

function clockOf(text: string): { at: string | null; quality: string; offset: number | null } {
  const header = new HeaderReader();
  const clock = new MessageClock(ANCHOR);
  const bytes = new TextEncoder().encode(`${text} %SYS-5-CONFIG_I: Configured`);
  header.read(bytes, 0, bytes.length);
  clock.set(header);
  const { at, quality, offset } = clock;
  return { at: at === null ? null : new Date(at).toISOString(), quality, offset };
}

describe('MessageClock', () => {
  it.each([
    [
      'a synchronised device counts',
      'Oct 15 00:01:02 relay 7: Oct 15 00:01:01.500 UTC:',
      '2026-10-15T00:01:01.500Z',
      'year-assumed',
      -500,
    ],
    [
      'a year and a zone make it exact',
      'Oct 15 00:01:02 relay 7: Oct 15 2026 00:01:01 CEST:',
      '2026-10-14T22:01:01.000Z',
      'exact',
      -7_201_000,
    ],
    [
      'the relay lends the year',
      '2025-12-31T23:59:59+00:00 relay 7: Jan  1 00:00:00 UTC:',
      '2026-01-01T00:00:00.000Z',
      'exact',
      1000,
    ],
    [
      'a clock never set yields to the relay',
      'Oct 15 00:01:02 relay 7: *Mar  1 00:00:12:',
      '2026-10-15T00:01:02.000Z',
      'year-assumed',
      null,
    ],
    [
      'a clock out of step yields to the relay',
      '2026-10-15T00:01:02Z relay 7: .Oct 15 00:01:00 UTC:',
      '2026-10-15T00:01:02.000Z',
      'exact',
      -2000,
    ],
    [
      'a relay with a zone beats a device without',
      '2026-10-15T00:01:02Z relay 7: Oct 14 19:01:02:',
      '2026-10-15T00:01:02.000Z',
      'exact',
      -18_000_000,
    ],
    [
      'a time since start yields to the relay',
      'Oct 15 00:01:02 relay 7: 1d02h:',
      '2026-10-15T00:01:02.000Z',
      'year-assumed',
      null,
    ],
    [
      'alone, a marked clock is what there is',
      '*Oct 15 00:01:02.123:',
      '2026-10-15T00:01:02.123Z',
      'clock-unset',
      null,
    ],
    ['alone, without a zone', 'Oct 15 2026 00:01:02:', '2026-10-15T00:01:02.000Z', 'zone-assumed', null],
    [
      'an unknown zone counts as none',
      'Oct 15 2026 00:01:02 XYZ:',
      '2026-10-15T00:01:02.000Z',
      'zone-assumed',
      null,
    ],
    ['a time since start alone is no time', '1d02h:', null, 'none', null],
    ['no stamp', '<189>', null, 'none', null],
  ])('%s', (_, text, at, quality, offset) => {
    expect(clockOf(text)).toEqual({ at, quality, offset });
  });

  it('keeps nothing of the line before', () => {
    const header = new HeaderReader();
    const clock = new MessageClock(ANCHOR);
    const read = (text: string): void => {
      const bytes = new TextEncoder().encode(text);
      header.read(bytes, 0, bytes.length);
      clock.set(header);
    };
    read('Oct 15 00:01:02 relay 7: Oct 15 00:01:01 UTC: %SYS-5-CONFIG_I: x');
    read('1d02h: %SYS-5-CONFIG_I: x');
    expect([clock.at, clock.quality, clock.offset]).toEqual([null, 'none', null]);
  });
});
