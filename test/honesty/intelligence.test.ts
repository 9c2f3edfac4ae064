import { describe, expect, it } from 'vitest';
import { findAll } from '../../src/assess/conclude/found.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { check as nearMatch } from '../../src/checks/indicator-near-match/check.ts';
import { someView } from '../../src/checks/kit/fixture.ts';
import { openWith } from '../find-once.ts';
import { codes, HALF_DAY, LOG, text, verdict } from './ask.ts';

const PERIOD = { since: Date.parse('2026-10-20T00:00:00Z'), until: Date.parse('2026-10-20T12:00:00Z') };

describe('lies about intelligence', () => {
  it('tells the truth where it can be told', async () => {
    expect((await verdict([LOG], { check: 'indicator-match', ...HALF_DAY })).answer).toBe('clear');
  });

  it('without intelligence nothing shared was seen', async () => {
    const found = await verdict([LOG], { check: 'indicator-match', builtinIntel: false, ...HALF_DAY });
    expect([found.answer, ...codes(found)]).toContain('no-intelligence');
  });

  it('an empty folder with nothing but intelligence is clear', async () => {
    const opened = await openWith([text('intel', 'ipv4\n203.0.113.77\n')]);
    const { evaluation } = await findAll(opened, { checks: CHECKS, asOf: PERIOD.until, ...PERIOD });
    await opened.close();
    expect(
      evaluation.verdicts.filter((v) => v.answer === 'clear' && v.subject !== 'system:evidence'),
    ).toEqual([]);
  });

  it('a log was searched for intelligence that came when it was gone', async () => {
    const opened = await openWith([LOG]);
    const id = (await opened.packs())[0]?.id ?? '';
    const [pack] = (await opened.packs()).filter((p) => p.id === id);
    if (!pack) throw new Error('no pack to copy');
    await opened.store.savePack({ ...pack, id: `${id.slice(1)}0` });
    const { evaluation } = await findAll(opened, { checks: CHECKS, asOf: PERIOD.until, ...PERIOD });
    await opened.close();
    const found = evaluation.verdicts.find((v) => v.check === 'indicator-match' && v.subject === 'pe-01');
    expect([found?.answer, ...(found ? codes(found) : [])]).toEqual(['cannot-tell', 'evidence-gone']);
  });

  it('neighbours were looked for where the index is too full for it', () => {
    const view = someView({});
    const full = { ...view, fleet: { ...view.fleet, hasIntelligence: true, tellsNear: false } };
    expect(nearMatch.limits?.(full).map((r) => r.code)).toEqual(['too-many']);
  });
});
