import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

interface Box {
  line: number;
  lineEnd: number;
  readonly name: string;
}

const open = (shelf: Shelf<Box>, name: string, ...[line = 0, lineEnd = line]: number[]): Box =>
  shelf.open(name, { line, lineEnd }, (at) => ({ ...at, name }));

describe('Shelf', () => {
  it('keeps one object for each key, from the first to the last of its lines', () => {
    const shelf = new Shelf<Box>();
    open(shelf, 'a', 5, 6);
    open(shelf, 'b', 7);
    open(shelf, 'a', 9);
    open(shelf, 'a', 2);
    expect(shelf.all).toEqual([
      { line: 2, lineEnd: 9, name: 'a' },
      { line: 7, lineEnd: 7, name: 'b' },
    ]);
  });

  it('takes names of the evidence for what they are', () => {
    const shelf = new Shelf<Box>();
    expect(shelf.get('__proto__')).toBeUndefined();
    expect(open(shelf, '__proto__', 1).name).toBe('__proto__');
  });

  it('forgets what was taken away', () => {
    const shelf = new Shelf<Box>();
    open(shelf, 'a', 1);
    shelf.drop('a');
    expect([shelf.get('a'), shelf.all]).toEqual([undefined, []]);
  });
});
