import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, commandWords, isWord } from './commands.ts';

describe('after', () => {
  it.each(['conf t', 'configure terminal', 'CONF Term', 'do conf t', '  configure   terminal <cr>'])(
    'knows %j for configure terminal',
    (command) => {
      expect(after(command, 'conf(igure) t(erminal)')).toEqual([]);
    },
  );

  it.each(['con t', 'configures terminal', 'configure', 'show conf t', 'conf x'])(
    'does not take %j for it',
    (command) => {
      expect(after(command, 'conf(igure) t(erminal)')).toBeNull();
    },
  );

  it('gives the rest as it was typed', () => {
    expect(after('ip route 10.0.0.0 255.0.0.0 Tunnel7', 'ip route')).toEqual([
      '10.0.0.0',
      '255.0.0.0',
      'Tunnel7',
    ]);
  });

  it('takes every shortening down to the least, and no shorter one', () => {
    const word = 'terminal';
    assert(
      property(
        integer({ min: 1, max: word.length }),
        integer({ min: 1, max: word.length }),
        (least, length) => {
          const pattern = `${word.slice(0, least)}(${word.slice(least)})`;
          expect(after(word.slice(0, length), pattern) !== null).toBe(length >= least);
        },
      ),
    );
  });

  it('is linear in what an attacker types', () => {
    assert(
      property(constantFrom(' ', 'a ', 'do ', '((('), (piece) => {
        expect(after(piece.repeat(20_000), 'conf(igure)')).toBeNull();
      }),
    );
  });
});

describe('commandWords', () => {
  it('drops one leading do, which runs a command from configuration mode', () => {
    expect(commandWords('do show clock')).toEqual(['show', 'clock']);
    expect(commandWords('show do clock')).toEqual(['show', 'do', 'clock']);
  });
});

it('isWord compares one word', () => {
  expect(isWord('Acc', 'ac(counting)')).toBe(true);
  expect(isWord('a', 'ac(counting)')).toBe(false);
  expect(isWord(undefined, 'ac(counting)')).toBe(false);
});
