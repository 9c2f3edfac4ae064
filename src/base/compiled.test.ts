import { describe, expect, it } from 'vitest';
import { recall, recorded, remember } from './compiled.ts';
import { sha256 } from './hash.ts';

describe('what readers remember', () => {
  it('is recorded by kind and by the hash of the text, in order of key', () => {
    const values = recorded(() => {
      remember('duty', 'id: b', { id: 'b' });
      remember('campaign', 'id: b', { id: 'c' });
      remember('duty', 'id: b\n', { id: 'd' });
    });
    const keys = [`duty ${sha256('id: b')}`, `duty ${sha256('id: b\n')}`].sort();
    expect(Object.keys(values)).toEqual([`campaign ${sha256('id: b')}`, ...keys]);
    expect(values[`duty ${sha256('id: b')}`]).toEqual({ id: 'b' });
  });

  it('is recorded only while the build asks for it, also after work that threw', () => {
    const broken = (): unknown =>
      recorded(() => {
        throw new Error('bad content');
      });
    expect(broken).toThrow('bad content');
    remember('duty', 'id: e', { id: 'e' });
    expect(recorded(() => {})).toEqual({});
  });

  it('is not known in a checkout, where the YAML is read', () => {
    remember('duty', 'id: f', { id: 'f' });
    expect(recall('duty', 'id: f')).toBeUndefined();
  });
});
