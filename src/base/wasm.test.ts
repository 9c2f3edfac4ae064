import { afterEach, describe, expect, it, vi } from 'vitest';
import { startWasm } from './wasm.ts';

/** (module (import "env" "memory" (memory 1)) (func (export "at") (param i32) (result i32) (i32.load8_u (local.get 0)))) */
const AT = 'AGFzbQEAAAABBgFgAX8BfwIPAQNlbnYGbWVtb3J5AgABAwIBAAcGAQJhdAAACgkBBwAgAC0AAAs=';

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
