import { assert, boolean, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { tunnelName } from './tunnel-of.ts';

runCases(import.meta.dirname);

describe('tunnelName', () => {
  it('gives one name for all ways of writing it', () => {
    assert(
      property(nat(2_147_483_647), integer({ min: 2, max: 6 }), boolean(), (n, length, apart) => {
        const word = 'Tunnel'.slice(0, length);
        expect(tunnelName(apart ? [word, String(n)] : [`${word}${n}`, 'name'])).toBe(`Tunnel${n}`);
      }),
    );
  });

  it.each([[['GigabitEthernet0/1']], [['Null0']], [['10.0.0.1']], [['TunnelX']], [[]]])(
    '%j is none',
    (words) => {
      expect(tunnelName(words)).toBeNull();
    },
  );
});
