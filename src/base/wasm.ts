/** A WebAssembly module at work: its functions, and the memory that it shares with us. */
export interface Wasm {
  readonly memory: ArrayBuffer;
  readonly functions: Readonly<Record<string, (...numbers: number[]) => number>>;
}

/** As much of the global `WebAssembly` as is used; our types have no browser in them. */
interface Engine {
  readonly Memory: new (options: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Wasm['functions'] };
}

const PAGE = 65_536;

/**
 * Starts a module that imports its memory as `env.memory` and nothing else; null where the machine cannot run it (no
 * WebAssembly, no SIMD, no memory of that size in bytes).
 */
export function startWasm(base64: string, memoryBytes: number): Wasm | null {
  const engine = (globalThis as { readonly WebAssembly?: Engine }).WebAssembly;
  if (!engine) return null;
  try {
    const memory = new engine.Memory({ initial: Math.ceil(memoryBytes / PAGE) });
    const module = new engine.Module(Buffer.from(base64, 'base64'));
    const { exports } = new engine.Instance(module, { env: { memory } });
    return { memory: memory.buffer, functions: exports };
  } catch {
    return null;
  }
}
