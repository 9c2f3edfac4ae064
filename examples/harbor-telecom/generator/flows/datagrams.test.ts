import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { at, HOUR } from '../fleet/clock.ts';
import { deviceNamed } from '../fleet/fleet.ts';
import { SILENCE } from '../story/moments.ts';
import { type Flow, PROTOCOL } from './flow.ts';
import { ipfix } from './ipfix.ts';
import { netflow5 } from './netflow5.ts';
import { netflow9 } from './netflow9.ts';
import { pcap } from './pcap.ts';

const FLOW: Flow = {
  exporter: deviceNamed('pe-chi-02'),
  start: 1_792_000_000_000,
  end: 1_792_000_060_000,
  source: '10.255.10.2',
  destination: '203.0.113.67',
  sourcePort: 41_877,
  destinationPort: 21,
  protocol: PROTOCOL.tcp,
  bytes: 6_412_880,
  packets: 10_021,
  tcpFlags: 0x1b,
  input: 1,
  output: 2,
};
const AT = 1_792_000_100_000;
const BOOTED = 1_791_000_000_000;

type Fields = Map<number, number>;

// A plain reading of templates and data by the text of RFC 3954 and RFC 7011, apart from the writer.
const decode = (
  bytes: Uint8Array,
  ids: { header: number; template: number; data: number },
  layout: [number, number][] = [],
): Fields[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Fields[] = [];
  for (let at = ids.header; at < bytes.length; at += view.getUint16(at + 2)) {
    const end = at + view.getUint16(at + 2);
    if (view.getUint16(at) === ids.template) {
      layout.length = 0;
      for (let i = at + 8; i < at + 8 + 4 * view.getUint16(at + 6); i += 4)
        layout.push([view.getUint16(i), view.getUint16(i + 2)]);
    }
    const size = layout.reduce((sum, [, width]) => sum + width, 0);
    if (view.getUint16(at) !== ids.data || size === 0) continue;
    for (let row = at + 4; row + size <= end; row += size) {
      let cell = row;
      const fields: Fields = new Map();
      for (const [type, width] of layout) {
        fields.set(
          type,
          bytes.slice(cell, cell + width).reduce((value, byte) => value * 256 + byte, 0),
        );
        cell += width;
      }
      found.push(fields);
    }
  }
  return found;
};

const number = (address: string): number =>
  address.split('.').reduce((value, part) => value * 256 + Number(part), 0);

describe('a NetFlow v9 datagram', () => {
  const bytes = netflow9([FLOW, FLOW, FLOW], {
    at: AT,
    bootedAt: BOOTED,
    sequence: 7,
    sourceId: 257,
    withTemplates: true,
  });

  it('carries the flows under its own template', () => {
    const flows = decode(bytes, { header: 20, template: 0, data: 260 });
    expect(flows).toHaveLength(3);
    for (const fields of flows) {
      expect([fields.get(8), fields.get(12), fields.get(7), fields.get(11), fields.get(4)]).toEqual([
        number(FLOW.source),
        number(FLOW.destination),
        FLOW.sourcePort,
        FLOW.destinationPort,
        6,
      ]);
      expect([fields.get(1), fields.get(2)]).toEqual([FLOW.bytes, FLOW.packets]);
      expect(BOOTED + (fields.get(22) ?? 0)).toBe(FLOW.start);
    }
  });

  it('fills each flow set to a multiple of four bytes', () => {
    const view = new DataView(bytes.buffer);
    for (let at = 20; at < bytes.length; at += view.getUint16(at + 2))
      expect(view.getUint16(at + 2) % 4).toBe(0);
  });

  it('leaves the templates out when it is not their turn', () => {
    const plain = netflow9([FLOW], {
      at: AT,
      bootedAt: BOOTED,
      sequence: 8,
      sourceId: 257,
      withTemplates: false,
    });
    expect(decode(plain, { header: 20, template: 0, data: 260 })).toEqual([]);
    expect(plain.length).toBeLessThan(bytes.length);
  });
});

describe('an IPFIX message', () => {
  it('says its own length and carries instants in milliseconds', () => {
    const bytes = ipfix([FLOW], { at: AT, sequence: 90, domain: 256, withTemplates: true });
    expect(new DataView(bytes.buffer).getUint16(2)).toBe(bytes.length);
    const [fields] = decode(bytes, { header: 16, template: 2, data: 320 });
    expect([fields?.get(152), fields?.get(153), fields?.get(1)]).toEqual([FLOW.start, FLOW.end, FLOW.bytes]);
  });
});

describe('a NetFlow v5 datagram', () => {
  it('has 48 bytes a flow and says its sampling', () => {
    const bytes = netflow5([FLOW, FLOW], { at: AT, bootedAt: BOOTED, sequence: 31 });
    const view = new DataView(bytes.buffer);
    expect(bytes.length).toBe(24 + 2 * 48);
    expect([view.getUint16(0), view.getUint16(2), view.getUint32(16)]).toEqual([5, 2, 31]);
    expect(view.getUint16(22) & 0x3fff).toBe(100);
    expect([view.getUint32(24), view.getUint16(24 + 34), view.getUint8(24 + 38)]).toEqual([
      number(FLOW.source),
      21,
      6,
    ]);
  });
});

describe('the capture file', () => {
  it('frames a datagram with lengths and a checksum that hold', () => {
    const payload = Uint8Array.from([1, 2, 3, 4, 5]);
    const ends = {
      source: '10.255.10.2',
      destination: '10.250.0.51',
      sourcePort: 52_001,
      destinationPort: 2055,
    };
    const file = Buffer.from(pcap([{ at: AT, ...ends, payload }]));
    expect(file.readUInt32LE(0)).toBe(0xa1b2c3d4);
    expect(file.readUInt32LE(24 + 8)).toBe(file.length - 24 - 16);
    const ip = file.subarray(24 + 16 + 14);
    let sum = 0;
    for (let i = 0; i < 20; i += 2) sum += ip.readUInt16BE(i);
    expect((sum & 0xffff) + (sum >>> 16)).toBe(0xffff);
    expect([ip.readUInt16BE(2), ip.readUInt16BE(24)]).toEqual([33, 13]);
  });
});

const DAYS = ['20261015', '20261021', '20261027', '20261102', '20261108'];
const V9 = { header: 20, template: 0, data: 260 };

interface Seen {
  exporter: string;
  fields: Fields;
}

const readCapture = (day: string): Seen[] => {
  const file = gunzipSync(
    readFileSync(join(import.meta.dirname, `../../evidence/flows/edge-netflow-${day}.pcap.gz`)),
  );
  const layouts = new Map<string, [number, number][]>();
  const seen: Seen[] = [];
  for (let at = 24; at < file.length; at += 16 + file.readUInt32LE(at + 8)) {
    const payload = file.subarray(at + 58, at + 16 + file.readUInt32LE(at + 8));
    if (payload.readUInt16BE(0) !== 9) continue;
    const exporter = [...file.subarray(at + 42, at + 46)].join('.');
    const layout = layouts.get(exporter) ?? [];
    layouts.set(exporter, layout);
    for (const fields of decode(payload, V9, layout)) seen.push({ exporter, fields });
  }
  return seen;
};

describe('the committed NetFlow v9', () => {
  const seen = DAYS.flatMap(readCapture);
  const exportersOf = (test: (fields: Fields) => boolean): string[] =>
    [...new Set(seen.filter((one) => test(one.fields)).map((one) => one.exporter))].toSorted();
  const loopbacks = (...names: string[]): string[] =>
    names.map((name) => deviceNamed(name).loopback).toSorted();

  it('shows protocol 47 on the three routers of the story that use this version, and on no other', () => {
    expect(exportersOf((fields) => fields.get(4) === PROTOCOL.gre)).toEqual(
      loopbacks('pe-chi-02', 'pe-mke-01', 'pe-mil-01'),
    );
  });

  it('shows questions to the rogue AAA server from two routers', () => {
    const rogue = number('203.0.113.66');
    expect(exportersOf((fields) => fields.get(11) === 49 && fields.get(12) === rogue)).toEqual(
      loopbacks('pe-chi-02', 'agg-det-01'),
    );
  });

  it('shows the odd listeners on one router each', () => {
    const listens = (port: number) => (fields: Fields) =>
      fields.get(11) === port && fields.get(12) !== undefined;
    const toLoopback = (name: string, port: number): boolean =>
      seen.some(
        (one) => listens(port)(one.fields) && one.fields.get(12) === number(deviceNamed(name).loopback),
      );
    expect(toLoopback('agg-det-01', 22_122)).toBe(true);
    expect(toLoopback('pe-chi-02', 18_443)).toBe(true);
    expect(toLoopback('pe-mil-01', 22_122)).toBe(false);
  });

  it('goes on for pe-chi-02 while its log is silent, but without log messages', () => {
    const [from, to] = SILENCE;
    const booted = at('2026-10-01T04:00:00Z') + deviceNamed('pe-chi-02').index * HOUR;
    const during = seen
      .filter((one) => one.exporter === deviceNamed('pe-chi-02').loopback)
      .filter((one) => booted + (one.fields.get(22) ?? 0) > from && booted + (one.fields.get(21) ?? 0) < to);
    expect(during.length).toBeGreaterThan(20);
    expect(during.filter((one) => one.fields.get(11) === 514)).toEqual([]);
  });
});
