import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatIp4, formatIp6 } from '../../src/base/ip.ts';
import type { FlowBatch } from '../../src/model/flow.ts';
import { netflowDatagrams } from '../../src/sources/flows/netflow-datagrams/source.ts';
import { readWith } from '../../src/sources/kit/recording-sink.ts';

const FLOWS = fileURLToPath(new URL('../../../shared/data/samples/flows/', import.meta.url));
const EXPECTED = `${FLOWS}logstash-netflow-expected.json`;
const CODECS = `${FLOWS}logstash-plugins+logstash-codec-netflow/spec/codecs/`;

interface Case {
  readonly name: string;
  readonly files_in_order: readonly string[];
  readonly expected_events: readonly { readonly netflow?: Readonly<Record<string, unknown>> }[];
}

type Row = Readonly<Record<string, string | number>>;

/** Field of ours to the names that the other decoder gives it in NetFlow v5 and v9, and in IPFIX. */
const NAMES: readonly (readonly [field: string, ...names: string[]])[] = [
  ['src', 'ipv4_src_addr', 'ipv6_src_addr', 'sourceIPv4Address', 'sourceIPv6Address'],
  ['dst', 'ipv4_dst_addr', 'ipv6_dst_addr', 'destinationIPv4Address', 'destinationIPv6Address'],
  ['srcPort', 'l4_src_port', 'sourceTransportPort'],
  ['dstPort', 'l4_dst_port', 'destinationTransportPort'],
  ['protocol', 'protocol', 'protocolIdentifier'],
  ['bytes', 'in_bytes', 'octetDeltaCount', 'octetTotalCount', 'fwd_flow_delta_bytes', 'out_bytes'],
  ['packets', 'in_pkts', 'packetDeltaCount', 'packetTotalCount', 'out_pkts'],
  ['inIf', 'input_snmp', 'ingressInterface'],
  ['outIf', 'output_snmp', 'egressInterface'],
];

/** Rows in the order of the file; the opposite directions that we add follow the record they came from: left out. */
function rowsOf(batches: readonly FlowBatch[]): Row[] {
  const rows: Row[] = [];
  let before = -1;
  for (const b of batches) {
    for (let i = 0; i < b.length; i += 1) {
      if (b.offset[i] === before) continue;
      before = b.offset[i]!;
      const six = (halves: BigUint64Array): string => formatIp6((halves[i * 2]! << 64n) | halves[i * 2 + 1]!);
      rows.push({
        src: b.v6[i] ? six(b.src6) : formatIp4(b.src4[i]!),
        dst: b.v6[i] ? six(b.dst6) : formatIp4(b.dst4[i]!),
        srcPort: b.srcPort[i]!,
        dstPort: b.dstPort[i]!,
        protocol: b.protocol[i]!,
        bytes: b.bytes[i]!,
        packets: b.packets[i]!,
        inIf: b.inIf[i]!,
        outIf: b.outIf[i]!,
      });
    }
  }
  return rows;
}

function decode(files: readonly string[]): Row[] {
  const templates = new Map<string, string>();
  const rows: Row[] = [];
  for (const file of files) {
    const sink = readWith(netflowDatagrams, new Uint8Array(readFileSync(CODECS + file)), { templates });
    rows.push(...rowsOf(sink.batches));
    for (const { key, definition } of sink.templates) if (definition !== null) templates.set(key, definition);
  }
  return rows;
}

/** What the event says of each of our fields; counts are scaled with the interval that the event itself carries. */
function expectedFields(event: Readonly<Record<string, unknown>>): Map<string, string | number> {
  const out = new Map<string, string | number>();
  const interval = Number(event['sampling_interval'] ?? 0);
  for (const [field, ...names] of NAMES) {
    const name = names.find((n) => n in event);
    if (name === undefined) continue;
    const value = event[name] as string | number;
    const counted = field === 'bytes' || field === 'packets';
    out.set(field, counted && interval > 1 ? Number(value) * interval : value);
  }
  return out;
}

function isFlow(event: Readonly<Record<string, unknown>>): boolean {
  const fields = expectedFields(event);
  return fields.has('src') || fields.has('dst');
}

function compare(cases: readonly Case[]): {
  tally: Map<string, [same: number, all: number]>;
  differ: string[];
  events: number;
} {
  const tally = new Map<string, [number, number]>(NAMES.map(([field]) => [field, [0, 0]]));
  const differ: string[] = [];
  let events = 0;
  for (const { name, files_in_order, expected_events } of cases) {
    const flows = expected_events.map((e) => e.netflow ?? {}).filter(isFlow);
    const rows = flows.length > 0 ? decode(files_in_order) : [];
    const used = new Set<number>();
    for (const event of flows) {
      events += 1;
      const fields = [...expectedFields(event)];
      const score = (row: Row): number => fields.filter(([field, value]) => row[field] === value).length;
      const order = rows.map((row, i) => [score(row), i] as const).filter(([, i]) => !used.has(i));
      const [, best] = order.reduce((a, b) => (b[0] > a[0] ? b : a), [-1, -1] as readonly [number, number]);
      used.add(best);
      for (const [field, value] of fields) {
        const cell = tally.get(field)!;
        cell[1] += 1;
        if (rows[best]?.[field] === value) cell[0] += 1;
        else differ.push(`${name}: ${field} is ${rows[best]?.[field]}, the other decoder has ${value}`);
      }
    }
  }
  return { tally, differ, events };
}

/** `[{…}]` parses; large fields of the file are JSON inside text. */
function load(): Case[] {
  return JSON.parse(readFileSync(EXPECTED, 'utf8')) as Case[];
}

describe('agreement with logstash-codec-netflow', () => {
  it.skipIf(!existsSync(EXPECTED))(
    'addresses, ports, protocol, bytes and packets are the same (corpus)',
    () => {
      const { tally, differ, events } = compare(load());
      for (const [field, [same, all]] of tally) console.log(`netflow agreement ${field}: ${same} of ${all}`);
      for (const line of differ) console.log(`netflow difference: ${line}`);
      expect(events).toBeGreaterThan(40);
      for (const [, [same, all]] of tally) expect(same).toBe(all);
    },
  );
});
