import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { type ForgedPacket, forgeFrame, forgeIp, forgePcap, forgeTcp } from './forge.ts';
import { capture } from './source.ts';

const T = Date.UTC(2026, 9, 20, 2, 13);
const TO = { src: '198.51.100.7', dst: '192.0.2.1' };
const BACK = { src: TO.dst, dst: TO.src };

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
