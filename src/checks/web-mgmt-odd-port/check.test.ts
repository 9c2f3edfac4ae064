import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { isOddPort, typedPort } from './check.ts';

runCases(import.meta.dirname);

describe('odd ports', () => {
  it.each([17_999, 19_000, 443, 8443])('leaves %i alone', (port) => {
    expect(isOddPort(port)).toBe(false);
  });

  it.each([18_000, 18_443, 18_999])('takes %i', (port) => {
    expect(isOddPort(port)).toBe(true);
  });
});

describe('typedPort', () => {
  it.each([
    ['ip http port 18080', 18_080],
    ['IP HTTP secure-p 18443', 18_443],
    ['no ip http secure-port 18443', null],
    ['ip http secure-port 8443', null],
    ['ip http path 18443', null],
  ])('%s', (command, port) => {
    expect(typedPort(command)).toBe(port);
  });
});
