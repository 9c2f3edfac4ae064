import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKey, makeKeyed } from './keyed.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seawall-key-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the key of pseudonyms', () => {
  it('is made once, only its owner can read it, and it stays', () => {
    const path = join(folder, 'deep', 'key');
    const key = loadKey(path);
    expect(key).toHaveLength(32);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(Buffer.from(loadKey(path))).toEqual(Buffer.from(key));
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it.each(['', 'abc', 'g'.repeat(64), '0'.repeat(63), '0'.repeat(66)])(
    'is refused when it is %j, and never printed',
    (text) => {
      const path = join(folder, `bad-${text.length}${text[0] ?? ''}`);
      writeFileSync(path, text);
      expect(() => loadKey(path)).toThrow('is not a Seawall key');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('pseudonyms', () => {
  const one = makeKeyed(new Uint8Array(32).fill(1));
  const two = makeKeyed(new Uint8Array(32).fill(2));

  it('are the same for the same key, and different for another', () => {
    expect(one.secret('cisco')).toBe(makeKeyed(new Uint8Array(32).fill(1)).secret('cisco'));
    expect(one.secret('cisco')).not.toBe(two.secret('cisco'));
    expect(one.person('msisdn', '+12025550100')).not.toBe(two.person('msisdn', '+12025550100'));
  });

  it('differ by what they stand for, so that a password that is a number is no subscriber', () => {
    const value = '12025550100';
    const all = [
      one.secret(value),
      one.person('msisdn', value),
      one.person('imsi', value),
      one.person('account', value),
    ];
    expect(new Set(all.map((p) => p.slice(0, 16))).size).toBe(4);
  });

  it('do not run into one another at the seam of kind and value', () => {
    expect(one.person('ip', 'x')).not.toBe(one.secret('x'));
    expect(one.person('msisdn', '')).toMatch(/^[0-9a-f]{32}$/);
    expect(one.secret('')).toMatch(/^[0-9a-f]{16}$/);
  });
});
