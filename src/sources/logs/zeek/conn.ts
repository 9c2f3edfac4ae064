import { type Ip, parseIp } from '../../../base/ip.ts';
import { DAY } from '../../../base/time.ts';
import type { FlowColumns } from '../../kit/netflow/columns.ts';
import { type Cells, numberOf, timeOf, wholeOf } from './cells.ts';

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17 };
const LONGEST = 366 * DAY;
const ICMP = 1;
const ICMP6 = 58;
/** The number that IANA reserves: Zeek saw a protocol that it did not name. */
const UNNAMED = 255;

/** Flags that a connection must have carried for Zeek to write this letter into its history. */
const FLAGS: Readonly<Record<string, number>> = { s: 2, h: 18, a: 16, d: 24, f: 1, r: 4 };

/** Puts one row of conn.log into the next row of a batch; false, with the batch as it was, when it cannot be read. */
export function readConn(
  cells: Cells,
  columns: FlowColumns,
  place: { offset: number; line: number },
): boolean {
  const src = parseIp(cells('id.orig_h') ?? '');
  const dst = parseIp(cells('id.resp_h') ?? '');
  const at = timeOf(cells('ts'));
  const ports = [wholeOf(cells('id.orig_p'), 65_535), wholeOf(cells('id.resp_p'), 65_535)] as const;
  const proto = cells('proto');
  if (!src || !dst || at === undefined || ports[0] === null || ports[1] === null || proto === null)
    return false;
  const row = columns.length;
  const sixth = src.version === 6 || dst.version === 6;
  writeAddresses(columns, { row, src, dst, sixth });
  columns.protocol[row] = protocolOf(proto, cells, sixth);
  columns.srcPort[row] = proto === 'icmp' ? 0 : ports[0];
  // ICMP has no ports: type and code stand where exporters of NetFlow put them.
  columns.dstPort[row] = proto === 'icmp' ? (ports[0] % 256) * 256 + (ports[1] % 256) : ports[1];
  columns.tcpFlags[row] = proto === 'tcp' ? flagsOf(cells('history') ?? '') : 0;
  columns.first[row] = at ?? Number.NaN;
  columns.last[row] = at === null ? Number.NaN : at + durationOf(cells);
  columns.packets[row] = both(cells, 'orig_pkts', 'resp_pkts');
  columns.bytes[row] = both(cells, 'orig_bytes', 'resp_bytes');
  columns.inIf[row] = 0;
  columns.outIf[row] = 0;
  columns.offset[row] = place.offset;
  columns.line[row] = place.line;
  columns.length += 1;
  return true;
}

interface Ends {
  readonly row: number;
  readonly src: Ip;
  readonly dst: Ip;
  readonly sixth: boolean;
}

function writeAddresses(columns: FlowColumns, { row, src, dst, sixth }: Ends): void {
  columns.v6[row] = sixth ? 1 : 0;
  columns.src4[row] = src.version === 4 && !sixth ? src.value : 0;
  columns.dst4[row] = dst.version === 4 && !sixth ? dst.value : 0;
  for (const [halves, ip] of [
    [columns.src6, src],
    [columns.dst6, dst],
  ] as const) {
    const value = sixth ? wide(ip) : 0n;
    halves[row * 2] = value >> 64n;
    halves[row * 2 + 1] = value & 0xffffffffffffffffn;
  }
}

function wide(ip: Ip): bigint {
  return ip.version === 6 ? ip.value : 0xffff00000000n | BigInt(ip.value);
}

function protocolOf(proto: string, cells: Cells, sixth: boolean): number {
  if (proto === 'icmp') return sixth ? ICMP6 : ICMP;
  if (Object.hasOwn(PROTOCOLS, proto)) return PROTOCOLS[proto] as number;
  return wholeOf(cells('ip_proto'), 255) ?? UNNAMED;
}

// A duration that no connection can have is taken as unset.
function durationOf(cells: Cells): number {
  const duration = Math.floor((numberOf(cells('duration')) ?? 0) * 1000);
  return duration <= LONGEST ? duration : 0;
}

function both(cells: Cells, one: string, other: string): number {
  return (numberOf(cells(one)) ?? 0) + (numberOf(cells(other)) ?? 0);
}

function flagsOf(history: string): number {
  let flags = 0;
  for (const letter of history.slice(0, 256).toLowerCase()) flags |= FLAGS[letter] ?? 0;
  return flags;
}
