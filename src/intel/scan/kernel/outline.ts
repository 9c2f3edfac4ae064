import type { LineOutline } from '../../../model/indicator.ts';
import { ALNUM } from '../text.ts';
import { OUTLINE_WASM } from './outline-wasm.ts';

/** What an outline looks for; bits. */
export const WANTS: {
  readonly ip4: 1;
  readonly names: 2;
  readonly hashes: 4;
  readonly colons: 8;
} = { ip4: 1, names: 2, hashes: 4, colons: 8 };

/** Bytes that are outlined at a time; a line that is longer is not. */
const PIECE = 128 * 1024;
/** Zeros before and behind the piece, so that no place needs a look whether it lies inside. */
const MARGIN = 64;
const PAGE = 65_536;
const TABLES = 256;
const CLASS = { alnum: 1, host: 2, ip6: 4 } as const;

interface Kernel {
  setup(wants: number, blocks: number, filter: number, mask: number, longest: number): void;
  outline(input: number, length: number, out: number): number;
}

/** The tables that an outline asks; they are copied. */
export interface OutlineTables {
  readonly wants: number;
  /** A bit for each /24 that holds an address or a part of a network. */
  readonly blocks: Uint32Array;
  /** Bits of the TailFilter, and its longest tail. */
  readonly filter: Uint32Array;
  readonly longest: number;
}

/** Outlines pieces of evidence with the kernel of outline.as. */
export class Outliner implements LineOutline {
  readonly ends: Uint32Array;
  /** The tables within the memory of the kernel; whoever filled the given ones may let go of those. */
  readonly blocks: Uint32Array;
  readonly filter: Uint32Array;
  private readonly kernel: Kernel;
  private readonly input: Uint8Array;
  private readonly inputAt: number;
  private readonly endsAt: number;

  /** Copies the tables into a memory of the kernel. Throws where the machine has no WebAssembly with SIMD. */
  constructor(tables: OutlineTables) {
    const { wants, longest } = tables;
    const filterAt = TABLES + tables.blocks.byteLength;
    this.endsAt = filterAt + tables.filter.byteLength;
    this.inputAt = this.endsAt + PIECE * 4 + MARGIN;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((this.inputAt + PIECE + MARGIN) / PAGE) });
    const module = new WebAssembly.Module(Buffer.from(OUTLINE_WASM, 'base64'));
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    this.kernel = instance.exports as unknown as Kernel;
    this.blocks = new Uint32Array(memory.buffer, TABLES, tables.blocks.length);
    this.filter = new Uint32Array(memory.buffer, filterAt, tables.filter.length);
    this.ends = new Uint32Array(memory.buffer, this.endsAt, PIECE);
    this.input = new Uint8Array(memory.buffer, this.inputAt, PIECE + MARGIN);
    new Uint8Array(memory.buffer).set(classes());
    this.blocks.set(tables.blocks);
    this.filter.set(tables.filter);
    this.kernel.setup(wants, TABLES, filterAt, tables.filter.length * 32 - 1, longest);
  }

  /** See LineOutline. */
  outline(bytes: Uint8Array, from: number): number {
    const length = Math.min(PIECE, bytes.length - from);
    this.input.set(bytes.subarray(from, from + length));
    this.input.fill(0, length, length + MARGIN);
    return this.kernel.outline(this.inputAt, length, this.endsAt);
  }
}

/** An outliner, or null where the machine cannot run the kernel; the plain scanner then does all the work. */
export function outlinerOf(tables: OutlineTables): Outliner | null {
  try {
    return new Outliner(tables);
  } catch {
    return null;
  }
}

/** What each byte may be part of, as the kernel reads it. */
function classes(): Uint8Array {
  const tables = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    const char = String.fromCharCode(byte);
    const alnum = ALNUM[byte] === 1;
    const host = alnum || '.-_'.includes(char) ? CLASS.host : 0;
    const ip6 = /[0-9A-Fa-f:]/.test(char) ? CLASS.ip6 : 0;
    tables[byte] = (alnum ? CLASS.alnum : 0) | host | ip6;
  }
  return tables;
}
