import { describe, expect, it } from 'vitest';
import type { Answer, CannotTellCode, Reason, Verdict } from '../model/verdict.ts';
import { sampleFinding } from './fixture.ts';
import { looksOf } from './looks.ts';

function reason(code: CannotTellCode, text: string): Reason {
  return { code, text, cheapest: 'ask', kinds: [], periods: [] };
}

function verdict(answer: Answer, ...reasons: Reason[]): Verdict {
  return { check: 'snmp-write', subject: 'pe-1', answer, clear: [], blind: [], reasons, findings: [] };
}

describe('what a check could see', () => {
  it('is counted over everybody whom it was asked about', () => {
    const look = looksOf([verdict('clear'), verdict('hit'), verdict('cannot-tell')], []).get('snmp-write');
    expect(look).toMatchObject({ asked: 3, hits: 1, blind: 1, open: 0 });
  });

  it('is an open door, not a hit, for a check of weaknesses', () => {
    const door = sampleFinding({ class: 'weakness', check: 'snmp-write' });
    expect(looksOf([verdict('hit')], [door]).get('snmp-write')).toMatchObject({ hits: 0, open: 1 });
  });

  it('gives the reason that most verdicts give, in whatever order they come', () => {
    const verdicts = [
      verdict('cannot-tell', reason('no-time', 'no clock')),
      verdict('cannot-tell', reason('no-evidence', 'no syslog of pe-2'), reason('no-time', 'no clock')),
      verdict('cannot-tell', reason('no-evidence', 'no syslog of pe-1')),
      verdict('cannot-tell', reason('no-evidence', 'no syslog of pe-3')),
    ];
    for (const list of [verdicts, verdicts.toReversed()]) {
      expect(looksOf(list, []).get('snmp-write')?.reason).toBe('no syslog of pe-1');
    }
  });

  it('gives no reason where it always could tell, and nothing for a check that was not asked', () => {
    const looks = looksOf([verdict('clear')], []);
    expect(looks.get('snmp-write')?.reason).toBe('');
    expect(looks.get('packet-capture')).toBeUndefined();
  });
});
