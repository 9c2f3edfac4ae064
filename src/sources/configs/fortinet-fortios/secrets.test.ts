import { Buffer } from 'node:buffer';
import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { factsOf, table } from './fixture.ts';
import { uncover } from './secrets.ts';

/** What a device writes for a secret, with four bytes of chance in front. */
function cover(text: string, chance: number): string {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(chance, 0);
  const cipher = createCipheriv('aes-128-cbc', 'Mary had a littl', iv).setAutoPadding(false);
  const padded = Buffer.alloc(64);
  padded.write(text, 'latin1');
  return Buffer.concat([iv.subarray(0, 4), cipher.update(padded), cipher.final()]).toString('base64');
}

describe('uncover', () => {
  it('undoes the cipher with the key that all devices share', () => {
    expect(uncover(cover('Synthetic-1', 7))).toBe('Synthetic-1');
  });

  it.each(['', 'short', 'not base64 at all, but long enough', cover('x', 1).slice(4), 'A'.repeat(5000)])(
    'leaves %j alone',
    (text) => {
      expect(uncover(text)).toBeNull();
    },
  );
});

describe('secrets', () => {
  const tacacs = (key: string): string[] =>
    table('user tacacs+', 't', 'set server 192.0.2.1', `set key ${key}`);

  it('fall into one group in clear and under the shared key', () => {
    const facts = factsOf(
      ...tacacs('"Synthetic-1"'),
      ...tacacs(`ENC ${cover('Synthetic-1', 1)}`),
      ...tacacs(`ENC ${cover('Synthetic-1', 2)}`),
    );
    expect(facts.secrets.map((s) => [s.type, s.strength, s.length])).toEqual([
      ['plaintext', 'plaintext', 11],
      ['ENC', 'reversible', 11],
      ['ENC', 'reversible', 11],
    ]);
    expect(new Set(facts.secrets.map((s) => s.group)).size).toBe(1);
  });

  it.each([
    ['ENC AK1abcdefghijkl', 'ENC AK1', 'weak'],
    ['ENC SH2abcdefghijkl', 'ENC SH2', 'weak'],
    ['ENC PB2abcdefghijkl', 'ENC PB2', 'strong'],
  ])('%s of an administrator', (written, type, strength) => {
    const { users } = factsOf(...table('system admin', 'a', `set password ${written}`));
    expect(users[0]?.secret).toMatchObject({ type, strength, use: 'user a' });
  });

  it('that the export left out are none', () => {
    expect(factsOf(...tacacs('ENC *')).secrets).toEqual([]);
    expect(factsOf(...tacacs("''")).secrets).toEqual([]);
  });

  it('of tables that nobody reads are kept all the same', () => {
    const facts = factsOf(
      ...table('system global', null, 'set hostname x'),
      ...table('system email-server', null, 'set password ENC SH2zzzzzzzz'),
    );
    expect(facts.secrets).toMatchObject([{ use: 'other', type: 'ENC SH2' }]);
  });
});
