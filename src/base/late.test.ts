import { describe, expect, it } from 'vitest';
import { late } from './late.ts';

describe('libraries that are loaded at their first use', () => {
  it('come with the functions that callers know them by', () => {
    expect(late('yaml').parse('a: [1, two]')).toEqual({ a: [1, 'two'] });
    expect(
      late('zod')
        .strictObject({ a: late('zod').int() })
        .safeParse({ a: 1.5 }).success,
    ).toBe(false);
    expect(late('papaparse').parse<string[]>('a;b\n1;2').data[1]).toEqual(['1', '2']);
    expect(late('tldts').parse('www.example.co.uk').publicSuffix).toBe('co.uk');
  });

  it('are loaded once', () => {
    expect(late('yaml')).toBe(late('yaml'));
  });
});
