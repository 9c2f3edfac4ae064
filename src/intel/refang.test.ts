import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { refang } from './refang.ts';

it.each([
  ['1[.]2[.]3[.]4', '1.2.3.4'],
  ['1.2.3[.4', '1.2.3.4'],
  ['1(.)2{.}3[dot]4', '1.2.3.4'],
  ['1\\.2\\.3\\.4', '1.2.3.4'],
  ['hxxp://evil[.]example/x', 'http://evil.example/x'],
  ['hXXps[://]evil[.]example', 'https://evil.example'],
  ['hxxps[:]//evil.example', 'https://evil.example'],
  ['fxp://evil.example', 'ftp://evil.example'],
  ['bob[at]evil[.]example', 'bob@evil.example'],
  ['bob [@] evil [.] example', 'bob@evil.example'],
])('%s becomes %s', (from, to) => {
  expect(refang(from)).toBe(to);
});

it('leaves plain text, brackets and words alone', () => {
  for (const text of [
    'http://evil.example/x',
    '[2001:db8::1]:443',
    'a dot at the end.',
    'array[0]',
    '1.2.3.4',
  ])
    expect(refang(text)).toBe(text);
});

it('is done after one pass', () => {
  const piece = constantFrom('[.]', '(dot)', 'hxxp', '[:]', '//', 'a', '1', '[@]', '[', ']', '.', ' ');
  assert(
    property(array(piece, { maxLength: 10 }), (pieces) => {
      expect(refang(pieces.join('')).length).toBeLessThanOrEqual(pieces.join('').length);
    }),
  );
});
