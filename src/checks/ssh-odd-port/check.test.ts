import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { typedPort } from './check.ts';
import { isOddPort, ODD_PORTS } from './ports.ts';

runCases(import.meta.dirname);

describe('odd ports', () => {
  it('are those of five digits that end in 22, asked of the store port by port', () => {
    fc.assert(
      fc.property(fc.nat(65_535), (port) => {
        const expected = /^\d{3}22$/.test(String(port)) && port !== 57_722;
        expect(isOddPort(port)).toBe(expected);
        expect(ODD_PORTS.some(([low, high]) => low <= port && port <= high)).toBe(expected);
      }),
    );
  });
});

describe('typedPort', () => {
  it.each([
    ['ip ssh port 22122 rotary 1', 22_122],
    ['do ip ssh po 2222 rotary 1', 2222],
    ['ssh port 22022', 22_022],
    ['ssh server port 30022', 30_022],
    ['no ip ssh port 22122', null],
    ['ip ssh port 22', null],
    ['ip ssh version 2', null],
  ])('%s', (command, port) => {
    expect(typedPort(command)).toBe(port);
  });
});
