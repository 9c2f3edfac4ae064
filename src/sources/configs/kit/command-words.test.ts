import { describe, expect, it } from 'vitest';
import { commandWords, isWord } from './command-words.ts';

describe('isWord', () => {
  it.each([
    ['sh', 'show', 2, true],
    ['SHOW', 'show', 2, true],
    ['s', 'show', 2, false],
    ['shows', 'show', 2, false],
    [undefined, 'show', 2, false],
  ])('of %j for %j is %j', (word, full, least, is) => {
    expect(isWord(word, full, least)).toBe(is);
  });
});

describe('commandWords', () => {
  it.each([
    ['do show run', ['show', 'run'], false],
    ['show run | no-more', ['show', 'run'], false],
    ['show  run | include user', ['show', 'run'], true],
  ])('of %j', (command, words, piped) => {
    expect(commandWords(command)).toEqual({ words, piped });
  });
});
