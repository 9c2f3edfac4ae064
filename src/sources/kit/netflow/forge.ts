/** One field of a forged template: number, width (65,535 for variable length), enterprise number where there is one. */
export type ForgedField = readonly [number: number, width: number, enterprise?: number];

/** Writes unsigned numbers of given widths one after the other, big-endian. */
export function pack(...parts: readonly (readonly [value: number | bigint, width: number])[]): Buffer {
  const size = parts.reduce((sum, [, width]) => sum + width, 0);
  const out = Buffer.alloc(size);
  let at = 0;
  for (const [value, width] of parts) {
    let rest = BigInt(value);
    for (let i = width - 1; i >= 0; i -= 1) {
      out[at + i] = Number(rest & 255n);
      rest >>= 8n;
    }
    at += width;
  }
  return out;
}

/** A set of NetFlow v9 or IPFIX with its header of 4 bytes. */
export function forgeSet(id: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([pack([id, 2], [body.length + 4, 2]), body]);
}

/** A template record. */
export function forgeTemplate(id: number, fields: readonly ForgedField[]): Buffer {
  return Buffer.concat([pack([id, 2], [fields.length, 2]), ...fields.map(forgeField)]);
}

/** An options template record; its first `scopes` fields are the scope. The two versions count them differently. */
export function forgeOptions(
  id: number,
  of: { version: 9 | 10; scopes: number; fields: readonly ForgedField[] },
): Buffer {
  const { version, scopes, fields } = of;
  const counts =
    version === 9
      ? pack([id, 2], [scopes * 4, 2], [(fields.length - scopes) * 4, 2])
      : pack([id, 2], [fields.length, 2], [scopes, 2]);
  return Buffer.concat([counts, ...fields.map(forgeField)]);
}

function forgeField([number, width, enterprise]: ForgedField): Buffer {
  if (enterprise === undefined) return pack([number, 2], [width, 2]);
  return pack([number + 0x8000, 2], [width, 2], [enterprise, 4]);
}

/** Header values of a forged datagram; times in seconds since 1970 and milliseconds of uptime. */
export interface ForgedHeader {
  readonly seconds: number;
  readonly uptime?: number;
  readonly sequence?: number;
  readonly domain?: number;
  /** NetFlow v5 only. */
  readonly sampling?: number;
}

/** A NetFlow v9 datagram. */
export function forgeV9(header: ForgedHeader, ...sets: readonly Uint8Array[]): Buffer {
  const { seconds, uptime = 0, sequence = 0, domain = 0 } = header;
  const head = pack([9, 2], [sets.length, 2], [uptime, 4], [seconds, 4], [sequence, 4], [domain, 4]);
  return Buffer.concat([head, ...sets]);
}

/** An IPFIX message. */
export function forgeIpfix(header: ForgedHeader, ...sets: readonly Uint8Array[]): Buffer {
  const { seconds, sequence = 0, domain = 0 } = header;
  const length = 16 + sets.reduce((sum, set) => sum + set.length, 0);
  return Buffer.concat([pack([10, 2], [length, 2], [seconds, 4], [sequence, 4], [domain, 4]), ...sets]);
}

/** One record of NetFlow v5; addresses as numbers, times as uptime in milliseconds. */
export interface ForgedV5 {
  readonly src: number;
  readonly dst: number;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly protocol: number;
  readonly packets: number;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** A NetFlow v5 datagram. */
export function forgeV5(header: ForgedHeader, records: readonly ForgedV5[]): Buffer {
  const { seconds, uptime = 0, sequence = 0, domain = 0, sampling = 0 } = header;
  const head = pack(
    [5, 2],
    [records.length, 2],
    [uptime, 4],
    [seconds, 4],
    [0, 4],
    [sequence, 4],
    [domain, 2],
    [sampling, 2],
  );
  return Buffer.concat([head, ...records.map(forgeV5Record)]);
}

function forgeV5Record(r: ForgedV5): Buffer {
  const ends = pack([r.src, 4], [r.dst, 4], [0, 4], [1, 2], [2, 2]);
  const counts = pack([r.packets, 4], [r.bytes, 4], [r.first, 4], [r.last, 4]);
  return Buffer.concat([
    ends,
    counts,
    pack([r.srcPort, 2], [r.dstPort, 2], [0, 1], [0x1b, 1], [r.protocol, 1], [0, 9]),
  ]);
}
