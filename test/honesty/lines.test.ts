import { describe, expect, it } from 'vitest';
import { clearOf, codes, config, HALF_DAY, LOG, type Piece, text, verdict } from './ask.ts';

const SENDER = '2026-10-20T03:00:00.393+00:00 pe-01 001018: ';

/** The log of the half day with one line more. */
function withLine(line: string): Piece {
  return { name: 'more.log', bytes: Buffer.concat([Buffer.from(LOG.bytes), Buffer.from(`${line}\n`)]) };
}

const login = (body: string): Piece =>
  withLine(`${SENDER}Oct 20 03:00:00.000 UTC: %SEC_LOGIN-5-LOGIN_SUCCESS: ${body}`);
const USUAL =
  'Login Success [user: a.engineer] [Source: 10.250.0.21] [localport: 22] at 03:00:00 UTC Tue Oct 20 2026';
const REGISTER = text(
  'register.csv',
  'kind,value,device,valid_from,valid_until,ticket,note\nmanagement-network,10.250.0.0/16,,,,,synthetic\n',
);
const ASKED = { check: 'login-outside-management', ...HALF_DAY };

describe('lies about lines that should have been understood', () => {
  it('tells the truth where it can be told', async () => {
    expect((await verdict([REGISTER, login(USUAL)], ASKED)).answer).toBe('clear');
  });

  it('a login in words that nobody knows was none', async () => {
    const evidence = [
      REGISTER,
      Object.assign(login(USUAL), {}),
      { ...login('Anmeldung [Benutzer: b] von 203.0.113.66'), name: 'b.log' },
    ];
    const found = await verdict(evidence, ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'unread-lines']);
    expect(await clearOf(evidence, HALF_DAY)).toContain('guestshell-lifecycle');
  });

  it('a login without a time decides nothing in silence', async () => {
    const unset = withLine(
      `<189>999: pe-01: *Mar  1 00:00:09.000: %SYS-5-CONFIG_I: Configured from console by c.eve on vty0 (203.0.113.66)`,
    );
    const accounting = text(
      'tacacs.acct',
      Array.from({ length: 13 }, (_, h) => {
        const time = `2026-10-20 ${String(h).padStart(2, '0')}:00:00 +0000`;
        return `${time}\t10.255.0.1\ta.engineer\ttty2\t10.250.0.21\tstop\ttask_id=${h}\tservice=shell\tpriv-lvl=15\tcmd=show clock <cr>\n`;
      }).join(''),
    );
    const asked = { check: 'config-change-unaccounted', ...HALF_DAY };
    expect((await verdict([config(), LOG, accounting], asked)).answer).toBe('clear');
    const found = await verdict([config(), unset, accounting], asked);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'no-time']);
    expect(found.reasons[0]?.text).toContain('c.eve');
  });
});

describe('lies of a log that seldom speaks', () => {
  const one = (at: string): Piece =>
    text('pe-01.log', `${at}.393+00:00 pe-01 001000: Oct 20 ${at.slice(11)}.000 UTC: %SYS-6-X: y\n`);

  it('one line shows the day around it', async () => {
    expect(await clearOf([one('2026-10-20T06:00:00')], HALF_DAY)).toEqual([]);
  });
});
