import { describe, expect, it } from 'vitest';
import { answerHit, type HitInput } from '../../src/assess/conclude/hit.ts';
import type { Device } from '../../src/model/device.ts';
import type { Finding, Verdict } from '../../src/model/verdict.ts';
import { answers, config, HALF_DAY, LOG, text } from './ask.ts';

const TELLING = new Set(['acl-admits-public']);

function cell(answer: Verdict['answer'], parts: Partial<Verdict> = {}): Verdict {
  const about = { check: 'acl-admits-public', subject: 'pe-01', findings: [] };
  return { ...about, answer, clear: [], blind: [], reasons: [], ...parts };
}

const device = (id: string, sort: Device['sort'] = 'router'): Device => ({ id, sort }) as Device;

function finding(parts: Partial<Finding>): Finding {
  const about = { id: 'F-1', check: 'acl-admits-public', subject: 'pe-01', class: 'compromise' as const };
  return { ...about, severity: 'low', suppressed: null, ...parts } as Finding;
}

function ask(parts: Partial<HitInput> = {}): string {
  const usual = { findings: [], verdicts: [cell('clear')], incidents: [], devices: [device('pe-01')] };
  return answerHit({ ...usual, telling: TELLING, unread: [], ...parts }).answer;
}

describe('lies of the first answer', () => {
  it('tells the truth where it can be told', () => {
    expect(ask()).toBe('no');
    expect(ask({ findings: [finding({ severity: 'high' })], verdicts: [cell('hit')] })).toBe('yes');
  });

  it('nobody is hit where there is no device', async () => {
    expect(ask({ devices: [], verdicts: [] })).toBe('cannot-tell');
    expect((await answers([])).hit.answer).toBe('cannot-tell');
  });

  it('one clean computer stands for the network', () => {
    const verdicts = [cell('clear', { subject: 'jump-01' })];
    expect(ask({ verdicts, devices: [device('jump-01', 'host')] })).toBe('cannot-tell');
  });

  it('a device of which nothing was asked is clean', () => {
    expect(ask({ devices: [device('pe-01'), device('pe-02', 'unknown')] })).toBe('cannot-tell');
  });

  it('weak signs are no signs', () => {
    expect(ask({ findings: [finding({})], verdicts: [cell('hit')] })).toBe('cannot-tell');
    const shared = finding({ class: 'indicator', check: 'indicator-match', severity: 'medium' });
    expect(ask({ findings: [shared] })).toBe('cannot-tell');
  });

  it('what was set aside was never there', () => {
    const suppressed = { by: 'l.haas', why: 'ours', until: null };
    const aside = { findings: [finding({ severity: 'critical', suppressed })], verdicts: [cell('hit')] };
    const usual = { incidents: [], devices: [device('pe-01')], telling: TELLING, unread: [] };
    expect(answerHit({ ...usual, ...aside }).sentence).toContain('1 finding set aside');
  });

  it('evidence that could not be read holds nothing', () => {
    expect(ask({ unread: ['3 files in a format that is not known.'] })).toBe('cannot-tell');
  });

  it('what was shared was looked for where it was not', () => {
    const unasked = [cell('clear'), cell('cannot-tell', { check: 'indicator-match' })];
    expect(ask({ verdicts: unasked, telling: new Set([...TELLING, 'indicator-match']) })).toBe('cannot-tell');
  });

  it('a file of an unknown format beside good evidence', async () => {
    const found = await answers(
      [LOG, config(), text('x.bin', '\u0001\u0002\u0003 what is this\n')],
      HALF_DAY,
    );
    expect(found.hit.answer).toBe('cannot-tell');
  });

  it('a device that only the inventory knows is clean', async () => {
    const inventory = text('devices.csv', 'hostname,management_address,role\npe-77,10.250.9.77,\n');
    const found = await answers([LOG, config(), inventory], HALF_DAY);
    expect(found.devices.map((d) => d.id)).toContain('pe-77');
    const asked = found.verdicts.filter((v) => v.subject === 'pe-77');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((v) => v.answer !== 'cannot-tell')).toEqual([]);
  });
});
