import { expect, it } from 'vitest';
import type { CoverageTrack } from '../../model/coverage.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Tie } from '../../model/digest.ts';
import { ownAddresses } from './own-addresses.ts';

const track = (origin: string, kind: string, count = 1): CoverageTrack =>
  ({ origin, kind, count }) as CoverageTrack;
const tie = (parts: Partial<Tie>): Tie => ({ origins: [], because: 'a row', ...parts });

it('an address is ours by configuration, by inventory or by two kinds of evidence', () => {
  const own = ownAddresses({
    facts: [{ aliases: ['name:pe-01', 'addr:10.255.0.1'] } as unknown as DeviceFacts],
    ties: [
      tie({ origins: ['name:pe-02', 'addr:10.255.0.2'], inventoried: true }),
      tie({ origins: ['name:pe-01', 'addr:203.0.113.66'] }),
    ],
    tracks: [
      track('addr:203.0.113.67', 'syslog'),
      track('addr:203.0.113.67', 'syslog'),
      track('addr:10.255.0.3', 'syslog'),
      track('addr:10.255.0.3', 'accounting'),
      track('addr:203.0.113.68', 'syslog'),
      track('addr:203.0.113.68', 'flow', 0),
    ],
  });
  expect([...own].sort()).toEqual(['addr:10.255.0.1', 'addr:10.255.0.2', 'addr:10.255.0.3']);
});
