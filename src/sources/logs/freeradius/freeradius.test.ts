import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { syslogSource } from '../kit/syslog-source.ts';
import { freeradius, radiusLogin } from './dialect.ts';

const source = syslogSource([freeradius]);
const sample = (name: string): ReturnType<typeof readWith> =>
  readWith(source, readFileSync(join(import.meta.dirname, 'samples', name)));

describe('FreeRADIUS', () => {
  it('reads radius.log as the server writes it, and prints no password', () => {
    const sink = sample('radius.log');
    expect(sink.of('login')).toMatchObject([
      {
        origin: 'name:pe-chi-02',
        account: 'neteng1',
        from: '10.20.0.5',
        outcome: 'success',
        via: 'authentication',
      },
      { origin: 'name:pe-chi-02', account: 'admin', from: '198.51.100.77', outcome: 'failure' },
    ]);
    expect(JSON.stringify(sink.records)).not.toContain('examplepass');
    expect(sink.bytes('not-understood')).toBe(0);
  });

  it('reads what comes through syslog', () => {
    const logins = sample('through-syslog.log').of('login');
    expect(logins.map((l) => [l.account, l.outcome, l.from])).toEqual([
      ['neteng1', 'success', null],
      ['jane doe', 'failure', '10.20.0.8'],
    ]);
  });

  it('counts stations and tunnels, and tells of no login', () => {
    const sink = sample('no-device-logins.log');
    expect(sink.of('login')).toEqual([]);
    expect(sink.of('log')).toHaveLength(3);
  });

  it.each([
    ['Login OK: [jdoe/<via Auth-Type = PAP>] (from client nas port 1)', 'jdoe'],
    ['Login OK: [host/pc.example.net] (from client nas port 1)', 'host/pc.example.net'],
    ['Login OK: [a] (from client x port 1)] (from client nas port 1)', 'a] (from client x port 1)'],
  ])('%s', (text, account) => {
    expect(radiusLogin(text)).toMatchObject({ account, origin: 'name:nas' });
  });
});
