import { describe, expect, it } from 'vitest';
import type { PlaybookFit } from '../model/incident.ts';
import type { Answer, Finding, Verdict } from '../model/verdict.ts';
import type { Campaign } from './campaign.ts';
import { looksOf } from './looks.ts';
import { fitPlaybooks } from './playbook.ts';

const EVIDENCE = [
  { id: 'log', kinds: ['syslog'] },
  { id: 'flow', kinds: ['flow'] },
] as const;

const CAMPAIGN: Campaign = {
  id: 'test-campaign',
  title: 'Test campaign',
  aliases: [],
  marking: 'CLEAR',
  verifiedOn: '2026-11-22',
  sources: [{ title: 'x', url: 'https://example.org/' }],
  alignment: { steps: 2, planes: 2 },
  steps: [
    step('capture', ['packet-capture'], true),
    step('tunnel', ['tunnel-unknown-peer', 'tunnel-in-flow-not-config']),
    step('open-door', ['smart-install']),
    step('implant', []),
  ],
};

function step(id: string, checks: string[], telling = false): Campaign['steps'][number] {
  return { id, title: `Step ${id}`, attack: ['T1040'], checks, telling, note: '' };
}

function finding(check: string, file: string, with_: Partial<Finding> = {}): Finding {
  const ref = { evidence: file, line: 1, lineEnd: 1, byte: 0, length: 1 };
  return {
    id: `F-${check}`,
    check,
    class: 'compromise',
    subject: 'pe-1',
    key: 'k',
    title: check,
    severity: 'high',
    confidence: 'high',
    first: 5,
    last: 5,
    count: 1,
    proof: [{ ref, text: 'x', at: 5, shows: 'x' }],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    attack: [],
    otherExplanations: [],
    next: [],
    suppressed: null,
    ...with_,
  };
}

function verdict(check: string, subject: string, answer: Answer | { cannotTell: string }): Verdict {
  const why = typeof answer === 'string' ? '' : answer.cannotTell;
  const reason = { code: 'no-evidence', text: why, cheapest: 'ask', kinds: [], periods: [] } as const;
  const said = typeof answer === 'string' ? answer : 'cannot-tell';
  return {
    check,
    subject,
    answer: said,
    clear: [],
    blind: [],
    reasons: why === '' ? [] : [reason],
    findings: [],
  };
}

const CAPTURE = finding('packet-capture', 'log');
const TUNNEL = finding('tunnel-unknown-peer', 'flow');

function fit(members: Finding[], verdicts: Verdict[] = [], more: { campaigns?: Campaign[] } = {}) {
  return fitPlaybooks(more.campaigns ?? [CAMPAIGN], {
    members,
    looks: looksOf(verdicts, members),
    evidence: EVIDENCE,
  });
}

function stepOf(fits: readonly PlaybookFit[], id: string) {
  return fits[0]?.steps.find((s) => s.step === id);
}

describe('how a step stands', () => {
  it('is seen with the findings of the incident that show it, and since when', () => {
    const later = { ...TUNNEL, id: 'F-2', first: 9, subject: 'pe-2' };
    expect(stepOf(fit([later, TUNNEL]), 'tunnel')).toMatchObject({
      state: 'seen',
      findings: ['F-2', TUNNEL.id],
      first: 5,
      note: 'Seen on pe-1 and pe-2.',
    });
  });

  it('is not seen where one of its checks was clear for everybody asked', () => {
    const verdicts = [
      verdict('tunnel-unknown-peer', 'pe-1', 'clear'),
      verdict('tunnel-unknown-peer', 'pe-2', 'clear'),
      verdict('tunnel-in-flow-not-config', 'pe-1', { cannotTell: 'no flow records' }),
    ];
    const found = stepOf(fit([CAPTURE], verdicts), 'tunnel');
    expect(found?.state).toBe('not-seen');
    expect(found?.note).toContain('tunnel-unknown-peer on all 2');
    expect(found?.note).toContain('tunnel-in-flow-not-config could not tell on 1 of 1');
  });

  it('cannot be told when one device could not be judged, and says on how many and why', () => {
    const verdicts = [
      verdict('tunnel-unknown-peer', 'pe-1', 'clear'),
      verdict('tunnel-unknown-peer', 'pe-2', { cannotTell: 'no configuration was given' }),
    ];
    const found = stepOf(fit([CAPTURE], verdicts), 'tunnel');
    expect(found?.state).toBe('cannot-tell');
    expect(found?.note).toContain('1 of 2');
    expect(found?.note).toContain('no configuration was given');
  });

  it('cannot be told when nobody was asked, or when no check exists', () => {
    expect(stepOf(fit([CAPTURE]), 'tunnel')?.state).toBe('cannot-tell');
    expect(stepOf(fit([CAPTURE]), 'implant')).toMatchObject({ state: 'cannot-tell', note: 'No check yet.' });
  });

  it('is never seen by an open door', () => {
    const door = finding('smart-install', 'log', { class: 'weakness' });
    const found = stepOf(fit([CAPTURE, door], [verdict('smart-install', 'pe-1', 'hit')]), 'open-door');
    expect(found).toMatchObject({ state: 'cannot-tell', findings: [] });
    expect(found?.note).toContain('open on 1 of 1');
  });

  it('is not seen by the hit of another incident, which is named all the same', () => {
    const found = stepOf(fit([CAPTURE], [verdict('tunnel-unknown-peer', 'pe-9', 'hit')]), 'tunnel');
    expect(found?.state).toBe('not-seen');
    expect(found?.note).toContain('do not belong to this incident');
  });
});

describe('when a fit may be called aligned', () => {
  it('needs enough steps, several kinds of evidence and a telling step', () => {
    expect(fit([CAPTURE, TUNNEL])[0]).toMatchObject({ aligned: true, seen: 2, cannotTell: 2, notSeen: 0 });
  });

  it('is refused when all signs stand in one kind of evidence', () => {
    const [found] = fit([CAPTURE, finding('tunnel-unknown-peer', 'log')]);
    expect(found?.aligned).toBe(false);
    expect(found?.against.join()).toContain('1 kind of evidence (syslog)');
  });

  it('is refused when the signs are guesses', () => {
    const [found] = fit([CAPTURE, { ...TUNNEL, confidence: 'low' }]);
    expect(found?.aligned).toBe(false);
  });

  it('is refused when no step is telling', () => {
    const plain = { ...CAMPAIGN, steps: CAMPAIGN.steps.map((s) => ({ ...s, telling: false })) };
    const [found] = fit([CAPTURE, TUNNEL], [], { campaigns: [plain] });
    expect(found?.aligned).toBe(false);
  });

  it('says what was looked for and not seen, and which other campaign fits as well', () => {
    const other = { ...CAMPAIGN, id: 'other', title: 'Other campaign' };
    const narrow = { ...other, id: 'narrow', title: 'Narrow', steps: CAMPAIGN.steps.slice(0, 1) };
    const clear = verdict('smart-install', 'pe-1', 'clear');
    const [found] = fit([CAPTURE, TUNNEL], [clear], { campaigns: [CAMPAIGN, other, narrow] });
    expect(found?.against.filter((s) => s.includes('as well'))).toEqual([
      expect.stringContaining(found?.title === 'Test campaign' ? 'Other campaign' : 'Test campaign'),
    ]);
    expect(found?.against).toContain('Looked for and not seen: Step open-door.');
  });

  it('is refused where another campaign explains the same findings and more', () => {
    const narrow = {
      ...CAMPAIGN,
      id: 'narrow',
      steps: [step('capture', ['packet-capture'], true), step('tunnel', ['tunnel-unknown-peer'])],
    };
    const more = finding('tunnel-in-flow-not-config', 'flow');
    const aligned = (members: Finding[]) =>
      fit(members, [], { campaigns: [CAMPAIGN, narrow] })
        .filter((f) => f.aligned)
        .map((f) => f.campaign);
    expect(aligned([CAPTURE, TUNNEL])).toEqual(['narrow', 'test-campaign']);
    expect(aligned([CAPTURE, TUNNEL, more])).toEqual(['test-campaign']);
  });

  it('leaves out campaigns of which nothing is seen', () => {
    expect(fit([finding('loopback-ssh-source', 'log')])).toEqual([]);
  });
});
