import { netflowDatagrams } from '../../src/sources/flows/netflow-datagrams/source.ts';
import type { ReadContext, Sink } from '../../src/sources/kit/contract.ts';
import { type ForgedField, forgeSet, forgeTemplate, forgeV9 } from '../../src/sources/kit/netflow/forge.ts';
import { TEST_KEYED } from '../../src/sources/kit/recording-sink.ts';
import { nfcapdLine } from './nfcapd.ts';

/** The fields that Cisco's classic NetFlow v9 record has: 53 bytes. */
const FIELDS: readonly ForgedField[] = [
  [8, 4],
  [12, 4],
  [15, 4],
  [10, 4],
  [14, 4],
  [2, 4],
  [1, 4],
  [22, 4],
  [21, 4],
  [7, 2],
  [11, 2],
  [6, 1],
  [4, 1],
  [5, 1],
  [61, 1],
  [16, 4],
  [17, 4],
  [9, 1],
  [13, 1],
];
const SIZE = FIELDS.reduce((sum, [, width]) => sum + width, 0);
const PER_DATAGRAM = 24;
const SECONDS = Date.UTC(2026, 9, 20) / 1000;
const CHUNK = 1 << 20;

/** NetFlow v9 datagrams with `records` records of made-up numbers, the same on every machine. */
export function forgeDatagrams(records: number): Buffer[] {
  const parts = [forgeV9({ seconds: SECONDS }, forgeSet(0, forgeTemplate(256, FIELDS)))];
  let state = 1;
  for (let done = 0; done < records; done += PER_DATAGRAM) {
    const body = Buffer.alloc(PER_DATAGRAM * SIZE);
    for (let at = 0; at + 4 <= body.length; at += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      body.writeUInt32BE(state, at);
    }
    const header = { seconds: SECONDS, uptime: 100_000_000, sequence: done / PER_DATAGRAM + 1 };
    parts.push(forgeV9(header, forgeSet(256, body)));
  }
  return parts;
}

function countingSink(): { sink: Sink; rows: () => number } {
  let rows = 0;
  const nothing = (): void => undefined;
  const sink: Sink = {
    record: nothing,
    seen: nothing,
    wantsLog: () => true,
    sequence: nothing,
    clockOffset: nothing,
    unread: nothing,
    flows: (batch) => {
      rows += batch.length;
    },
    facts: nothing,
    same: nothing,
    account: nothing,
    template: nothing,
  };
  return { sink, rows: () => rows };
}

function decodeOnce(stream: Buffer): { rows: number; ms: number; cpu: number } {
  const { sink, rows } = countingSink();
  const context: ReadContext = {
    evidence: 'bench',
    name: 'bench',
    anchor: SECONDS * 1000,
    keyed: TEST_KEYED,
    scanner: null,
    templates: new Map(),
    start: { line: 1, byte: 0 },
    content: new Map(),
  };
  const used = process.cpuUsage();
  const begin = performance.now();
  const reader = netflowDatagrams.open(context, sink);
  for (let at = 0; at < stream.length; at += CHUNK) reader.push(stream.subarray(at, at + CHUNK));
  reader.end();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(used);
  return { rows: rows(), ms, cpu: (user + system) / 1000 };
}

/**
 * Prints row F2 (decode only): records and megabytes a second by the clock, records a second of processor time (which
 * other work on the machine disturbs less), median of five runs, and the peak memory of the process, stream included.
 */
export async function benchFlows(records = 1_000_000): Promise<void> {
  const datagrams = forgeDatagrams(records);
  const stream = Buffer.concat(datagrams);
  const runs = Array.from({ length: 5 }, () => decodeOnce(stream)).sort((a, b) => a.ms - b.ms);
  const { rows, ms, cpu } = runs[2] as { rows: number; ms: number; cpu: number };
  const rate = (time: number): string => `${(rows / time / 1000).toFixed(1)} M records/s`;
  const speed = `${(stream.length / ms / 1000).toFixed(0)} MB/s`;
  const peak = `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;
  console.log(`F2 flow decode, NetFlow v9: ${rate(ms)} (${rate(cpu)} of CPU), ${speed}, peak memory ${peak}`);
  console.log(await nfcapdLine(datagrams, (rows / cpu) * 1000));
}
