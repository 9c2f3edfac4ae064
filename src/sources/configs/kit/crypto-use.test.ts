import { expect, it } from 'vitest';
import { addCrypto } from './crypto-use.ts';
import { trial } from './trial.ts';

it('notes one use for each value, in lower case', () => {
  const { draft } = trial(
    (book) =>
      book.add('ssh ciphers', ({ statement, args, to }) =>
        addCrypto(to, statement, { area: 'ssh', subject: '', part: 'cipher', values: args }),
      ),
    'ssh ciphers AES256-GCM aes128-ctr',
  );
  expect(draft.crypto.map((use) => `${use.area} ${use.part} ${use.value} @${use.line}`)).toEqual([
    'ssh cipher aes256-gcm @1',
    'ssh cipher aes128-ctr @1',
  ]);
});
