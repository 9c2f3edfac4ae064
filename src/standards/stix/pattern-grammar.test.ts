// The grammar of STIX 2.1 part 9 at its edges.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternString, readPattern, writePattern } from './index.ts';

function terms(text: string): string[][] | string {
  const reading = readPattern(text);
  if (reading.kind === 'unsupported') return reading.reason;
  return reading.alternatives.map((all) => all.map((t) => `${t.object}:${t.path.join('.')}=${t.value}`));
}

describe('white space and comments', () => {
  const same = [['a:b=1', 'a:c=2']];
  it.each([
    ['none', "[a:b='1'AND a:c='2']"],
    ['tabs and line ends', "[\ta:b\n=\r\n'1' AND\n\ta:c = '2'\n]\n"],
    ['a comment between tokens', "[a:b /* one */ = '1' AND a:c = '2']"],
    ['a comment that holds stars', "[a:b = '1' /* ** a * b ***/ AND a:c = '2']"],
    ['an empty comment', "[a:b = '1' /**/ AND a:c = '2']"],
    ['two comments', "[a:b = '1' /* x */ /* y */ AND a:c = '2']"],
    ['a comment to the end of the line', "[a:b = '1' // x ' [\n AND a:c = '2']"],
  ])('%s', (_name, text) => {
    expect(terms(text)).toEqual(same);
  });

  it.each([
    ['a comment that never ends', "[a:b = '1'] /* x"],
    ['stars that never end a comment', `[a:b = '1'] /*${'*'.repeat(50_000)}`],
    ['comments begun again and again', `[a:b = '1'] ${'/*'.repeat(50_000)}`],
  ])('%s is no pattern', (_name, text) => {
    expect(terms(text)).toBe('not-a-pattern');
  });

  it('a comment inside a string is part of the string', () => {
    expect(terms("[a:b = '/* x */']")).toEqual([['a:b=/* x */']]);
  });
});

describe('constants', () => {
  it.each([
    ['an escaped quote', "'it\\'s'", "it's"],
    ['an escaped backslash', "'C:\\\\x'", 'C:\\x'],
    ['a backslash and a quote', "'\\\\\\''", "\\'"],
    ['nothing', "''", ''],
    ['brackets and operators', "'] OR [a:b = 1'", '] OR [a:b = 1'],
    ['characters beyond the basic plane', "'\u{1f600}'", '\u{1f600}'],
    ['a negative number', '-5', '-5'],
    ['a fraction', '2.50', '2.50'],
    ['a truth value', 'true', 'true'],
    ['a binary literal', "b'ZWE='", 'ZWE='],
    ['a hexadecimal literal', "h'ff'", 'ff'],
    ['a time', "t'2025-01-01T00:00:00Z'", '2025-01-01T00:00:00Z'],
  ])('%s', (_name, constant, value) => {
    const reading = readPattern(`[a:b = ${constant}]`);
    expect(reading.kind === 'terms' && reading.alternatives[0]?.[0]?.value).toBe(value);
  });

  it.each([
    ['a missing constant', '[a:b = ]'],
    ['two constants', "[a:b = '1' '2']"],
    ['an empty list', '[a:b IN ()]'],
    ['a list with a hole', "[a:b IN ('1',,'2')]"],
    ['a list that ends in a comma', "[a:b IN ('1',)]"],
    ['a list without brackets', "[a:b IN '1']"],
    ['a string in double quotes', '[a:b = "1"]'],
    ['a string that ends in a backslash', "[a:b = 'x\\']"],
  ])('%s is refused', (_name, text) => {
    expect(terms(text)).toBe('not-a-pattern');
  });
});

describe('paths', () => {
  it.each([
    ['a key in quotes', "[file:hashes.'SHA-256' = 'x']", 'file:hashes.SHA-256=x'],
    ['an index', "[a:b[0].c = 'x']", 'a:b.0.c=x'],
    ['any index', "[a:b[*] = 'x']", 'a:b.*=x'],
    ['a custom type', "[x-acme-thing:x_prop = 'x']", 'x-acme-thing:x_prop=x'],
    ['capitals in the type', "[IPv4-Addr:value = 'x']", 'ipv4-addr:value=x'],
    [
      'an extension',
      "[file:extensions.'archive-ext'.comment = 'x']",
      'file:extensions.archive-ext.comment=x',
    ],
  ])('%s', (_name, text, expected) => {
    expect(terms(text)).toEqual([[expected]]);
  });

  it.each([
    "[:b = 'x']",
    "[a: = 'x']",
    "[a = 'x']",
    "[a:b. = 'x']",
    "[a:b[ = 'x']",
    "[a:b[x] = 'x']",
    "[.a:b = 'x']",
    "['a':b = 'x']",
  ])('%s is refused', (text) => {
    expect(terms(text)).toBe('not-a-pattern');
  });
});

describe('how AND and OR bind', () => {
  it.each([
    ['AND before OR', "[a:b='1' AND a:b='2' OR a:b='3']", [['a:b=1', 'a:b=2'], ['a:b=3']]],
    [
      'brackets first',
      "[a:b='1' AND (a:b='2' OR a:b='3')]",
      [
        ['a:b=1', 'a:b=2'],
        ['a:b=1', 'a:b=3'],
      ],
    ],
    ['observations too', "[a:b='1'] OR [a:b='2'] AND [a:b='3']", [['a:b=1'], ['a:b=2', 'a:b=3']]],
    [
      'observations in brackets',
      "([a:b='1'] OR [a:b='2']) AND [a:b='3']",
      [
        ['a:b=1', 'a:b=3'],
        ['a:b=2', 'a:b=3'],
      ],
    ],
    [
      'IN is OR',
      "[a:b IN ('1','2') AND a:c='3']",
      [
        ['a:b=1', 'a:c=3'],
        ['a:b=2', 'a:c=3'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each([
    ['an operator at the end', "[a:b='1' AND]"],
    ['an operator at the start', "[OR a:b='1']"],
    ['two operators', "[a:b='1' AND OR a:b='2']"],
    ['observations without an operator', "[a:b='1'] [a:b='2']"],
    ['an empty observation', '[]'],
    ['brackets that close too late', "[(a:b='1']"],
  ])('%s is refused', (_name, text) => {
    expect(terms(text)).toBe('not-a-pattern');
  });
});

describe('work that a hostile pattern asks for', () => {
  const either = (n: number): string => `(${Array.from({ length: n }, (_, i) => `a:b='${i}'`).join(' OR ')})`;
  const chain = (n: number): string => Array<string>(n).fill("a:b='x'").join(' AND ');

  it.each([
    ['many alternatives and then a chain', `[${either(300)} AND ${either(300)} AND ${chain(60)}]`],
    ['a chain whose copies grow with its square', `[${chain(30_000)}]`],
    ['a chain of observations', Array<string>(20_000).fill("[a:b='x']").join(' AND ')],
  ])('%s is refused', (_name, text) => {
    expect(terms(text)).toBe('too-many-alternatives');
  });

  it.each([
    ['ten thousand alternatives', `[${either(10_000)}]`, 10_000],
    [
      'ten thousand in a list beside one condition',
      `[a:b IN (${"'x',".repeat(9999)}'x') AND a:c='1']`,
      10_000,
    ],
    ['a chain of two hundred', `[${chain(200)}]`, 1],
  ])('%s is read', (_name, text, alternatives) => {
    expect(terms(text)).toHaveLength(alternatives);
  });
});

describe('writing', () => {
  it('escapes so that no value can end its string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const reading = readPattern(`[a:b = ${patternString(value)}]`);
        expect(reading.kind === 'terms' && reading.alternatives).toEqual([
          [{ object: 'a', path: ['b'], operator: '=', value }],
        ]);
      }),
    );
  });

  it.each([
    ['ipv4', '192.0.2.1', 'ipv4-addr:value=192.0.2.1'],
    ['ipv6', '2001:db8::1', 'ipv6-addr:value=2001:db8::1'],
    ['network', '192.0.2.0/24', 'ipv4-addr:value=192.0.2.0/24'],
    ['domain', 'evil.example', 'domain-name:value=evil.example'],
    ['email', 'a@evil.example', 'email-addr:value=a@evil.example'],
    ['filename', "it's.exe", "file:name=it's.exe"],
    ['hash', 'a'.repeat(32), `file:hashes.MD5=${'a'.repeat(32)}`],
    ['hash', 'a'.repeat(40), `file:hashes.SHA-1=${'a'.repeat(40)}`],
    ['hash', 'a'.repeat(64), `file:hashes.SHA-256=${'a'.repeat(64)}`],
    ['hash', 'a'.repeat(128), `file:hashes.SHA-512=${'a'.repeat(128)}`],
  ] as const)('%s %s reads back', (type, value, expected) => {
    expect(terms(writePattern(type, value) ?? '')).toEqual([[expected]]);
  });
});
