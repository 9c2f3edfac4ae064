import { afterEach, describe, expect, it, vi } from 'vitest';
import { startWasm } from './wasm.ts';

/** (module (import "env" "memory" (memory 1)) (func (export "at") (param i32) (result i32) (i32.load8_u (local.get 0)))) */
const AT = 'AGFzbQEAAAABBgFgAX8BfwIPAQNlbnYGbWVtb3J5AgABAwIBAAcGAQJhdAAACgkBBwAgAC0AAAs=';

afterEach, describe, expect, it, vi } from 'vitest';

import { startWasm } from './wasm.ts';

/** (module (import "env" "memory" (memory 1)) (func (export "at") (param i32) (result i32) (i32.load8_u (local.get 0)))) */
const AT = Buffer.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f],
  ...[2, 15, 1, 3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0, 1],
  ...[3, 2, 1, 0],
  ...[7, 6, 1, 2, 0x61, 0x74, 0, 0],
  ...[10, 9, 1, 7, 0, 0x20, 0, 0x2d, 0, 0, 0x0b],
]).toString('base64');

afterEach(() => vi.unstubAllGlobals());

describe('startWasm', () => {
  it('runs a module on a memory of at least the size asked for', () => {
    const wasm = startWasm(AT, 70_000);
    expect(wasm?.memory.byteLength).toBe(131_072);
    new Uint8Array(wasm?.memory as ArrayBuffer)[69_999] = 7;
    expect(wasm?.functions['at']?.(69_999)).toBe(7);
  });

  it.each([
    ['bytes that are no module', 'AAAA', 1],
    ['a memory larger than any', AT, 2 ** 40],
  ])('gives nothing for %s', (_what, base64, size) => {
    expect(startWasm(base64, size)).toBeNull();
  });

  it('gives nothing where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(startWasm(AT, 1)).toBeNull();
  });
});
