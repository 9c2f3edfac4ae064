import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, parseIp4 } from '../../../base/ip.ts';
import { forgeV5 } from '../../kit/netflow/forge.ts';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
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
const CLIENT = '198.51.100.7';
const SERVER = '192.0.2.1';
const SIX = { src: '20010db8000000000000000000000007', dst: '20010db8000100000000000000000001' };
const TO = { src: CLIENT, dst: SERVER };
const BACK = { src: SERVER, dst: CLIENT };

function tcp(ends: typeof TO, payload: string, [sequence, flags]: [number, number] = [1, 0x18]): Buffer {
  const ports = ends === TO ? { srcPort: 51_000, dstPort: 80 } : { srcPort: 80, dstPort: 51_000 };
  return forgeFrame(
    0x0800,
    forgeIp(ends, { protocol: 6, payload: forgeTcp({ ...ports, sequence, flags }, payload) }),
  );
}

function rows(sink: RecordingSink): (string | number)[][] {
  return sink.batches.flatMap((b) =>
    Array.from({ length: b.length }, (_, i) => {
      const v6 = b.v6[i] === 1;
      const src = v6 ? (b.src6[i * 2]! >> 32n).toString(16) : formatIp4(b.src4[i]!);
      return [b.exporter, src, b.protocol[i]!, b.srcPort[i]!, b.dstPort[i]!, b.packets[i]!, b.first[i]!];
    }),
  );
}

function asides(sink: RecordingSink): string[] {
  return sink.accounts.filter((a) => a.state !== 'read').map((a) => `${a.state}: ${a.reason}`);
}

const GRE = forgeIp(TO, { protocol: 47, payload: Buffer.alloc(24) });

describe('file forms', () => {
  const packets: ForgedPacket[] = [
    [T, forgeFrame(0x0800, GRE)],
    [T + 1500, forgeFrame(0x0800, GRE)],
  ];
  it.each([
    ['pcap, little-endian', forgePcap(packets)],
    ['pcap, big-endian, nanoseconds', forgePcap(packets, { little: false, nano: true })],
    ['pcapng, little-endian', forgePcapng(packets)],
    ['pcapng, big-endian', forgePcapng(packets, { little: false })],
  ])('%s', (_name, file) => {
    expect(capture.recognise(headOf(file))).toBe(1);
    const sink = readWith(capture, file);
    expect(rows(sink)).toEqual([['sensor:capture', CLIENT, 47, 0, 0, 2, T]]);
    expect(sink.batches[0]!.last[0]).toBe(T + 1500);
    expect(sink.batches[0]!.bytes[0]).toBe(88);
    expect(sink.bytes('read')).toBe(file.length);
  });

  it('names pcapng blocks that it sets aside', () => {
    const file = Buffer.concat([
      forgePcapng(packets),
      forgeBlock(10, Buffer.alloc(8)),
      forgeBlock(4, Buffer.alloc(4)),
    ]);
    expect(asides(readWith(capture, file))).toEqual([
      'set-aside: pcapng decryption secrets',
      'set-aside: pcapng name resolution',
    ]);
  });

  it('says when the last packet is cut short, and where damage begins', () => {
    const cut = forgePcap(packets).subarray(0, -10);
    expect(asides(readWith(capture, cut))).toEqual(['failed: capture cut short']);
    const damaged = Buffer.concat([forgePcap(packets), Buffer.alloc(40, 0xff)]);
    const sink = readWith(capture, damaged);
    expect(asides(sink)).toEqual(['failed: capture damaged']);
    expect(sink.bytes('failed')).toBe(40);
  });

  it('is not recognised in other bytes', () => {
    expect(capture.recognise(headOf(Buffer.from('Oct 20 02:13:00 router: %SYS-5-CONFIG_I')))).toBe(0);
  });
});

describe('link and network layers', () => {
  const six = forgeIp(SIX, { protocol: 17, payload: forgeUdp(500, 500, Buffer.alloc(4)) });
  const cooked = (size: number, at: number): Buffer => {
    const head = Buffer.alloc(size);
    head.writeUInt16BE(0x0800, at);
    return Buffer.concat([head, GRE]);
  };
  it.each([
    ['VLAN', 1, forgeFrame(0x0800, GRE, [[0x8100, 7]]), [CLIENT, 47, 0, 0]],
    [
      'QinQ',
      1,
      forgeFrame(0x0800, GRE, [
        [0x88a8, 7],
        [0x8100, 8],
      ]),
      [CLIENT, 47, 0, 0],
    ],
    ['IPv6', 1, forgeFrame(0x86dd, six), ['20010db8', 17, 500, 500]],
    ['raw IP', 101, GRE, [CLIENT, 47, 0, 0]],
    ['loopback', 0, Buffer.concat([Buffer.from([2, 0, 0, 0]), GRE]), [CLIENT, 47, 0, 0]],
    ['Linux cooked v1', 113, cooked(16, 14), [CLIENT, 47, 0, 0]],
    ['Linux cooked v2', 276, cooked(20, 0), [CLIENT, 47, 0, 0]],
  ])('%s', (_name, link, bytes, expected) => {
    const sink = readWith(capture, forgePcap([[T, bytes]], { link }));
    expect(rows(sink).map((row) => row.slice(1, 5))).toEqual([expected]);
  });

  it('names what it sets aside: ARP, LLDP, later fragments', () => {
    const later = forgeIp(TO, { protocol: 17, payload: Buffer.alloc(40), fragment: 100 });
    const file = forgePcap([
      [T, forgeFrame(0x0806, Buffer.alloc(28))],
      [T, forgeFrame(0x88cc, Buffer.alloc(28))],
      [T, forgeFrame(0x0800, later)],
    ]);
    const sink = readWith(capture, file);
    expect(asides(sink)).toEqual(['set-aside: ARP', 'set-aside: LLDP', 'set-aside: later IP fragments']);
  });

  it('ends a flow after five minutes of silence', () => {
    const file = forgePcap([
      [T, forgeFrame(0x0800, GRE)],
      [T + 300_001, forgeFrame(0x0800, GRE)],
    ]);
    expect(rows(readWith(capture, file)).map((row) => row[6])).toEqual([T, T + 300_001]);
  });
});

describe('NetFlow inside', () => {
  const flow = { src: parseIp4(CLIENT), dst: parseIp4(SERVER), srcPort: 51_000, dstPort: 22, protocol: 6 };
  const datagram = forgeV5({ seconds: T / 1000, uptime: 9000 }, [
    { ...flow, packets: 1, bytes: 60, first: 8000, last: 9000 },
  ]);
  const ends = { src: '10.0.0.1', dst: '10.0.9.9' };
  const packet = forgeFrame(
    0x0800,
    forgeIp(ends, { protocol: 17, payload: forgeUdp(40_000, 2055, datagram) }),
  );

  it('is decoded, whatever its port; the sender is the exporter, the place is that of the record', () => {
    const sink = readWith(capture, forgePcap([[T, packet]]));
    expect(rows(sink)).toEqual([['10.0.0.1', CLIENT, 6, 51_000, 22, 1, T - 1000]]);
    expect(sink.batches[0]!.offset[0]).toBe(24 + 16 + 14 + 20 + 8 + 24);
  });

  it('that the capture cut short is said to be so', () => {
    const sink = readWith(capture, forgePcap([[T, packet.subarray(0, 90)]]));
    expect(asides(sink)).toEqual(['not-understood: NetFlow datagram cut by the capture']);
  });
});

describe('HTTP', () => {
  const request =
    'POST /%2577eb?password=hunter2&x=1 HTTP/1.1\r\nHost: a\r\nUser-Agent: curl/8\r\nContent-Length: 40\r\n\r\n';
  const body = 'username bob secret cleartext-value-x end';
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"token":"z"';

  it('joins request and answer over several segments and hides secrets', () => {
    const first = request.length + 10;
    const file = forgePcap([
      [T, tcp(TO, request + body.slice(0, 10), [1, 0x18])],
      [T + 1, tcp(TO, body.slice(10), [1 + first, 0x18])],
      [T + 1, tcp(TO, body.slice(10), [1 + first, 0x18])],
      [T + 2, tcp(BACK, answer, [500, 0x18])],
      [T + 3, tcp(BACK, '', [500 + answer.length, 0x11])],
    ]);
    const [record, ...more] = readWith(capture, file).of('http');
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      origin: `addr:${SERVER}`,
      at: T,
      client: CLIENT,
      server: SERVER,
      serverPort: 80,
      method: 'POST',
      uri: '/%2577eb?password=[secret]&x=1',
      status: 200,
      userAgent: 'curl/8',
      requestBody: 'username bob secret [secret] en',
      responseBody: '{"token":"[secret]"',
      ref: { byte: 24 },
    });
  });

  it('keeps a request without an answer', () => {
    const [record] = readWith(capture, forgePcap([[T, tcp(TO, 'GET / HTTP/1.1\r\n\r\n')]])).of('http');
    expect(record).toMatchObject({
      method: 'GET',
      uri: '/',
      status: null,
      requestBody: null,
      responseBody: null,
    });
  });

  it('gives two records for two requests on one connection', () => {
    const one = 'GET /a HTTP/1.1\r\n\r\n';
    const file = forgePcap([
      [T, tcp(TO, one, [1, 0x18])],
      [T, tcp(BACK, 'HTTP/1.1 404 Not Found\r\n\r\n', [1, 0x18])],
      [T, tcp(TO, 'GET /b HTTP/1.1\r\n\r\n', [1 + one.length, 0x18])],
    ]);
    expect(
      readWith(capture, file)
        .of('http')
        .map((r) => [r.uri, r.status]),
    ).toEqual([
      ['/a', 404],
      ['/b', null],
    ]);
  });
});

describe('hostile captures', () => {
  const sample = forgePcapng([
    [T, tcp(TO, 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n')],
    [T, forgeFrame(0x86dd, forgeIp(SIX, { protocol: 0, payload: Buffer.alloc(40) }))],
  ]);
  const changed = (file: Buffer): fc.Arbitrary<Buffer> =>
    fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 12 }).map((edits) => {
      const out = Buffer.from(file);
      for (const [at, value] of edits) out[at] = value;
      return out;
    });

  it('never throw, and every byte is accounted for, however the file is cut into chunks', () => {
    const any = fc.oneof(
      changed(sample),
      changed(forgePcap([[T, forgeFrame(0x0800, GRE)]])),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 70 }), (bytes, chunk) => {
        const whole = readWith(capture, bytes);
        const parts = readWith(capture, bytes, { chunk });
        expect(whole.bytes()).toBe(bytes.length);
        expect(parts.accounts).toEqual(whole.accounts);
        expect(rows(parts)).toEqual(rows(whole));
      }),
    );
  });
});

describe('samples', () => {
  const folder = fileURLToPath(new URL('samples/', import.meta.url));
  it.each(readdirSync(folder).filter((name) => name.includes('pcap')))('%s is read whole', (name) => {
    const bytes = new Uint8Array(readFileSync(folder + name));
    expect(capture.recognise(headOf(bytes))).toBe(1);
    expect(readWith(capture, bytes).bytes('read')).toBe(bytes.length);
  });
});

const REAL = fileURLToPath(
  new URL(
    '../../../../../shared/data/samples/telemetry/cisco-web-ui-exploit/fox-it-cisco-cve-2023-20198-auth-bypass-wsma-config.pcap',
    import.meta.url,
  ),
);

describe('real captures', () => {
  it.skipIf(!existsSync(REAL))(
    'show the exploit of CVE-2023-20198 with its answer, secrets hidden (corpus)',
    () => {
      const [record, ...more] = readWith(capture, new Uint8Array(readFileSync(REAL))).of('http');
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        method: 'POST',
        uri: '/%2577ebui_wsma_Http',
        status: 200,
        origin: 'addr:10.10.1.42',
      });
      expect(record!.requestBody).toContain('username cisco_support privilege 15');
      expect(record!.responseBody).toContain('success="1"');
      expect(JSON.stringify(record)).not.toContain('kusjesvan');
    },
  );
});
