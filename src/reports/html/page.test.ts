// Reads the page as a tolerant reader would, without a browser, and asks what an incident lead and an attacker would.
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from '../kit/fixture.ts';
import { hostileAnswers } from '../kit/fixture-hostile.ts';
import { emptyAnswers, largeAnswers } from '../kit/fixture-large.ts';
import { HOSTILE } from '../kit/fixture-parts.ts';
import { type Tag, tagsOf, write } from './fixture-reader.ts';

// Many pages are written; a busy machine needs longer than five seconds.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());

const VOID = new Set(['!doctype', 'meta', 'input', 'br', 'rect', 'path', 'line']);

function unbalanced(tags: readonly Tag[]): string[] {
  const open: string[] = [];
  const problems: string[] = [];
  for (const { name, closes, attributes } of tags) {
    if (VOID.has(name)) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) problems.push(`</${name}> ${[...attributes.keys()].join()}`);
  }
  return [...problems, ...open];
}

const idsOf = (tags: readonly Tag[]): string[] => tags.flatMap((tag) => tag.attributes.get('id') ?? []);

/** Tags with the names of their attributes; values only where they steer the browser. */
function skeleton(page: string): string[] {
  const steering = new Set(['class', 'type', 'rel', 'role', 'scope']);
  return tagsOf(page)
    .filter((tag) => tag.name !== 'code')
    .map(({ name, closes, attributes }) => {
      const shown = [...attributes].map(([key, value]) => (steering.has(key) ? `${key}=${value}` : key));
      return `${closes ? '/' : ''}${name} ${shown.join(' ')}`;
    });
}

const cases: [string, Answers][] = [
  ['rich', richAnswers()],
  ['empty', emptyAnswers()],
  ['large', largeAnswers({ devices: 60, findings: 400 })],
  ['hostile', hostileAnswers(HOSTILE)],
];

describe.each(cases)('the page of the %s case', (_name, answers) => {
  const page = write(answers);
  const tags = tagsOf(page);
  const ids = idsOf(tags);

  it('closes what it opens, in order', () => {
    expect(unbalanced(tags)).toEqual([]);
  });

  it('has no handler, no style, no frame and nothing that loads', () => {
    const loading = /^(?:iframe|object|embed|img|link|base|audio|video|use|form)$/;
    const acting = /^on|^style$|^src|^action$|^formaction$|^xlink|^ping$/;
    const target = /^(?:#[A-Za-z0-9_-]+|https:\/\/[a-z0-9.-]+\/\S*)$/;
    const offences = tags.flatMap(({ name, attributes }) => [
      ...(loading.test(name) && attributes.get('id') !== 'filter' && attributes.size > 0 ? [name] : []),
      ...[...attributes.keys()].filter((key) => acting.test(key)),
      ...[...attributes].filter(([key, value]) => key === 'href' && !target.test(value)).flat(),
    ]);
    expect(offences).toEqual([]);
  });

  it('gives every id once, and every link, label and heading leads to one', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const wanted = tags.flatMap(({ attributes }) => [
      attributes.get('href') ?? '#answers',
      `#${attributes.get('aria-labelledby') ?? 'answers'}`,
    ]);
    expect(wanted.filter((to) => to.startsWith('#') && !known.has(to.slice(1)))).toEqual([]);
  });

  it('shows no character that would hide or turn text', () => {
    expect(page).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
    );
  });

  it('says the five answers before the first section, in words', () => {
    const from = tags.findIndex((tag) => tag.attributes.get('class') === 'cards');
    const to = tags.findIndex((tag) => tag.attributes.get('id') === 'findings');
    const screen = tags
      .slice(from, to)
      .map((tag) => tag.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    const said = [
      answers.hit.sentence,
      answers.since.sentence,
      answers.depthSentence,
      answers.whoSentence,
      answers.tellSentence,
    ];
    const shown = (text: string): string =>
      text
        .slice(0, 40)
        .split(/[\u0000-\u001f\u202e]/)[0]!
        .trim();
    for (const sentence of said) expect(screen).toContain(shown(sentence));
  });

  it('shows the marking before anything else, or none where there is none', () => {
    const marks = tags.filter((tag) => tag.attributes.get('class') === 'tlp').map((tag) => tag.text);
    expect(marks).toEqual(answers.marking === null ? [] : [`TLP:${answers.marking}`]);
  });

  it('is the same a second time', () => {
    expect(write(answers)).toBe(page);
  });
});

describe('what an attacker writes', () => {
  const pieces = [
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    ' ',
    '\n',
    '\t',
    '\0',
    '\u001b',
    '\u009b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '<script>',
    '</script>',
    '</style>',
    '<!--',
    '-->',
    ']]>',
    '<svg onload=x>',
    '&lt;',
    '&#60;',
    '&#x3c',
    'javascript:',
    '{{x}}',
    '${x}',
    '%3Cb%3E',
    '\u2028',
    'a',
  ];
  const payload = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((list) => list.join(''));
  const calm = skeleton(write(hostileAnswers(' calm')));

  it('changes no tag and no attribute of the page', () => {
    fc.assert(
      fc.property(payload, (text) => {
        expect(skeleton(write(hostileAnswers(` ${text}`)))).toEqual(calm);
      }),
      { numRuns: 40 },
    );
  });

  it('stays text in the name of the case too', () => {
    fc.assert(
      fc.property(payload, (text) => {
        const tags = tagsOf(write(emptyAnswers(), `x${text}`));
        expect(unbalanced(tags)).toEqual([]);
        expect(tags.find((tag) => tag.name === 'title')?.text.startsWith('Seawall report: x')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    'https:',
    '//example.org/x',
    'file:///etc/passwd',
    'vbscript:x',
  ])('a source at %j is no link', (url) => {
    const rich = richAnswers();
    const duties = rich.duties.slice(0, 1).map((duty) => ({ ...duty, source: { ...duty.source, url } }));
    const links = tagsOf(write({ ...rich, duties })).map((tag) => tag.attributes.get('href') ?? '#');
    expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  });
});
