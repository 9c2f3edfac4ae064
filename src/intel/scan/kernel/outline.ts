import { startWasm, type Wasm } from '../../../base/wasm.ts';
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
const MARGIN = 128;
const TABLES = 256;
const CLASS = { alnum: 1, host: 2, ip6: 4 } as const;

/** The tables that an outline asks; they are copied. */
export interface OutlineTables {
  readonly wants: number;
  /** A bit for each /24 that holds an address or a part of a network. */
  readonly blocks: Uint32Array;
  /** Bits of the TailFilter, and its longest tail. */
  readonly filter: Uint32Array;
  readonly longest: number;
}

/** Where things lie in the memory of the kernel, in bytes. */
interface Layout {
  readonly blocks: number;
  readonly filter: number;
  readonly ends: number;
  readonly input: number;
}

/** Outlines pieces of evidence with the kernel of outline.as. */
export class Outliner implements LineOutline {
  readonly ends: Uint32Array;
  /** The tables within the memory of the kernel; whoever filled the given ones may let go of those. */
  readonly blocks: Uint32Array;
  readonly filter: Uint32Array;
  private readonly run: (input: number, length: number, ends: number) => number;
  private readonly input: Uint8Array;
  private readonly at: Layout;

  /** Copies the tables into the memory of the kernel. */
  constructor({ memory, functions }: Wasm, tables: OutlineTables, at: Layout) {
    this.at = at;
    this.blocks = new Uint32Array(memory, at.blocks, tables.blocks.length);
    this.filter = new Uint32Array(memory, at.filter, tables.filter.length);
    this.ends = new Uint32Array(memory, at.ends, PIECE);
    this.input = new Uint8Array(memory, at.input, PIECE + MARGIN);
    new Uint8Array(memory).set(classes());
    this.blocks.set(tables.blocks);
    this.filter.set(tables.filter);
    const { setup, outline } = functions as Record<'setup' | 'outline', (...numbers: number[]) => number>;
    setup(tables.wants, at.blocks, at.filter, tables.filter.length * 32 - 1, tables.longest);
    this.run = outline;
  }

  /** See LineOutline. */
  outline(bytes: Uint8Array, from: number): number {
    const length = Math.min(PIECE, bytes.length - from);
    this.input.set(bytes.subarray(from, from + length));
    this.input.fill(0, length, length + MARGIN);
    return this.run(this.at.input, length, this.at.ends);
  }
}

/** An outliner, or null where the machine cannot run the kernel; the plain scanner then does all the work. */
export function outlinerOf(tables: OutlineTables): Outliner | null {
  const filter = TABLES + tables.blocks.byteLength;
  const ends = filter + tables.filter.byteLength;
  const input = ends + PIECE * 4 + MARGIN;
  const wasm = startWasm(OUTLINE_WASM, input + PIECE + MARGIN);
  return wasm && new Outliner(wasm, tables, { blocks: TABLES, filter, ends, input });
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
