import { crc32, deflateRawSync } from 'node:zlib';
import { BLOCK } from './tar-header.ts';

/** A member of an archive that a test makes; odd fields are there to lie with. */
export interface MadeMember {
  readonly name: string;
  readonly bytes?: Uint8Array | string;
  /** tar: type flag. */
  readonly type?: string;
  /** Size that the header states; the real one by default. */
  readonly size?: number;
  /** zip: store instead of deflate. */
  readonly stored?: boolean;
  /** zip: put sizes behind the bytes; `bare` leaves the signature out. */
  readonly behind?: 'signed' | 'bare' | 'wide';
  readonly flags?: number;
  readonly method?: number;
}

const bytesOf = (member: MadeMember): Buffer => Buffer.from((member.bytes ?? '') as string);

/** One tar header block with a checksum that holds. */
export function tarHeader(member: MadeMember, size: number = bytesOf(member).length): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(member.name.slice(0, 100), 0);
  block.write('0000644\0', 100);
  block.write(`${(member.size ?? size).toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write(member.type ?? '0', 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A tar archive for tests; `end: false` leaves the end mark out. */
export function makeTar(members: readonly MadeMember[], end = true): Buffer {
  const parts = members.flatMap((member) => {
    const bytes = bytesOf(member);
    return [tarHeader(member), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...parts, Buffer.alloc(end ? BLOCK * 2 : 0)]);
}

/** A zip archive for tests, with its directory. */
export function makeZip(members: readonly MadeMember[]): Buffer {
  const made = members.map((member) => makeZipMember(member));
  const central = made.map(({ entry }) => entry);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 10);
  return Buffer.concat([...made.map(({ local }) => local), ...central, end]);
}

function makeZipMember(member: MadeMember): { local: Buffer; entry: Buffer } {
  const bytes = bytesOf(member);
  const packed = member.stored ? bytes : deflateRawSync(bytes);
  const name = Buffer.from(member.name);
  const sizes = { crc: crc32(bytes), packed: packed.length, size: member.size ?? bytes.length };
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(0x04034b50, 0);
  fixed.writeUInt16LE((member.flags ?? 0) | (member.behind ? 8 : 0), 6);
  fixed.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 8);
  if (!member.behind) {
    fixed.writeUInt32LE(sizes.crc, 14);
    fixed.writeUInt32LE(sizes.packed, 18);
    fixed.writeUInt32LE(sizes.size, 22);
  }
  fixed.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(name.length, 28);
  name.copy(entry, 46);
  return { local: Buffer.concat([fixed, name, packed, descriptor(member, sizes)]), entry };
}

function descriptor(member: MadeMember, sizes: { crc: number; packed: number; size: number }): Buffer {
  if (!member.behind) return Buffer.alloc(0);
  const wide = member.behind === 'wide';
  const out = Buffer.alloc(wide ? 24 : 16);
  out.writeUInt32LE(0x08074b50, 0);
  out.writeUInt32LE(sizes.crc, 4);
  out.writeUInt32LE(sizes.packed, 8);
  out.writeUInt32LE(sizes.size, wide ? 16 : 12);
  return member.behind === 'bare' ? out.subarray(4) : out;
}
