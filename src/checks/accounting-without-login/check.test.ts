import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { HOUR, MINUTE } from '../../base/time.ts';
import type { CommandRecord, LoginRecord } from '../../model/record.ts';
import { accountedSessions, Witnesses } from './sessions.ts';

runCases(import.meta.dirname);

const command = (at: number, more: Partial<CommandRecord> = {}): CommandRecord =>
  ({
    kind: 'command',
    via: 'accounting',
    account: 'a',
    from: '10.0.0.1',
    terminal: 'tty2',
    at,
    last: null,
    ...more,
  }) as CommandRecord;
const login = (at: number, more: Partial<LoginRecord> = {}): LoginRecord =>
  ({
    kind: 'login',
    via: 'log',
    outcome: 'success',
    account: 'a',
    from: '10.0.0.1',
    terminal: null,
    at,
    last: null,
    ...more,
  }) as LoginRecord;

describe('accountedSessions', () => {
  it('end with a long pause, a new start, another terminal', () => {
    const sessions = accountedSessions(
      [command(0), command(MINUTE), command(3 * HOUR), command(0, { terminal: 'tty3' })],
      [login(3 * HOUR + MINUTE, { via: 'accounting', terminal: 'tty2' })],
    );
    expect(sessions.length).toBe(4);
  });

  it('take nothing from logs of commands, and nothing without a time', () => {
    expect(accountedSessions([command(0, { via: 'log' }), command(0, { at: null })], [])).toEqual([]);
  });
});

describe('Witnesses', () => {
  const session = accountedSessions([command(9 * HOUR)], [])[0];
  const knows = (...logins: LoginRecord[]): boolean =>
    session !== undefined && new Witnesses(logins).knows(session);

  it('know a login that is still open', () => {
    expect(knows(login(5 * HOUR))).toBe(true);
    expect(knows(login(5 * HOUR), login(6 * HOUR, { outcome: 'logout' }))).toBe(false);
    expect(knows(login(5 * HOUR), login(5.5 * HOUR), login(6 * HOUR, { outcome: 'logout' }))).toBe(true);
  });

  it('count two messages of one login once', () => {
    expect(knows(login(5 * HOUR), login(5 * HOUR + 900), login(6 * HOUR, { outcome: 'logout' }))).toBe(false);
  });

  it('want the account and, as far as known, the address', () => {
    expect(knows(login(9 * HOUR, { account: 'b' }))).toBe(false);
    expect(knows(login(9 * HOUR, { from: '10.0.0.2' }))).toBe(false);
    expect(knows(login(9 * HOUR, { from: null }))).toBe(true);
    expect(knows(login(9 * HOUR, { via: 'accounting' }))).toBe(false);
  });
});
