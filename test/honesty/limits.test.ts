import { describe, expect, it } from 'vitest';
import { codes, config, every, HALF_DAY, LOG, type Piece, text, verdict } from './ask.ts';

const QUIET = every(10, '2026-10-20T00:00:00Z', '2026-10-20T12:00:00Z');

/** A log of nothing but messages of one severity. */
function logOf(level: number): Piece {
  const line = (t: string): string =>
    `${t.replace('Z', '.393+00:00')} pe-01 001000: Oct 20 ${t.slice(11, 19)}.000 UTC: %ENVMON-${level}-FAN: Fan 1 turns slowly\n`;
  return text('pe-01.log', QUIET.map(line).join(''));
}

/** Accounting of exec sessions, and of commands if wanted. */
function accounting(commands: readonly string[]): Piece {
  const line = (t: string, fields: string): string =>
    `${t.slice(0, 19).replace('T', ' ')} +0000\t10.255.0.1\ta.engineer\ttty2\t10.250.0.21\t${fields}\n`;
  const lines = QUIET.map((t, i) => {
    const typed = commands[i % Math.max(1, commands.length)];
    return typed
      ? line(t, `stop\ttask_id=${i}\tservice=shell\tpriv-lvl=15\tcmd=${typed} <cr>`)
      : line(t, `start\ttask_id=${i}\ttimezone=UTC\tservice=shell`);
  });
  return text('tacacs.acct', lines.join(''));
}

describe('lies about what a device says', () => {
  it('tells the truth where it can be told', async () => {
    expect((await verdict([logOf(5)], { check: 'webui-created-user', ...HALF_DAY })).answer).toBe('clear');
    const told = await verdict([config(), accounting(['show clock'])], {
      check: 'log-tampering',
      ...HALF_DAY,
    });
    expect(told.answer).toBe('clear');
  });

  it('a log of warnings would show a change of the configuration', async () => {
    for (const check of ['webui-created-user', 'snmp-write', 'guestshell-lifecycle', 'packet-capture']) {
      const found = await verdict([logOf(4)], { check, ...HALF_DAY });
      expect([found.answer, ...codes(found)], check).toEqual(['cannot-tell', 'not-configured-to-log']);
    }
  });

  it('`logging trap errors` counts only in a configuration that is whole and dated', async () => {
    const body = 'logging trap errors';
    const cut = text('cut.cfg', 'hostname pe-01\n!\nlogging host 10.250.0.61\nlogging trap errors\n');
    for (const one of [config({ body: '', clock: null, end: `${body}\nend` }), cut]) {
      const found = await verdict([LOG, one], { check: 'webui-created-user', ...HALF_DAY });
      expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'not-configured-to-log']);
    }
  });

  it('accounting of sessions would show commands', async () => {
    const found = await verdict([accounting([])], {
      check: 'log-tampering',
      subject: '10.255.0.1',
      ...HALF_DAY,
    });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'not-configured-to-log']);
  });

  it('commands that are accounted for to nobody are accounted for', async () => {
    const end = 'aaa accounting commands 15 default none\nend';
    const plain = config({ end });
    const bytes = Buffer.from(
      Buffer.from(plain.bytes)
        .toString()
        .replace('aaa accounting commands 15 default start-stop group tacacs+\n', ''),
    );
    const found = await verdict([{ ...plain, bytes }, accounting(['show clock'])], {
      check: 'log-tampering',
      ...HALF_DAY,
    });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'not-configured-to-log']);
  });

  it('a list of accounting that no line applies accounts for commands', async () => {
    const asked = { check: 'log-tampering', ...HALF_DAY };
    const named = (lines: string): Piece => {
      const text = Buffer.from(config().bytes).toString();
      const list = 'aaa accounting commands 15 VTY start-stop group tacacs+';
      const changed = text.replace('aaa accounting commands 15 default start-stop group tacacs+', list);
      return { name: 'named.cfg', bytes: Buffer.from(changed.replace(' transport input ssh', lines)) };
    };
    const evidence = (one: Piece): Piece[] => [one, accounting(['show clock'])];
    const applied = named(' accounting commands 15 VTY\n transport input ssh');
    expect((await verdict(evidence(applied), asked)).answer).toBe('clear');
    for (const one of [
      named(' transport input ssh'),
      named(' accounting commands 15 OTHER\n transport input ssh'),
    ]) {
      const found = await verdict(evidence(one), asked);
      expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'not-configured-to-log']);
    }
  });
});
