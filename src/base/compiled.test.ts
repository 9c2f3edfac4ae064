import { describe, expect, it } from 'vitest';
import { allKept, recall, remember } from './compiled.ts';

describe('values that are kept by the text they came from', () => {
  it('are known by kind and by every character of the text', () => {
    remember('duty', 'id: a\n', { id: 'a' });
    expect(recall('duty', 'id: a\n')).toEqual({ id: 'a' });
    expect(recall('duty', 'id: a')).toBeUndefined();
    expect(recall('campaign', 'id: a\n')).toBeUndefined();
  });

  it('are listed in the same order however they came', () => {
    remember('z', 'text', 1);
    remember('b', 'text', 2);
    const keys = Object.keys(allKept());
    expect(keys).toEqual([...keys].sort());
  });
});
