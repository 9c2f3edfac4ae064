import { expect, it } from 'vitest';
import { gradeHash } from './crypt-strength.ts';

it.each([
  ['$1$salt$hash', 'weak'],
  ['$5$salt$hash', 'acceptable'],
  ['$6$salt$hash', 'acceptable'],
  ['$8$salt$hash', 'strong'],
  ['$14$salt$hash', 'weak'],
  ['0822455D0A16', null],
  ['', null],
])('%j is %j by its prefix', (text, strength) => {
  expect(gradeHash(text)).toBe(strength);
});
