import { expect, it } from 'vitest';
import { keepPassword } from './cisco-hash.ts';
import { trial } from './trial.ts';

it.each([
  ['5', '$5$salt$hash', 'acceptable'],
  ['5', '$1$salt$hash', 'weak'],
  ['5', 'nohash', 'weak'],
  ['0', 'clear', 'plaintext'],
])('type %s with %j is %s', (type, text, strength) => {
  const scope = trial(() => undefined, 'x');
  expect(keepPassword(scope, scope.tree.at(0), { type, text, use: 'user u' })).toMatchObject({
    type,
    strength,
  });
});
