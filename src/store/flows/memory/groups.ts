import type { Conversation } from '../../../model/flow.ts';
import { addressText } from '../kit/address.ts';
import { foldPorts, type PortRanges } from '../kit/folding.ts';
import type { Row } from './rows.ts';

interface Group {
  readonly row: Row;
  readonly srcPort: number;
  readonly dstPort: number;
  best: Row;
  first: number;
  last: number;
  flows: number;
  packets: number;
  bytes: number;
}

/** Adds rows up to conversations. */
export class Groups {
  private readonly ranges: PortRanges;
  private readonly groups = new Map<string, Group>();

  /** `ranges` are the port ranges of the select. */
  constructor(ranges: PortRanges) {
    this.ranges = ranges;
  }

  /** Adds one row. */
  add(row: Row): void {
    const { srcPort, dstPort } = foldPorts(row, this.ranges);
    const key = `${row.exporter}|${row.v6}|${row.src}|${row.dst}|${row.protocol}|${srcPort}|${dstPort}`;
    let group = this.groups.get(key);
    if (!group) {
      group = {
        row,
        srcPort,
        dstPort,
        best: row,
        first: Infinity,
        last: -Infinity,
        flows: 0,
        packets: 0,
        bytes: 0,
      };
      this.groups.set(key, group);
    }
    if (isEarlier(row, group.best)) group.best = row;
    if (row.first < group.first) group.first = row.first;
    if (row.last > group.last) group.last = row.last;
    group.flows += 1;
    group.packets += row.packets;
    group.bytes += row.bytes;
  }

  /** The conversations in the order of the contract, at most `limit`, and whether there were more. */
  list(limit: number): { conversations: Conversation[]; truncated: boolean } {
    const all = [...this.groups.values()].sort(compare);
    return { conversations: all.slice(0, limit).map(conversation), truncated: all.length > limit };
  }
}

function isEarlier(a: Row, b: Row): boolean {
  const x = Number.isNaN(a.first) ? Infinity : a.first;
  const y = Number.isNaN(b.first) ? Infinity : b.first;
  if (x !== y) return x < y;
  return a.evidence === b.evidence ? a.offset < b.offset : a.evidence < b.evidence;
}

function order<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function begin(group: Group): number {
  return group.first === Infinity ? 0 : group.first;
}

function compare(a: Group, b: Group): number {
  return (
    order(begin(a), begin(b)) ||
    order(a.row.exporter, b.row.exporter) ||
    order(a.row.v6, b.row.v6) ||
    order(a.row.src, b.row.src) ||
    order(a.row.dst, b.row.dst) ||
    order(a.row.protocol, b.row.protocol) ||
    order(a.srcPort, b.srcPort) ||
    order(a.dstPort, b.dstPort)
  );
}

function conversation(group: Group): Conversation {
  const { row, best } = group;
  const text = (value: number | bigint): string =>
    typeof value === 'bigint' ? addressText(true, 0, value) : addressText(false, value, 0n);
  return {
    exporter: row.exporter,
    src: text(row.src),
    dst: text(row.dst),
    protocol: row.protocol,
    srcPort: group.srcPort,
    dstPort: group.dstPort,
    first: begin(group),
    last: group.last === -Infinity ? 0 : group.last,
    flows: group.flows,
    packets: group.packets,
    bytes: group.bytes,
    ref: { evidence: best.evidence, line: best.line, lineEnd: best.line, byte: best.offset, length: 0 },
  };
}
