import { describe, expect, it } from 'vitest';
import { logLevel, readLogHost, readLogSource, takePassword } from './cisco-logging.ts';
import { trial } from './trial.ts';

describe('logLevel', () => {
  it.each([
    ['6', 6],
    ['informational', 6],
    ['emergencies', 0],
    ['8', null],
    ['loud', null],
    [undefined, null],
  ])('of %j is %j', (text, level) => {
    expect(logLevel(text)).toBe(level);
  });
});

describe('log hosts', () => {
  it('bear transport and VRF', () => {
    const { draft } = trial(
      (book) => book.add('logging host', (line) => readLogHost(line, line.args)),
      'logging host 2001:DB8::1 transport tls vrf mgmt',
      'no logging host 192.0.2.1',
    );
    expect(draft.logging.hosts).toMatchObject([
      { address: '2001:db8::1', transport: 'tls', vrf: 'mgmt', line: 1 },
    ]);
  });

  it('are reached from the interface that the first line names', () => {
    const { draft } = trial((book) => book.add('from', readLogSource), 'from Loopback0', 'from Loopback1');
    expect(draft.sourceInterfaces).toEqual({ logging: 'Loopback0' });
    expect(draft.logging.sourceInterface).toBe('Loopback0');
  });
});

describe('URLs of the archive', () => {
  it('lose user and password, which is kept as a secret', () => {
    const { draft, secrets } = trial(
      (book) =>
        book.add('path', ({ statement, args, to }) => {
          to.draft.hostname = takePassword(args[0] ?? '', statement, to);
        }),
      'path scp://u:Xq7synth@192.0.2.1/x',
    );
    expect(draft.hostname).toBe('scp://[user]@192.0.2.1/x');
    expect(secrets.kept).toMatchObject([{ use: 'archive', strength: 'plaintext', length: 8 }]);
  });
});
