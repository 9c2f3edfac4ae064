import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from '../kit/fixture.ts';
import { emptyAnswers, largeAnswers } from '../kit/fixture-large.ts';
import { HOSTILE } from '../kit/fixture-parts.ts';
import { htmlReport } from './report.ts';

const write = (answers: Answers): string =>
  [...htmlReport.write(answers, { color: false, width: 80 })].join('');
const rich = write(richAnswers());
const large = write(largeAnswers());
const empty = write(emptyAnswers());

/** What a reader sees: the page without tags, style and script, entities undone. */
function textOf(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

function sectionOf(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  const end = page.indexOf('\n<section id=', start + 1);
  expect(start).toBeGreaterThan(0);
  return page.slice(start, end < 0 ? undefined : end);
}

function contentOf(page: string, tag: 'style' | 'script'): string {
  const [, content = ''] = page.split(`<${tag}>`);
  return content.split(`</${tag}>`)[0] ?? '';
}

describe('what it says', () => {
  it('gives the five answers before everything else, each with a link to its proof', () => {
    const cards = rich.slice(rich.indexOf('class="cards"'), rich.indexOf('id="findings"'));
    const questions = ['Are we hit?', 'Since when?', 'How deep?', 'Who is affected?', 'Whom must we tell?'];
    const at = questions.map((question) => cards.indexOf(question));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(cards.match(/>Proof: /g)).toHaveLength(5);
  });

  it('shows every line of proof with its file, line and SHA-256', () => {
    const answers = richAnswers();
    const text = textOf(sectionOf(rich, 'findings'));
    for (const { ref } of answers.findings.flatMap((f) => f.proof)) {
      const name = answers.files.find((file) => file.id === ref.evidence)?.name;
      expect(text).toContain(name);
      expect(text).toContain(ref.evidence);
      expect(text).toContain(ref.line > 0 ? `line ${ref.line}` : `byte ${ref.byte}`);
    }
  });

  it('says with each finding what else could explain it, what to do next and what was not seen', () => {
    const findings = sectionOf(rich, 'findings');
    const count = richAnswers().findings.length;
    for (const heading of ['What else could explain it', 'What to do next', 'What this check could not see'])
      expect(findings.split(heading).length - 1).toBe(count);
  });

  it('keeps what was set aside, with who and why, apart from what counts', () => {
    const text = textOf(sectionOf(rich, 'findings'));
    expect(text).toContain('4 findings, worst first');
    expect(text).toMatch(
      /1 finding set aside by hand .*Set aside by a\.lindgren until .*Replaced in change 4411/,
    );
  });

  it('tells playbook steps seen, not seen and those that cannot be told apart, with counter-evidence', () => {
    const text = textOf(sectionOf(rich, 'timeline'));
    expect(text).toContain('3 of 5 steps seen, 1 not seen, 1 cannot tell');
    expect(text).toMatch(/\? Cannot tell +Entry through the web UI/);
    expect(text).toMatch(/✓ Not seen +Log cleared/);
    expect(text).toContain('The tunnel peer is in no shared indicator list.');
    expect(text).toContain('Alignment is no attribution.');
  });

  it('says of what cannot have been taken that there is none', () => {
    const answers = richAnswers();
    const data = answers.scope.data.map((d) => ({ ...d, persons: { lower: 0, upper: 0 } }));
    const page = write({ ...answers, scope: { ...answers.scope, data } });
    expect(textOf(sectionOf(page, 'taken'))).toContain('12 seen; up to 31 none');
  });

  it('marks signs of compromise in the coverage picture, and not mere weaknesses', () => {
    const answers = richAnswers();
    const marks = (page: string): number =>
      (sectionOf(page, 'coverage').match(/<path class="f dot"/g) ?? []).length;
    const weak = answers.findings.map((f) => ({ ...f, class: 'weakness' as const }));
    // One is in the legend.
    expect(marks(rich)).toBe(2);
    expect(marks(write({ ...answers, findings: weak }))).toBe(1);
  });

  it('orders the timeline by time, whatever order it was given in', () => {
    const answers = richAnswers();
    const incidents = answers.incidents.map((i) => ({ ...i, timeline: i.timeline.toReversed() }));
    expect(write({ ...answers, incidents })).toBe(rich);
  });

  it('says that no upper bound can be given rather than naming a number', () => {
    const text = textOf(sectionOf(rich, 'taken'));
    expect(text).toContain('12 seen; up to 31');
    expect(text).toContain('4,118 seen; no upper bound');
  });

  it('marks stale and overdue duties in words, and links only to https', () => {
    const duties = sectionOf(rich, 'duties');
    expect(textOf(duties)).toContain('Stale: Checked on 2025-10-16, 400 days ago.');
    expect(textOf(duties)).toContain('Overdue: notice to the agencies');
    expect(duties).toContain('href="https://www.ecfr.gov/current/title-47"');
    expect(rich).not.toContain('javascript:');
  });

  it('has no blind window that only the picture shows', () => {
    const text = textOf(sectionOf(rich, 'coverage'));
    expect(text).toMatch(/pe-chi-02 flow 2026-05-02 00:00Z .* 1 53 days/);
  });

  it('names the cheapest way to find out and how much it would settle', () => {
    expect(textOf(sectionOf(rich, 'checks'))).toContain(
      'Settles 1 check on 2 devices: web UI exploit markers.',
    );
  });

  it('lists what was not understood with samples, and every limit', () => {
    expect(textOf(sectionOf(rich, 'ledger'))).toContain('? not understood no header');
    expect(textOf(sectionOf(rich, 'limits'))).toContain('7 files were not understood');
  });

  it('leaves open what was lost, and folds what was read and why incidents belong together', () => {
    const ledger = sectionOf(rich, 'ledger');
    const fold = ledger.indexOf('why bytes were read or set aside');
    expect(fold).toBeGreaterThan(0);
    expect(ledger.indexOf('? not understood')).toBeLessThan(
      ledger.indexOf('<details class="fold"><summary>'),
    );
    expect(ledger.indexOf('✓ read<span')).toBeGreaterThan(fold);
    expect(sectionOf(rich, 'timeline')).toContain('<summary>Why these belong together');
  });

  it('says of an empty case that absence proves nothing', () => {
    expect(textOf(empty)).toContain('Cannot tell');
    expect(textOf(empty)).toContain(
      'No access to subscriber, intercept or call data was seen. That is no proof',
    );
  });
});

describe('large cases', () => {
  it('refer by command to findings that have no place on the page', () => {
    const answers = largeAnswers();
    const last = answers.findings.at(-1)?.id ?? null;
    const page = write({ ...answers, since: { ...answers.since, finding: last } });
    expect(textOf(page)).toMatch(new RegExp(`Proof: +seawall why ${last}`));
  });

  it('stay below 5 MB', () => {
    expect(Buffer.byteLength(large)).toBeLessThan(5_000_000);
  });

  it('say what they leave out and where to find it', () => {
    expect(textOf(large)).toContain(
      'And 900 more findings (900 medium), left out to keep this page quick; see seawall why',
    );
    expect(textOf(large)).toMatch(/And 1,100 more files; see seawall files/);
  });

  it('come in pieces, none of them a large part of the page', () => {
    const pieces = [...htmlReport.write(largeAnswers(), { color: false, width: 80 })];
    expect(Math.max(...pieces.map((p) => p.length))).toBeLessThan(large.length / 3);
  });

  it('show all 500 devices in the picture', () => {
    expect(sectionOf(large, 'coverage').match(/<li data-name=/g)).toHaveLength(500);
  });
});

describe('safety', () => {
  const pages = { rich, large, empty };

  for (const [name, page] of Object.entries(pages)) {
    it(`${name}: allows exactly its own style and script, and nothing from anywhere`, () => {
      const [, policy = ''] = page.split('http-equiv="Content-Security-Policy" content="');
      const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy.split('"')[0]).toContain(`style-src 'sha256-${hash(contentOf(page, 'style'))}'`);
      expect(policy.split('"')[0]).toContain(`script-src 'sha256-${hash(contentOf(page, 'script'))}'`);
      expect(policy.split('"')[0]).not.toContain('unsafe');
      expect(page.match(/<(?:script|style)\b/g)).toEqual(['<style', '<script']);
    });

    it(`${name}: has no inline handler, inline style, image, frame or form target`, () => {
      const tags =
        page.replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, '').match(/<[a-z][^>]*>/g) ?? [];
      // Text in attributes may say anything; it stands between quotes that it cannot close.
      const bare = tags.map((tag) => tag.replace(/="[^"]*"/g, '=""'));
      expect(bare.length).toBeGreaterThan(100);
      for (const tag of bare)
        expect(tag).not.toMatch(/^<(?:img|iframe|object|embed|link|base)\b|\s(?:on\w+|style|src|action)=/);
    });

    it(`${name}: has each id once, and every link on the page leads somewhere`, () => {
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = new Set([...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id));
      const listed = new Set(ids);
      const left = [...targets].filter((id) => !listed.has(id));
      expect(left).toEqual([]);
    });

    it(`${name}: shows no control character or override`, () => {
      expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    });
  }

  it('shows hostile text as text', () => {
    expect(rich).not.toContain('<img src=x');
    expect(textOf(rich)).toContain('<img src=x onerror=alert(1)>" onfocus=alert(2)');
  });

  it('holds where every string of the case is hostile', () => {
    const poison = (value: unknown, key: string): unknown => {
      if (typeof value === 'string') return KEPT.has(key) ? value : HOSTILE;
      if (Array.isArray(value)) return value.map((inner) => poison(inner, key));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poison(v, k)]));
    };
    const page = write(poison(richAnswers(), '') as Answers);
    expect(page.match(/<(?:script|style|img)\b/g)).toEqual(['<style', '<script']);
    const bare = page.replace(/="[^"]*"/g, '=""');
    expect(/<[a-z][^>]*\son\w+=/.test(bare)).toBe(false);
  });
});

// Members that the type closes to a list of words.
const KEPT = new Set([
  'answer',
  'severity',
  'confidence',
  'class',
  'state',
  'kind',
  'kinds',
  'sort',
  'code',
  'marking',
  'by',
  'schema',
  'dataClass',
]);
