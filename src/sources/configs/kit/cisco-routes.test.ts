import { describe, expect, it } from 'vitest';
import { readSlashedRoute } from './cisco-routes.ts';
import { leftOver, trial } from './trial.ts';

const read = (...lines: string[]): ReturnType<typeof trial> =>
  trial((book) => book.add('ip route', (line) => readSlashedRoute(line, 'mgmt')), ...lines);

describe('routes with the length behind a slash', () => {
  it.each([
    ['ip route 10.0.0.5/8 192.0.2.1', '10.0.0.0/8 192.0.2.1 mgmt'],
    ['ip route vrf X 0.0.0.0/0 Ethernet1/1 192.0.2.1 name up 200', '0.0.0.0/0 Ethernet1/1 192.0.2.1 X'],
    ['ip route 10.0.0.0/8 Null0', '10.0.0.0/8 Null0 mgmt'],
  ])('are read: %j', (line, route) => {
    expect(read(line).draft.routes.map((r) => `${r.prefix} ${r.via} ${r.vrf}`)).toEqual([route]);
  });

  it.each(['ip route 10.0.0.0/33 192.0.2.1', 'ip route 10.0.0.0 255.0.0.0 192.0.2.1', 'ip route 10.0.0.0/8'])(
    'are not made up from %j',
    (line) => {
      const scope = read(line);
      expect(scope.draft.routes).toEqual([]);
      expect(leftOver(scope)).toEqual([line]);
    },
  );
});
