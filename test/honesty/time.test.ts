import { describe, expect, it } from 'vitest';
import { clearOf, codes, config, every, HALF_DAY, LOG, log, text, verdict } from './ask.ts';

const MARCH = every(10, '2026-03-01T00:00:00Z', '2026-03-01T12:00:00Z');
const UP_DOWN = '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0/1, changed state to up';
const SECOND = config({ clock: '11:10:00.123 UTC Tue Oct 20 2026' });

describe('lies about time', () => {
  it('tells the truth where it can be told', async () => {
    expect(await clearOf([LOG], HALF_DAY)).toContain('webui-created-user');
    expect(await clearOf([LOG, config(), SECOND], HALF_DAY)).toContain('aaa-weakened');
  });

  it('a log whose clock was never set covers a day that nobody knows', async () => {
    const lines = MARCH.map((t, i) => `<189>${i + 10}: pe-01: *Mar  1 ${t.slice(11, 19)}.000: ${UP_DOWN}\n`);
    expect(await clearOf([text('pe-01.log', lines.join(''))])).toEqual([]);
  });

  it('a period that ends before it begins was seen', async () => {
    const asked = { since: '2026-11-01T00:00:00Z', until: '2026-10-01T00:00:00Z' };
    expect(await clearOf([LOG], asked)).toEqual([]);
  });

  it('a log from the future covers today', async () => {
    expect(await clearOf([log(every(10, '2027-10-20T00:00:00Z', '2027-10-20T12:00:00Z'))])).toEqual([]);
  });

  it('a day without a line in the middle was seen', async () => {
    const days = [
      ...every(10, '2026-10-18T00:00:00Z', '2026-10-19T00:00:00Z'),
      ...every(10, '2026-10-20T00:00:00Z', '2026-10-21T00:00:00Z'),
    ];
    const found = await verdict([log(days)], { check: 'webui-created-user' });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });

  it('the log went on to the end of the period', async () => {
    const short = log(every(10, '2026-10-20T00:00:00Z', '2026-10-20T10:00:00Z'));
    const found = await verdict([short], { check: 'webui-created-user', ...HALF_DAY });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });

  it('a log of a day answers for the month that was asked', async () => {
    const month = { since: '2026-10-01T00:00:00Z', until: '2026-11-01T00:00:00Z' };
    expect(await clearOf([LOG], month)).toEqual([]);
  });
});

describe('lies about when a configuration was taken', () => {
  it('a configuration from 2019 tells what is set today', async () => {
    const old = config({ clock: '11:10:00.123 UTC Sun Oct 20 2019' });
    const found = await verdict([LOG, old], { check: 'tunnel-unknown-peer', ...HALF_DAY });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });

  it('a configuration of which nothing says when it was taken is from the period', async () => {
    const undated = [LOG, config({ clock: null })];
    for (const check of ['tunnel-unknown-peer', 'http-server-exposed', 'smart-install']) {
      const found = await verdict(undated, { check, ...HALF_DAY });
      expect([found.answer, ...codes(found)], check).toContain('no-time');
    }
  });

  it('two configurations of unknown order show that nothing was weakened', async () => {
    const two = [config({ clock: null }), config({ clock: null, body: '!' })];
    expect((await verdict(two, { check: 'aaa-weakened' })).answer).toBe('cannot-tell');
  });

  it('two copies of one moment show that nothing was weakened', async () => {
    const copies = [config(), config({ body: '!' })];
    const found = await verdict(copies, { check: 'aaa-weakened' });
    expect([found.answer, ...codes(found)]).toContain('needs-two-snapshots');
  });

  it('a web server that was off in 2019 rules out requests today', async () => {
    const body = 'no ip http server\nno ip http secure-server';
    const before = config({ body, clock: '22:00:00.000 UTC Mon Oct 19 2026' });
    const after = config({ body, clock: '20:00:00.000 UTC Tue Oct 20 2026' });
    const asked = { check: 'wsma-double-encoded', ...HALF_DAY };
    expect((await verdict([LOG, before, after], asked)).answer).toBe('clear');
    for (const one of [[config({ body })], [before], [after]]) {
      const found = await verdict([LOG, ...one], asked);
      expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
    }
    const old = config({ body, clock: '11:10:00.123 UTC Sun Oct 20 2019' });
    const then = await verdict([LOG, old], { check: 'wsma-double-encoded', ...HALF_DAY });
    expect(then.answer).toBe('cannot-tell');
  });

  it('a web server is off though a line about it was not understood', async () => {
    const body = 'no ip http server\nno ip http secure-server\nip http frobnicate 3';
    const found = await verdict([LOG, config({ body })], { check: 'wsma-double-encoded', ...HALF_DAY });
    expect(found.answer).toBe('cannot-tell');
  });
});
