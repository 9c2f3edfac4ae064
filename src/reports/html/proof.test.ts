// What a page proves: lines, duties and blind windows, each where they belong.
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from '../kit/fixture.ts';
import { largeAnswers } from '../kit/fixture-large.ts';
import { blind, covered, kind, PERIOD, snapshots } from '../kit/fixture-parts.ts';
import { tagsOf, write } from './fixture-reader.ts';
import { WIDTH } from './scale.ts';

// Many pages are written; a busy machine needs longer than five seconds.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());

describe('proof', () => {
  /** The text of each finding's article by its id. */
  function articles(answers: Answers): Map<string, string> {
    const out = new Map<string, string>();
    let current: string | null = null;
    for (const { name, closes, attributes, text } of tagsOf(write(answers))) {
      if (name === 'article') current = closes ? null : (attributes.get('id') ?? null);
      if (current !== null) out.set(current, (out.get(current) ?? '') + ' ' + text);
    }
    return out;
  }
  const rich = richAnswers();
  const files = new Map(rich.files.map((file) => [file.id, file]));
  const rows = rich.findings.flatMap((finding) =>
    finding.proof.map((proof) => [finding.id, proof.ref.line, { finding, proof }] as const),
  );
  const shown = articles(rich);

  it('names the archive on the disk, and the hash that its custodian has', () => {
    const container = { name: 'logs <1>.tgz', sha256: 'c'.repeat(64), size: 9 };
    const packed = rich.files.map((file) => ({ ...file, containers: [container] }));
    const text = [...articles({ ...rich, files: packed }).values()].join(' ');
    expect(text).toContain('packed in logs <1>.tgz');
    expect(text).toContain(container.sha256);
    expect(text).toContain('SHA-256 unpacked');
  });

  it('says the name of a file that is packed by itself once, with both hashes', () => {
    const packed = rich.files.map((file) => ({
      ...file,
      containers: [{ name: file.name, sha256: 'd'.repeat(64), size: 9 }],
    }));
    const text = [...articles({ ...rich, files: packed }).values()].join(' ');
    expect(text).not.toContain('packed in');
    expect(text).toMatch(/on the disk, packed: SHA-256 +d{64} +SHA-256 unpacked/);
  });

  it.each(rows)(
    'of %s at line %d stands in its own article with file, place and SHA-256',
    (_id, _line, { finding, proof }) => {
      const text = shown.get(finding.id) ?? '';
      const file = files.get(proof.ref.evidence)!;
      const name = file.name.split('<')[0]!;
      expect(text).toContain(name);
      expect(text).toContain(file.id);
      expect(text).toContain(proof.ref.line > 0 ? `line ${proof.ref.line}` : `byte ${proof.ref.byte}`);
      expect(text).toContain(proof.shows);
    },
  );

  it('of a file that left the case still gives its SHA-256, and says so', () => {
    const text = articles({ ...rich, files: [] }).get(rich.findings[0]!.id);
    expect(text).toContain('evidence no longer in the case');
    expect(text).toContain(rich.findings[0]!.proof[0]!.ref.evidence);
  });

  it.each([
    ['one line', { line: 7, lineEnd: 7 }, 'line 7 '],
    ['several lines', { line: 7, lineEnd: 9 }, 'lines 7–9'],
    ['bytes of a binary file', { line: 0, lineEnd: 0, byte: 1_234_567 }, 'byte 1,234,567'],
  ])('is placed by %s', (_name, ref, words) => {
    const [first, ...others] = rich.findings as [Answers['findings'][number]];
    const proof = first.proof.map((p) => ({ ...p, ref: { ...p.ref, ...ref } }));
    expect(articles({ ...rich, findings: [{ ...first, proof }, ...others] }).get(first.id)).toContain(words);
  });

  it('that is left out is counted, with the command that shows it', () => {
    const large = largeAnswers({ devices: 5, findings: 320 });
    const text = [...articles(large)].filter(([id]) => id.startsWith('F-'));
    expect(text).toHaveLength(300);
    for (const [id, words] of text) {
      const lines = large.findings.find((f) => f.id === id)!.proof.length;
      const kept = (words.match(/ a capture was defined/g) ?? []).length;
      const more = /(\d+) more observations?/.exec(words)?.[1] ?? '0';
      expect(kept + Number(more)).toBe(lines);
    }
  });

  it('is linked from each of the first two answers to a finding that is there', () => {
    const hrefs = tagsOf(write(rich)).flatMap((tag) =>
      tag.text.startsWith('Proof: F-') ? [tag.attributes.get('href')] : [],
    );
    expect(hrefs).toEqual([`#${rich.findings[0]!.id}`, `#${rich.since.finding}`]);
  });
});

describe('duties', () => {
  const rich = richAnswers();
  const panels = tagsOf(write(rich))
    .reduce<string[]>((out, { name, closes, attributes, text }) => {
      if (name === 'article' && !closes && attributes.get('class') === 'panel duty') out.push('');
      if (out.length > 0) out[out.length - 1] += ` ${text}`;
      return out;
    }, [])
    .map((text) => text.replaceAll(/\s+/g, ' '));

  it.each(rich.duties.map((duty) => [duty.id, duty] as const))(
    '%s shows status, source and when it was checked',
    (_id, duty) => {
      const panel = panels.find(
        (text) => text.includes(duty.title.split('<')[0]!.slice(0, 60)) && text.includes(duty.verifiedOn),
      );
      expect(panel).toBeDefined();
      expect(panel).toContain(`status ${duty.status.replaceAll('-', ' ')}`);
      expect(panel).toContain(duty.source.citation);
      expect(panel).toContain(`Checked on ${duty.verifiedOn}`);
      expect(panel!.includes('Stale:')).toBe(duty.stale);
      for (const clock of duty.clocks) expect(panel).toContain(clock.statement);
    },
  );

  it('that do not apply come after those that may', () => {
    const titles = panels.map((text) => text.includes('Not in force'));
    expect(titles).toEqual(titles.toSorted((a, b) => Number(a) - Number(b)));
  });
});

describe('blind windows in the picture', () => {
  const length = PERIOD.to - PERIOD.from;
  const place = (at: number): number => Math.round(((at - PERIOD.from) / length) * WIDTH * 10) / 10;

  /** Left edges and widths of the shapes of one kind in the first row of the first device. */
  function shapes(answers: Answers, wanted: 's' | 'b' | 't'): [number, number][] {
    const tags = tagsOf(write(answers));
    const start = tags.findIndex((tag) => tag.attributes.get('id') === 'cov-list');
    const end = tags.findIndex((tag, i) => i > start && tag.name === 'svg' && tag.closes);
    const path = tags
      .slice(start, end)
      .find((tag) => tag.name === 'path' && tag.attributes.get('class') === wanted);
    const d = path?.attributes.get('d') ?? '';
    return [...d.matchAll(/M([\d.]+) \d+(?:h([\d.]+))?/g)].map((m) => [Number(m[1]), Number(m[2] ?? 0)]);
  }
  const withKinds = (kinds: Parameters<typeof covered>[1]): Answers => {
    const rich = richAnswers();
    return { ...rich, findings: [], incidents: [], coverage: [covered('pe-chi-02', kinds)] };
  };

  it('begin and end where they do in time', () => {
    const windows = [blind(10, 30), blind(100, 150), blind(190, 203)].map((w) => ({
      ...w,
      to: Math.min(w.to, PERIOD.to),
    }));
    const found = shapes(withKinds([kind('syslog', windows)]), 'b');
    expect(found.map(([x]) => x)).toEqual(windows.map((w) => place(w.from)));
    for (const [i, [x, width]] of found.entries()) expect(x + width).toBeCloseTo(place(windows[i]!.to), 5);
  });

  it('leave what was seen between them, and the two fill the row', () => {
    const answers = withKinds([kind('syslog', [blind(10, 30), blind(100, 150)])]);
    const all = [...shapes(answers, 's'), ...shapes(answers, 'b')].toSorted((a, b) => a[0] - b[0]);
    expect(all[0]?.[0]).toBe(0);
    for (const [i, [x]] of all.entries())
      if (i > 0) expect(all[i - 1]![0] + all[i - 1]![1]).toBeCloseTo(x, 5);
    expect(all.at(-1)![0] + all.at(-1)![1]).toBeCloseTo(WIDTH, 5);
  });

  it('are seen however short they are', () => {
    const minute = { ...blind(50, 51), to: PERIOD.from + 50 * DAY + 60_000 };
    const [found] = shapes(withKinds([kind('syslog', [minute])]), 'b');
    expect(found![0]).toBe(place(minute.from));
    expect(found![1]).toBeGreaterThanOrEqual(3);
  });

  it('fill the row of a device of which nothing was seen', () => {
    expect(shapes(withKinds([]), 'b')).toEqual([[0, WIDTH]]);
  });

  it('snapshots are ticks at their moments', () => {
    const days = [20, 120];
    expect(shapes(withKinds([snapshots(days)]), 't').map(([x]) => x)).toEqual(
      days.map((d) => place(PERIOD.from + d * DAY)),
    );
  });

  it('lie inside the picture and never overlap, for any windows', () => {
    const day = fc.integer({ min: 0, max: 201 });
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 20 }), (days) => {
        const edges = days.toSorted((a, b) => a - b);
        const windows = edges.flatMap((from, i) =>
          i % 2 === 0 && edges[i + 1] !== undefined ? [blind(from, edges[i + 1]!)] : [],
        );
        const found = shapes(withKinds([kind('syslog', windows)]), 'b');
        expect(found.length).toBeGreaterThan(0);
        for (const [i, [x, width]] of found.entries()) {
          expect(x).toBeGreaterThanOrEqual(i === 0 ? 0 : found[i - 1]![0] + found[i - 1]![1]);
          expect(x + width).toBeLessThanOrEqual(WIDTH + 3);
        }
      }),
      { numRuns: 25 },
    );
  });
});
