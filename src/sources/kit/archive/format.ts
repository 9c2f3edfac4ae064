import { tarHeaderAt } from './tar-header.ts';

/** Archive forms that are unpacked. */
export type ArchiveFormat = 'gzip' | 'zstd' | 'tar' | 'zip';

/** What the first bytes say: a form that is unpacked, or the name of one that is not. */
export type Recognised = { readonly format: ArchiveFormat } | { readonly foreign: string };

/** How many first bytes recognition wants. */
export const ARCHIVE_HEAD = 512;

const MAGIC: readonly (readonly [hex: string, what: Recognised])[] = [
  ['1f8b08', { format: 'gzip' }],
  ['28b52ffd', { format: 'zstd' }],
  ['504b0304', { format: 'zip' }],
  ['504b0506', { format: 'zip' }],
  ['fd377a585a00', { foreign: 'xz' }],
  ['377abcaf271c', { foreign: '7z' }],
  ['526172211a07', { foreign: 'rar' }],
  ['04224d18', { foreign: 'lz4' }],
  ['4c5a495001', { foreign: 'lzip' }],
  ['1f9d', { foreign: 'compress (.Z)' }],
  ['1fa0', { foreign: 'compress (.z, lzh)' }],
  ['4d534346', { foreign: 'cabinet' }],
  ['303730373031', { foreign: 'cpio' }],
  ['303730373032', { foreign: 'cpio' }],
  ['303730373037', { foreign: 'cpio' }],
  ['504b3030504b0304', { foreign: 'zip in several parts' }],
  ['504b0708504b0304', { foreign: 'zip in several parts' }],
];

const BZIP2_BLOCKS = ['314159265359', '177245385090'];

/** Recognises an archive by its first bytes (512 are enough); null when it is none. */
export function recogniseArchive(head: Uint8Array): Recognised | null {
  const hex = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16)).toString('hex');
  for (const [magic, what] of MAGIC) if (hex.startsWith(magic)) return what;
  // zstd allows a skippable frame first: magic 0x184D2A50 to 0x184D2A5F, little endian.
  if (hex.startsWith('2a4d18', 2) && hex[0] === '5') return { format: 'zstd' };
  if (hex.startsWith('425a68') && BZIP2_BLOCKS.includes(hex.slice(8, 20))) return { foreign: 'bzip2' };
  return tarHeaderAt(head) ? { format: 'tar' } : null;
}
