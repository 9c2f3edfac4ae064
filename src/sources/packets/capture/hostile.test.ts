import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, formatIp6 } from '../../../base/ip.ts';
import { readWith } from '../../kit/recording-sink.ts';
import {
  type ForgedPacket,
  forgeBlock,
  forgeFrame,
  forgeIp,
  forgePcap,
  forgePcapng,
  forgeUdp,
} from './forge.ts';
import { capture } from './source.ts';

const T = Date.UTC(2026, 9, 20, 2, 13);
const TO = { src: '198.51.100.7', dst: '192.0.2.1' };
const SIX = { src: '20010db8000000000000000000000007', dst: '20010db8000100000000000000000001' };
const UDP = forgeUdp(4000, 53, Buffer.from('synthetic'));

/** Flows of a capture of frames, as `source:port > destination:port protocol`. */
function flows(...frames: readonly Uint8Array[]): string[] {
  const bytes = forgePcap(frames.map((frame, i): ForgedPacket => [T + i, frame]));
  const sink = readWith(capture, bytes);
  expect(sink.bytes()).toBe(bytes.length);
  return sink.batches.flatMap((b) =>
    Array.from({ length: b.length }, (_, i) => {
      const side = (four: Uint32Array, six: BigUint64Array): string =>
        b.v6[i] === 1 ? formatIp6((six[i * 2]! << 64n) | six[i * 2 + 1]!) : formatIp4(four[i]!);
      return `${side(b.src4, b.src6)}:${b.srcPort[i]} > ${side(b.dst4, b.dst6)}:${b.dstPort[i]} ${b.protocol[i]}`;
    }),
  );
}

function notRead(...frames: readonly Uint8Array[]): string[] {
  const sink = readWith(capture, forgePcap(frames.map((frame): ForgedPacket => [T, frame])));
  return sink.accounts.filter((a) => a.state !== 'read').map((a) => a.reason);
}

const four = forgeIp(TO, { protocol: 17, payload: UDP });
const SEEN = '198.51.100.7:4000 > 192.0.2.1:53 17';
const SEEN6 = '2001:db8::7:4000 > 2001:db8:1::1:53 17';

describe('VLAN tags', () => {
  it.each([
    ['one', [[0x8100, 10]]],
    [
      'provider and customer',
      [
        [0x88a8, 10],
        [0x8100, 20],
      ],
    ],
    [
      'two of the old kind',
      [
        [0x9100, 10],
        [0x8100, 20],
      ],
    ],
    [
      'four',
      [
        [0x8100, 1],
        [0x8100, 2],
        [0x8100, 3],
        [0x8100, 4],
      ],
    ],
  ] as const)('%s do not hide a packet', (_, tags) => {
    expect(flows(forgeFrame(0x0800, four, tags))).toEqual([SEEN]);
  });

  it('beyond four are set aside, not read as something else', () => {
    const tags = Array.from({ length: 5 }, (): [number, number] => [0x8100, 1]);
    expect(flows(forgeFrame(0x0800, four, tags))).toEqual([]);
    expect(notRead(forgeFrame(0x0800, four, tags))).toEqual(['Ethernet frames of another kind']);
  });

  it('that end the frame are said to be cut', () => {
    expect(notRead(forgeFrame(0x8100, Buffer.alloc(2)))).toEqual(['packet cut short']);
  });
});

/** An extension header of 8 bytes and more: next header, length in units of 8 bytes beyond the first. */
const extension = (next: number, units = 0): Buffer =>
  Buffer.concat([Buffer.from([next, units]), Buffer.alloc(6 + units * 8)]);
const six = (protocol: number, payload: Uint8Array): Buffer =>
  forgeFrame(0x86dd, forgeIp(SIX, { protocol, payload }));
const fragment = (field: number): Buffer => Buffer.from([17, 0, field >> 8, field & 255, 0, 0, 0, 1]);

describe('IPv6 extension headers', () => {
  it.each([
    ['hop by hop', six(0, Buffer.concat([extension(17), UDP]))],
    ['routing, long', six(43, Buffer.concat([extension(17, 3), UDP]))],
    ['destination options behind hop by hop', six(0, Buffer.concat([extension(60), extension(17, 1), UDP]))],
    ['authentication', six(51, Buffer.concat([Buffer.from([17, 4]), Buffer.alloc(22), UDP]))],
    ['an only fragment', six(44, Buffer.concat([fragment(0), UDP]))],
    ['a first fragment', six(44, Buffer.concat([fragment(1), UDP]))],
  ])('%s are stepped over', (_, frame) => {
    expect(flows(frame)).toEqual([SEEN6]);
  });

  it('set later fragments aside', () => {
    expect(notRead(six(44, Buffer.concat([fragment(8), UDP])))).toEqual(['later IP fragments']);
  });

  it.each([
    ['longer than the packet', six(0, Buffer.concat([Buffer.from([17, 255]), Buffer.alloc(14)]))],
    ['without end', six(0, Buffer.concat(Array.from({ length: 40 }, () => extension(0))))],
  ])('%s give no ports', (_, frame) => {
    expect(flows(frame).every((flow) => flow.includes(':0 > '))).toBe(true);
  });
});

describe('IPv4 headers', () => {
  it('with options keep the ports in their place', () => {
    const packet = Buffer.concat([four.subarray(0, 20), Buffer.alloc(8, 1), four.subarray(20)]);
    packet[0] = 0x47;
    packet.writeUInt16BE(packet.length, 2);
    expect(flows(forgeFrame(0x0800, packet))).toEqual([SEEN]);
  });

  it.each([
    ['total length 0 (offloaded)', 0, SEEN],
    ['total length of the header alone', 20, '198.51.100.7:0 > 192.0.2.1:0 17'],
    ['total length below the header', 5, '198.51.100.7:0 > 192.0.2.1:0 17'],
    ['total length beyond the frame', 65_535, SEEN],
  ])('%s', (_, length, flow) => {
    const packet = Buffer.from(four);
    packet.writeUInt16BE(length, 2);
    expect(flows(forgeFrame(0x0800, packet))).toEqual([flow]);
  });

  it.each([0x40, 0x44, 0x4f])('whose first byte is %i and does not fit are cut short', (first) => {
    const packet = Buffer.from(four.subarray(0, 24));
    packet[0] = first;
    expect(notRead(forgeFrame(0x0800, packet))).toEqual(['packet cut short']);
  });

  it('of later fragments are set aside, of the first are read', () => {
    const later = forgeFrame(0x0800, forgeIp(TO, { protocol: 17, payload: UDP, fragment: 0x2001 }));
    const first = forgeFrame(0x0800, forgeIp(TO, { protocol: 17, payload: UDP, fragment: 0x2000 }));
    expect(notRead(later)).toEqual(['later IP fragments']);
    expect(flows(first)).toEqual([SEEN]);
  });
});

describe('frames cut by the capture', () => {
  it('at any byte never throw and add up', () => {
    const frame = six(0, Buffer.concat([extension(60), extension(17), UDP]));
    for (let cut = 0; cut <= frame.length; cut += 1)
      expect(flows(frame.subarray(0, cut)).length).toBeLessThanOrEqual(1);
    const other = forgeFrame(0x0800, four, [[0x88a8, 1]]);
    for (let cut = 0; cut <= other.length; cut += 1)
      expect(flows(other.subarray(0, cut)).length).toBeLessThanOrEqual(1);
  });
});

describe('pcapng blocks that lie', () => {
  const good = forgePcapng([[T, forgeFrame(0x0800, four)]]);
  const section = good.subarray(0, good.readUInt32LE(4));
  const on = good.subarray(section.length, section.length + good.readUInt32LE(section.length + 4));

  it.each([
    ['a total of 0', 0, 'capture damaged'],
    ['a total of 8', 8, 'capture damaged'],
    ['a total that is odd', 33, 'capture damaged'],
    ['a total beyond the file', 4000, 'capture cut short'],
    ['a total beyond all reason', 0xfffffffc, 'capture damaged'],
  ])('with %s', (_, size, reason) => {
    const block = forgeBlock(6, Buffer.alloc(40));
    block.writeUInt32LE(size, 4);
    const bytes = Buffer.concat([section, on, block]);
    const sink = readWith(capture, bytes);
    expect(sink.bytes()).toBe(bytes.length);
    expect(sink.accounts.map((a) => a.reason)).toContain(reason);
  });

  it.each([
    ['an interface that is not there', 7, 4],
    ['a length beyond the block', 0, 4000],
    ['a length of four thousand million', 0, 0xffffffff],
  ])('with %s give no packet', (_, face, length) => {
    const body = Buffer.alloc(40);
    body.writeUInt32LE(face, 0);
    body.writeUInt32LE(length, 12);
    const bytes = Buffer.concat([section, on, forgeBlock(6, body)]);
    const sink = readWith(capture, bytes);
    expect(sink.batches).toEqual([]);
    expect(sink.accounts.map((a) => a.reason)).toContain('packet without interface or too long');
  });

  it('never throw and add up, whatever byte is changed', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.nat(255),
        fc.integer({ min: 1, max: 70 }),
        (at, value, chunk) => {
          const bytes = Buffer.from(good);
          bytes[at] = value;
          const sink = readWith(capture, bytes, { chunk });
          expect(sink.bytes()).toBe(bytes.length);
          expect(sink.accounts).toEqual(readWith(capture, bytes).accounts);
        },
      ),
      { numRuns: 300 },
    );
  });
});
