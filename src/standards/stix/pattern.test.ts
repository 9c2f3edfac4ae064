import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PatternReading, readPattern, writePattern } from './index.ts';

const sha = 'A1'.repeat(32);

/** Alternatives as text: terms joined by `&`, alternatives in a list. */
function plain(reading: PatternReading): string[] | string {
  if (reading.kind === 'unsupported') return reading.reason;
  return reading.alternatives.map((terms) =>
    terms
      .map((t) => `${t.object}:${t.path.join('.')}${t.operator === '=' ? '=' : ' in '}${t.value}`)
      .join(' & '),
  );
}

describe('patterns that are read', () => {
  it.each([
    ["[ipv4-addr:value = '192.0.2.1']", ['ipv4-addr:value=192.0.2.1']],
    [
      "[ipv4-addr:value = '192.0.2.1' OR ipv6-addr:value='2001:db8::1']",
      ['ipv4-addr:value=192.0.2.1', 'ipv6-addr:value=2001:db8::1'],
    ],
    [
      "[domain-name:value IN ('a.example', 'b.example')]",
      ['domain-name:value=a.example', 'domain-name:value=b.example'],
    ],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", ['ipv4-addr:value in 198.51.100.0/24']],
    [`[file:hashes.'SHA-256' = '${sha}']`, [`file:hashes.SHA-256=${sha}`]],
    ["[file:hashes.MD5 = 'x' AND file:name = 'cmd1']", ['file:hashes.MD5=x & file:name=cmd1']],
    [
      "[(file:hashes.'SHA-1' = 'a' OR file:hashes.MD5 = 'b') AND file:name = 'n']",
      ['file:hashes.SHA-1=a & file:name=n', 'file:hashes.MD5=b & file:name=n'],
    ],
    [
      "[url:value = 'http://a.example/it\\'s'] OR [email-addr:value = 'a@b.example']",
      ["url:value=http://a.example/it's", 'email-addr:value=a@b.example'],
    ],
    [
      "([ipv4-addr:value='192.0.2.1'] AND [domain-name:value='a.example'])",
      ['ipv4-addr:value=192.0.2.1 & domain-name:value=a.example'],
    ],
    [
      "[network-traffic:dst_ref.value = '192.0.2.1' AND network-traffic:dst_port = 80]",
      ['network-traffic:dst_ref.value=192.0.2.1 & network-traffic:dst_port=80'],
    ],
    [
      "[ email-message:to_refs[*].value = 'a@b.example' ] /* note */",
      ['email-message:to_refs.*.value=a@b.example'],
    ],
  ])('%s', (text, expected) => {
    expect(plain(readPattern(text))).toEqual(expected);
  });

  it('lets AND bind tighter than OR', () => {
    const reading = readPattern("[a:b='1' OR a:b='2' AND a:c='3']");
    expect(plain(reading)).toEqual(['a:b=1', 'a:b=2 & a:c=3']);
  });
});

describe('patterns that are refused with a reason', () => {
  it.each([
    ["[file:name LIKE 'x%']", 'operator'],
    ["[file:name MATCHES '^x']", 'operator'],
    ['[file:size > 10]', 'operator'],
    ["[ipv4-addr:value ISSUPERSET '192.0.2.0/24']", 'operator'],
    ["[file:name != 'x']", 'negation'],
    ["[file:name NOT = 'x']", 'negation'],
    ["[file:name = 'x'] FOLLOWEDBY [file:name = 'y']", 'followedby'],
    ["[file:name = 'x'] WITHIN 5 SECONDS", 'qualifier'],
    ["[file:name = 'x'] REPEATS 5 TIMES", 'qualifier'],
    ["[file:name = 'x'] START t'2025-01-01T00:00:00Z' STOP t'2025-01-02T00:00:00Z'", 'qualifier'],
    ['[EXISTS file:name]', 'exists'],
    ['', 'not-a-pattern'],
    ['hello', 'not-a-pattern'],
    ["[file:name = 'x'", 'not-a-pattern'],
    ["[file:name = 'x']]", 'not-a-pattern'],
    ["[file:name = 'x", 'not-a-pattern'],
    ['rule x { condition: true }', 'not-a-pattern'],
    [`${'('.repeat(5000)}[a:b='c']${')'.repeat(5000)}`, 'too-deep'],
    [`[${'('.repeat(5000)}a:b='c'${')'.repeat(5000)}]`, 'too-deep'],
    ['x'.repeat(1_000_001), 'too-long'],
  ])('%#', (text, reason) => {
    expect(plain(readPattern(text))).toBe(reason);
  });

  it('does not multiply alternatives without bound', () => {
    const either = `(${Array.from({ length: 50 }, (_, i) => `a:b='${i}'`).join(' OR ')})`;
    expect(plain(readPattern(`[${Array(6).fill(either).join(' AND ')}]`))).toBe('too-many-alternatives');
  });
});

it('reads back every value that it writes', () => {
  assert(
    property(
      array(constantFrom("'", '\\', '\n', 'a', ' ', '\u00e9', '\u{1f600}', '[', ']', '\0'), {
        maxLength: 30,
      }),
      (chars) => {
        const value = chars.join('');
        const reading = readPattern(writePattern('url', value) ?? '');
        expect(reading.kind === 'terms' && reading.alternatives[0]?.[0]?.value).toBe(value);
      },
    ),
  );
});

it('never throws on text made of pattern pieces', () => {
  const piece = constantFrom(
    '[',
    ']',
    '(',
    ')',
    ':',
    '=',
    '.',
    "'a'",
    'AND',
    'OR',
    'IN',
    'NOT',
    'file',
    'name',
    ' ',
    ',',
    '*',
    '7',
    "'",
    '\\',
  );
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      expect(['terms', 'unsupported']).toContain(readPattern(pieces.join(' ')).kind);
      expect(['terms', 'unsupported']).toContain(readPattern(pieces.join('')).kind);
    }),
  );
});

it('writes no pattern for a hash of unknown length', () => {
  expect(writePattern('hash', 'abc')).toBeNull();
  expect(writePattern('network', '2001:db8::/32')).toBe("[ipv6-addr:value ISSUBSET '2001:db8::/32']");
});
