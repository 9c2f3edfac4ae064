import { describe, expect, it } from 'vitest';
import { isWellKnown } from './well-known-secrets.ts';

describe('isWellKnown', () => {
  it.each(['cisco', 'Cisco123', 'public', 'PRIVATE', 'Admin@huawei'])('knows %s', (text) => {
    expect(isWellKnown(text)).toBe(true);
  });

  it.each(['', 'Synthetic-Pw1', 'ciscodisco', '$1$synt$abc', ' cisco'])(
    'does not take %j for one',
    (text) => {
      expect(isWellKnown(text)).toBe(false);
    },
  );
});
