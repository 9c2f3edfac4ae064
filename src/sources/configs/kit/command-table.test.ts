import { describe, expect, it } from 'vitest';
import { findCommand, fits } from './command-table.ts';

describe('fits', () => {
  it.each([
    ['show running-config', true],
    ['sh run', true],
    ['SH RUN', true],
    ['sh run | include user', true],
    ['s run', false],
    ['sh ru', false],
    ['show running-configs', false],
    ['show', false],
    ['', false],
  ])('%j: %s', (command, expected) => {
    expect(fits(command.split(' '), 'sh|ow run|ning-config')).toBe(expected);
  });

  it('wants a word without a bar whole', () => {
    expect(fits(['dir'], 'dir')).toBe(true);
    expect(fits(['di'], 'dir')).toBe(false);
  });
});

it('finds the first pattern that fits', () => {
  const table = [
    ['sh|ow tcp br|ief', 'tcp'],
    ['sh|ow', 'other'],
  ] as const;
  expect(findCommand(['sh', 'tcp', 'br'], table)).toBe('tcp');
  expect(findCommand(['show', 'tcp'], table)).toBe('other');
  expect(findCommand(['ping'], table)).toBeNull();
});
