/** Executable formats that are known by their first bytes. */
export type ExecutableFormat = 'ELF' | 'PE' | 'Mach-O' | 'Mach-O, several processors' | 'DOS';

const MACHO = new Set([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe]);
const FAT = 0xcafebabe;
/** Java class files begin alike, with their version (45 and up) where Mach-O counts its processors. */
const MOST_PROCESSORS = 30;

/** The executable format of a file that begins with these bytes; null when it is none. */
export function executableFormat(head: Uint8Array): ExecutableFormat | null {
  if (head.length < 16) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const magic = view.getUint32(0);
  if (magic === 0x7f454c46) return head[4] === 1 || head[4] === 2 ? 'ELF' : null;
  if (MACHO.has(magic)) return 'Mach-O';
  const processors = view.getUint32(4);
  if (magic === FAT)
    return processors > 0 && processors <= MOST_PROCESSORS ? 'Mach-O, several processors' : null;
  // Text may begin with MZ; the header of a program has zero bytes.
  const program = view.getUint16(0) === 0x4d5a && head.length >= 64 && head.subarray(0, 64).includes(0);
  return program ? peOrDos(view) : null;
}

function peOrDos(view: DataView): 'PE' | 'DOS' {
  const at = view.getUint32(0x3c, true);
  return at + 4 <= view.byteLength && view.getUint32(at) === 0x50450000 ? 'PE' : 'DOS';
}
