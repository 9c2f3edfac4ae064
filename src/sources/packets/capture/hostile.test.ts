import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, formatIp6 } from '../../../base/ip.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import {
  type ForgedPacket,
  forgeBlock,
  forgeFrame,
  forgeIp,
  forgePcap,
  forgePcapng,
  forgeTcp,
  forgeUdp,
} from './forge.ts';
import { capture } from './source.ts';

const T = Date.UTC(2026, 9, 20, 2, 13);
const TO = { src: '198.51.100.7', dst: '192.0.2.1' };
const BACK = { src: TO.dst, dst: TO.src };
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

type Step = readonly [ends: typeof TO, sequence: number, payload: string, flags?: number];

function http(...steps: readonly Step[]): RecordingSink {
  const packets = steps.map(([ends, sequence, payload, flags = 0x18], i): ForgedPacket => {
    const ports = ends === TO ? { srcPort: 51_000, dstPort: 80 } : { srcPort: 80, dstPort: 51_000 };
    return [
      T + i,
      forgeFrame(
        0x0800,
        forgeIp(ends, { protocol: 6, payload: forgeTcp({ ...ports, sequence, flags }, payload) }),
      ),
    ];
  });
  return readWith(capture, forgePcap(packets));
}

const POST = 'POST /webui HTTP/1.1\r\nHost: r1\r\nContent-Length: 12\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n';

describe('HTTP in pieces', () => {
  it.each<[string, Step[]]>([
    [
      'body behind the head',
      [
        [TO, 1, POST],
        [TO, 1 + POST.length, 'abcdefghijkl'],
      ],
    ],
    [
      'body in three',
      [
        [TO, 1, POST],
        [TO, 1 + POST.length, 'abcd'],
        [TO, 5 + POST.length, 'efgh'],
        [TO, 9 + POST.length, 'ijkl'],
      ],
    ],
    [
      'a piece that came twice',
      [
        [TO, 1, POST],
        [TO, 1 + POST.length, 'abcdef'],
        [TO, 1 + POST.length, 'abcdef'],
        [TO, 7 + POST.length, 'ghijkl'],
      ],
    ],
    [
      'a head that came twice',
      [
        [TO, 1, POST],
        [TO, 1, POST],
        [TO, 1 + POST.length, 'abcdefghijkl'],
      ],
    ],
    [
      'over the end of the sequence numbers',
      [
        [TO, 4_294_967_296 - POST.length - 4, POST],
        [TO, 4_294_967_292, 'abcdef'],
        [TO, 2, 'ghijkl'],
      ],
    ],
    [
      'more than was announced',
      [
        [TO, 1, POST],
        [TO, 1 + POST.length, 'abcdefghijklEVIL'],
      ],
    ],
  ])('%s is one request', (_, steps) => {
    const found = http(...steps, [BACK, 1, OK + 'good']).of('http');
    expect(found).toMatchObject([
      { method: 'POST', uri: '/webui', status: 200, requestBody: 'abcdefghijkl', responseBody: 'good' },
    ]);
  });

  const ALL = `${POST}abcdefghijkl`;
  const pieces = (...cuts: number[]): Step[] =>
    [0, ...cuts].map((from, i): Step => [TO, 1 + from, ALL.slice(from, [...cuts, ALL.length][i])]);

  it.each<[string, Step[]]>([
    ['inside its method', pieces(2)],
    ['inside its path', pieces(9)],
    ['inside its headers', pieces(30)],
    ['inside the empty line', pieces(POST.length - 2)],
    ['byte by byte', pieces(...Array.from({ length: ALL.length - 1 }, (_, i) => i + 1))],
    ['with a piece that came twice', [...pieces(9).slice(0, 1), ...pieces(9)]],
    ['with empty answers between', pieces(9, 20).flatMap((step): Step[] => [step, [BACK, 1, '', 0x10]])],
  ])('a request cut %s is the same request', (_, steps) => {
    const found = http(...steps, [BACK, 1, `${OK}good`]).of('http');
    expect(found).toMatchObject([
      {
        method: 'POST',
        uri: '/webui',
        status: 200,
        requestBody: 'abcdefghijkl',
        responseBody: 'good',
        at: T,
      },
    ]);
  });

  it('an answer cut in its head is the same answer', () => {
    const get = 'GET / HTTP/1.1\r\n\r\n';
    expect(
      http([TO, 1, get], [BACK, 1, OK.slice(0, 11)], [BACK, 12, `${OK.slice(11)}good`]).of('http'),
    ).toMatchObject([{ status: 200, responseBody: 'good' }]);
  });

  it.each<[string, Step[]]>([
    ['the capture ends', []],
    ['the client goes on elsewhere', [[TO, 5000, 'later']]],
    ['the client leaves', [[TO, 40, '', 0x11]]],
    ['the server answers', [[BACK, 1, 'HTTP/1.1 400 Bad\r\n\r\n']]],
  ])('a request whose head never ends is told when %s', (_, steps) => {
    expect(http([TO, 1, 'GET /never HTTP/1.1\r\nHost: r1\r\n'], ...steps).of('http')).toMatchObject([
      { uri: '/never', method: 'GET' },
    ]);
  });

  it('a thousand and more heads that never end lose no request', () => {
    const packets = Array.from({ length: 1500 }, (_, i): ForgedPacket => {
      const payload = forgeTcp({ srcPort: 2000 + i, dstPort: 80 }, `GET /${i} HTTP/1.1\r\n`);
      return [T + i, forgeFrame(0x0800, forgeIp(TO, { protocol: 6, payload }))];
    });
    const sink = readWith(capture, forgePcap(packets));
    expect(new Set(sink.of('http').map((record) => record.uri)).size).toBe(1500);
  });

  it('a new connection on the same ports is a new request, whatever number it begins with', () => {
    const get = (path: string): string => `GET ${path} HTTP/1.1\r\n\r\n`;
    const found = http([TO, 4_000_000_000, get('/one')], [TO, 99, '', 2], [TO, 100, get('/two')]).of('http');
    expect(found.map((record) => record.uri)).toEqual(['/one', '/two']);
  });

  it('a request behind the end of the sequence numbers is not taken for one that came twice', () => {
    const get = (path: string): string => `GET ${path} HTTP/1.1\r\n\r\n`;
    const start = 4_294_967_296 - get('/one').length - 5;
    const found = http([TO, start, get('/one')], [TO, 20, get('/two')]).of('http');
    expect(found.map((record) => record.uri)).toEqual(['/one', '/two']);
  });

  it('an answer that nobody asked for is none', () => {
    expect(http([BACK, 1, OK]).of('http')).toEqual([]);
  });

  it('show no secret that the request carries', () => {
    const body = 'user=a&password=Xq7synth&next=1';
    const head = `POST /login?token=Xq7synth HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n`;
    const found = http([TO, 1, head + body]).of('http');
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('Xq7synth');
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
