import { describe, expect, it } from 'vitest';
import { findOnce } from '../../../test/find-once.ts';
import { check } from './check.ts';

const NAMES = ['pe-01', 'pe-02', 'pe-03', 'pe-04'];
const START = Date.UTC(2026, 9, 15);
const TEN_MINUTES = 600_000;
const STEPS = 3 * 144;

/** Three days of synthetic log lines, one in ten minutes for each device; `silent` lose twelve hours of theirs. */
function logs(silent: readonly string[]): { name: string; bytes: Uint8Array } {
  const lines: string[] = [];
  for (let i = 0; i < STEPS; i += 1) {
    for (const name of NAMES) {
      if (silent.includes(name) && i >= 200 && i < 272) continue;
      const stamp = new Date(START + i * TEN_MINUTES).toISOString();
      lines.push(`<189>1 ${stamp} ${name} - - - - ${1000 + i}: %SYS-6-LOGGINGHOST_STARTSTOP: synthetic ${i}`);
    }
  }
  return { name: 'all.log', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

async function answers(silent: readonly string[]): Promise<Record<string, string>> {
  const found = await findOnce([logs(silent)], { checks: [check] });
  return Object.fromEntries(found.evaluation.verdicts.map((v) => [v.subject, v.answer]));
}

describe('silence of one and of many', () => {
  it('hits the one device that is silent while the others go on', async () => {
    expect(await answers(['pe-02'])).toEqual({
      'pe-01': 'clear',
      'pe-02': 'hit',
      'pe-03': 'clear',
      'pe-04': 'clear',
    });
  });

  it('accuses no device when all are silent at once, and calls none clear', async () => {
    const all = await answers(NAMES);
    expect(Object.values(all)).toEqual(NAMES.map(() => 'cannot-tell'));
  });

  it('accuses nobody when half of the devices are silent, and clears those that spoke', async () => {
    const half = await answers(['pe-01', 'pe-02']);
    expect(half['pe-01']).toBe('cannot-tell');
    expect(half['pe-03']).toBe('clear');
  });
});
