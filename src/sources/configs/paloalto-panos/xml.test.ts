import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, readLines } from './fixture.ts';
import { attribute, decodeEntities, quoteWord } from './xml-words.ts';

const HEAD = '<config version="10.1.0" detail-version="10.1.9">';
const admin = (name: string): string =>
  `<mgt-config><users><entry name="${name}"><phash>$5$a$b</phash></entry></users></mgt-config>`;

describe('the XML form', () => {
  it('says the same in one line and in many', () => {
    const one = factsOf(`${HEAD}${admin('a')}</config>`);
    const many = factsOf(...`${HEAD}${admin('a')}</config>`.replaceAll('><', '>\n<').split('\n'));
    expect(one.users.map((u) => [u.name, u.secret?.type])).toEqual([['a', '$5$']]);
    expect(many.users.map((u) => [u.name, u.secret?.type])).toEqual([['a', '$5$']]);
    expect([one.complete, many.complete, one.version?.text]).toEqual([true, true, '10.1.9']);
  });

  it('expands nothing but the entities that XML names', () => {
    const facts = factsOf(
      '<!DOCTYPE x [<!ENTITY e "&e2;&e2;">]>',
      HEAD,
      admin('a&amp;b &e; &#66;'),
      '</config>',
    );
    expect(facts.users[0]?.name).toBe('a&b &e; B');
  });

  it('is not whole when an element is open', () => {
    expect(factsOf(HEAD, admin('a')).complete).toBe(false);
  });

  it('keeps its blocks when a closing tag fits none', () => {
    const facts = factsOf(HEAD, '</wrong>', admin('a'), '</config>');
    expect([facts.users.length, facts.complete]).toEqual([1, true]);
  });

  it('closes what was left open', () => {
    const facts = factsOf(
      HEAD,
      '<mgt-config><users><entry name="a"><phash>$5$a$b</phash></mgt-config>',
      '</config>',
    );
    expect([facts.users.length, facts.complete]).toEqual([1, true]);
  });

  it('takes text of many lines and comments for what they are', () => {
    const sink = readLines(
      HEAD,
      '<!-- <mgt-config>',
      '<users> -->',
      '<shared><certificate><entry name="c"><public-key>---',
      'abc',
      '---</public-key></entry></certificate></shared>',
      '</config>',
    );
    expect(sink.bytes('not-understood')).toBe(0);
    expect(sink.snapshots[0]?.users).toEqual([]);
  });

  it('in a line beyond the limit fails with a reason', () => {
    const sink = readLines(HEAD, `<x>${'a'.repeat(70_000)}</x>`, '</config>');
    expect(sink.accounts.filter((a) => a.state === 'failed').map((a) => a.reason)).toEqual([
      'line longer than 65,536 bytes',
    ]);
  });

  it('with ten thousand open elements is read in a moment', () => {
    const text = '<a>'.repeat(5000);
    expect(readLines(HEAD, text, text).bytes()).toBe(HEAD.length + text.length * 2 + 3);
  });

  it('never loses a byte', () => {
    const part = constantFrom(
      '<config version="1">',
      '<users>',
      '</users>',
      '<entry name="a">',
      '</entry>',
      '<member>x</member>',
      '<x/>',
      '<!--',
      '-->',
      'text',
      '<phash',
      '>',
      '"',
      '</config>',
      '\u0001',
      '',
    );
    assert(
      property(array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('\n');
        expect(readLines(text).bytes()).toBe(text.length + 1);
      }),
    );
  });
});

describe('words of XML', () => {
  it.each([
    ['a &lt;b&gt; &quot;c&quot; &apos;d&apos; &amp;amp;', `a <b> "c" 'd' &amp;`],
    ['&#65;&#x42;', 'AB'],
    ['&#0;&#x1b;&#xD800;&#99999999;', '   &#99999999;'],
    ['&bogus;', '&bogus;'],
  ])('%j', (text, plain) => {
    expect(decodeEntities(text)).toBe(plain);
  });

  it('are attributes in either quote', () => {
    expect([
      attribute('<e name="a b" x="1">', 'name'),
      attribute("<e name='c'>", 'name'),
      attribute('<e name=d>', 'name'),
      attribute('<e>', 'name'),
    ]).toEqual(['a b', 'c', null, null]);
  });

  it('are quoted where a path would cut them', () => {
    expect(['plain', 'two words', 'a"b\\c'].map(quoteWord)).toEqual(['plain', '"two words"', '"a\\"b\\\\c"']);
  });
});
