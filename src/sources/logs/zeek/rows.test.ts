import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, parseIp6 } from '../../../base/ip.ts';
import { formatInstant } from '../../../base/time.ts';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { timeOf } from './cells.ts';
import { zeek } from './source.ts';

const BASE = {
  ts: 1792461187.25,
  uid: 'CSynthetic',
  'id.orig_h': '198.51.100.77',
  'id.orig_p': 40112,
  'id.resp_h': '10.250.10.2',
  'id.resp_p': 443,
  proto: 'tcp',
  conn_state: 'SF',
};
const json = (more: object, base: object = BASE): string => `${JSON.stringify({ ...base, ...more })}\n`;
const first = (more: object): RecordingSink['batches'][number] | undefined =>
  readWith(zeek, json(more)).batches[0];
const stateOf = (sink: RecordingSink): string[] =>
  sink.accounts.map(({ state, reason }) => `${state} ${reason}`);

const CONN_FIELDS = 'ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tduration\torig_bytes';
const HTTP_FIELDS =
  'ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\ttrans_depth\tmethod\turi\tstatus_code';
const header = (path: string | null, fields: string): string =>
  `#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n${
    path === null ? '' : `#path\t${path}\n`
  }#fields\t${fields}\n`;
const ENDS = '1792461187.25\tC1\t198.51.100.77\t40112\t10.250.10.2\t443';

describe('times', () => {
  it.each([
    ['seconds with a fraction', '1792461187.257', '2026-10-20T01:53:07.257Z'],
    ['seconds in powers of ten', '1.792461187e+9', '2026-10-20T01:53:07Z'],
    ['milliseconds, as JSON::TS_MILLIS writes', '1792461187257', '2026-10-20T01:53:07.257Z'],
    ['ISO 8601 with microseconds', '2026-10-20T01:53:07.257123Z', '2026-10-20T01:53:07.257Z'],
    ['ISO 8601 with an offset', '2026-10-20T03:53:07+02:00', '2026-10-20T01:53:07Z'],
  ])('are read from %s', (_, text, expected) => {
    expect(formatInstant(timeOf(text) ?? Number.NaN)).toBe(expected);
  });

  it.each([
    ['the start of a trace', '147.02', null],
    ['the first second of all', '0.000000', null],
    ['a number beyond all calendars', '1e60', null],
    ['nothing', null, undefined],
    ['words', 'yesterday', undefined],
    ['a negative number', '-5', undefined],
    ['hexadecimal', '0x6AD5', undefined],
    ['a date that does not exist', '2026-02-30T00:00:00Z', undefined],
  ])('are not made up from %s', (_, text, expected) => expect(timeOf(text)).toBe(expected));
});

describe('a connection in JSON', () => {
  it.each([
    ['tcp', 6],
    ['udp', 17],
    ['icmp', 1],
    ['unknown_transport', 255],
    ['constructor', 255],
    ['__proto__', 255],
    ['TCP/evil', 255],
  ])('of protocol %s has number %i', (proto, number) => {
    expect(first({ proto })?.protocol[0]).toBe(number);
  });

  it('of ICMP over IPv6 is ICMPv6 with type and code', () => {
    const batch = first({
      proto: 'icmp',
      'id.orig_h': 'fe80::1',
      'id.orig_p': 135,
      'id.resp_h': 'ff02::1:ff00:1',
      'id.resp_p': 136,
    });
    expect([batch?.protocol[0], batch?.srcPort[0], batch?.dstPort[0]]).toEqual([58, 0, 135 * 256 + 136]);
  });

  it.each([
    ['nested objects', { id: { orig_h: '198.51.100.77', orig_p: 1, resp_h: '10.0.0.1', resp_p: 22 } }],
    ['flat names', { id_orig_h: '198.51.100.77', id_orig_p: 1, id_resp_h: '10.0.0.1', id_resp_p: 22 }],
  ])('may have its ends as %s', (_, ends) => {
    const sink = readWith(zeek, json({ ...ends, _path: 'conn' }, { ts: 1792461187, uid: 'C', proto: 'tcp' }));
    expect(formatIp4(sink.batches[0]?.dst4[0] ?? 0)).toBe('10.0.0.1');
    expect(sink.batches[0]?.dstPort[0]).toBe(22);
  });

  it('puts an IPv4-mapped end among IPv4, and a mixed pair among IPv6', () => {
    const mapped = first({ 'id.orig_h': '::ffff:198.51.100.77' });
    expect([mapped?.v6[0], formatIp4(mapped?.src4[0] ?? 0)]).toEqual([0, '198.51.100.77']);
    const mixed = first({ 'id.orig_h': '2001:db8::1' });
    expect(mixed?.v6[0]).toBe(1);
    expect(((mixed?.dst6[0] ?? 0n) << 64n) | (mixed?.dst6[1] ?? 0n)).toBe(parseIp6('::ffff:10.250.10.2'));
  });

  it.each([
    ['address missing', { 'id.orig_h': null }],
    ['address an array', { 'id.resp_h': ['10.0.0.1'] }],
    ['address a name', { 'id.orig_h': 'host.example' }],
    ['port too large', { 'id.resp_p': 65_536 }],
    ['port negative', { 'id.orig_p': -1 }],
    ['port a fraction', { 'id.resp_p': 22.5 }],
    ['protocol an object', { proto: {} }],
    ['time a truth value', { ts: true }],
  ])('that has its %s is not understood, for flows', (_, more) => {
    const sink = readWith(zeek, json({ _path: 'conn', ...more }));
    expect(sink.batches).toEqual([]);
    expect(stateOf(sink)).toEqual(['not-understood conn row without ends or time']);
    expect(sink.unreadLines).toEqual([{ origin: 'sensor:zeek', kind: 'flow' }]);
  });

  it.each([
    ['absurd durations', { duration: 1e60 }],
    ['durations of centuries', { duration: 1e12 }],
    ['negative durations', { duration: -4 }],
    ['durations as lists', { duration: [1] }],
  ])('with %s ends at a time that can be shown', (_, more) => {
    const batch = first(more);
    expect(batch?.first[0]).toBe(1792461187250);
    expect(() => formatInstant(batch?.last[0] ?? Number.NaN)).not.toThrow();
    expect((batch?.last[0] ?? 0) - (batch?.first[0] ?? 0)).toBeLessThan(400 * 86_400_000);
  });

  it('counts bytes beyond 32 bits', () => {
    expect(first({ orig_bytes: 5_000_000_000, resp_bytes: 1 })?.bytes[0]).toBe(5_000_000_001);
  });
});

describe('hostile JSON', () => {
  it('may be nested as deeply as a line is long', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const row = json({ _path: 'http', uri: '/x', method: 'GET' }).replace(/}\n$/, `,"x":${deep}}\n`);
    const scanner = { scan: (_: unknown, __: unknown, found: (hit: never) => void) => found(HIT as never) };
    const sink = readWith(zeek, `${row}${row.replace('"http"', '"dns"')}${json({})}`, { scanner });
    expect(sink.bytes()).toBe(row.length * 2 - 1 + json({}).length);
    expect(sink.batches[0]?.length).toBe(1);
  });

  it.each(['{', '{"ts":1', '{"ts":1}}', '{"a":1}', '{"ts":"NaN"', '{]'])('%s is a broken row', (line) => {
    expect(stateOf(readWith(zeek, `${line}\n`))).toEqual(['not-understood broken row']);
  });

  it('that breaks off is told of the log that stood before it', () => {
    const cut = json({}).slice(0, 40);
    expect(readWith(zeek, `${json({})}${cut}`).unreadLines).toEqual([
      { origin: 'sensor:zeek', kind: 'flow' },
    ]);
    const http = json({ method: 'GET', uri: '/' });
    expect(readWith(zeek, `${http.replace('conn_state', 'x')}{"ts":`).unreadLines).toEqual([
      { origin: 'sensor:zeek', kind: 'http' },
    ]);
  });

  it('above the longest line is told of the log at hand', () => {
    const long = json({ service: 'x'.repeat(300_000) });
    const sink = readWith(zeek, `${json({})}${long}${json({})}`);
    expect(sink.batches[0]?.length).toBe(2);
    expect(sink.unreadLines).toEqual([{ origin: 'sensor:zeek', kind: 'flow' }]);
    expect(sink.accounts.find((a) => a.reason === 'line too long')?.bytes).toBe(long.length);
  });

  const HIT = { value: 'host.example', valueType: 'domain', near: false, start: 0, end: 1 };
});

describe('text form', () => {
  it('changes with the header in the middle of a file', () => {
    const text = [
      `${header('conn', CONN_FIELDS)}${ENDS}\ttcp\t1.5\t10\n`,
      `#close\t2026-10-20-02-00-00\n${header('http', HTTP_FIELDS)}${ENDS}\t1\tGET\t/a\t200\n`,
      `#fields\tuid\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\n#path\tconn\n`,
      'C2\t1792461188\t203.0.113.5\t1\t10.250.10.2\t22\ttcp\n',
    ].join('');
    const sink = readWith(zeek, text);
    expect(sink.of('http').map((r) => r.uri)).toEqual(['/a']);
    expect([...(sink.batches[0]?.dstPort ?? [])]).toEqual([443, 22]);
    expect(sink.bytes('not-understood')).toBe(0);
  });

  it('is known by its fields when nobody left the line with the name of the log', () => {
    const conn = readWith(zeek, `${header(null, `${CONN_FIELDS}\tconn_state`)}${ENDS}\ttcp\t1\t10\tSF\n`);
    expect(conn.batches[0]?.length).toBe(1);
    const http = readWith(zeek, `${header(null, HTTP_FIELDS)}${ENDS}\t1\tGET\t/a\t200\n`);
    expect(http.of('http')).toHaveLength(1);
  });

  it('names logs of other scripts and unknown names, and shows no control characters of them', () => {
    const text = `${header('co\u001b[2Jnn', CONN_FIELDS)}${ENDS}\ttcp\t1\t10\n`;
    expect(stateOf(readWith(zeek, text))).toContain('set-aside zeek co\\u001b[2Jnn: not read yet');
  });

  it('of a rotated file without rows is a header and no more', () => {
    const sink = readWith(zeek, `${header('conn', CONN_FIELDS)}#close\t2026-10-20-02-00-00\n`);
    expect(stateOf(sink)).toEqual(['read header']);
    expect(zeek.recognise(headOf(Buffer.from(header('conn', CONN_FIELDS))))).toBe(1);
  });

  it.each([
    ['unset', '-', null],
    ['empty', '(empty)', ''],
    ['a tab that was escaped', '/a\\x09b', '/a b'],
    ['a line end that was escaped', '/a\\x0ab', '/a\\u000ab'],
    ['an escape sequence', '/\\x1b[2J', '/\\u001b[2J'],
    ['no escape after all', '/a\\xZZ\\x', '/a\\xZZ\\x'],
    ['percent signs, which are not decoded', '/%252e%2e/', '/%252e%2e/'],
    ['letters of another alphabet, byte by byte', '/\\xc3\\xa9', '/é'],
  ])('reads a path that is %s', (_, uri, expected) => {
    const [record] = readWith(zeek, `${header('http', HTTP_FIELDS)}${ENDS}\t1\tGET\t${uri}\t200\n`).of(
      'http',
    );
    expect(record?.uri).toBe(expected ?? '');
  });

  it('keeps separators of its own', () => {
    const text = `#separator \\x7c\n#path|conn\n#fields|${CONN_FIELDS.replaceAll('\t', '|')}\n`;
    const sink = readWith(zeek, `${text}${ENDS.replaceAll('\t', '|')}|tcp|1|10\n`);
    expect(sink.batches[0]?.length).toBe(1);
  });

  it.each([
    ['too few columns', ENDS],
    ['too many columns', `${ENDS}\ttcp\t1\t10\t10`],
    ['a cut line', ENDS.slice(0, 30)],
  ])('does not understand %s', (_, row) => {
    const sink = readWith(zeek, `${header('conn', CONN_FIELDS)}${row}\n`);
    expect(sink.batches).toEqual([]);
    expect(sink.unreadLines).toEqual([{ origin: 'sensor:zeek', kind: 'flow' }]);
  });

  it('ends lines as Windows does, behind a byte order mark too', () => {
    const text = `\ufeff${header('conn', CONN_FIELDS)}${ENDS}\ttcp\t1.5\t10\n`.replaceAll('\n', '\r\n');
    expect(zeek.recognise(headOf(Buffer.from(text)))).toBeGreaterThanOrEqual(0.9);
    expect(readWith(zeek, text).batches[0]?.bytes[0]).toBe(10);
    const marked = Buffer.from(`\ufeff${json({})}`);
    expect(zeek.recognise(headOf(marked))).toBeGreaterThanOrEqual(0.9);
    expect(readWith(zeek, marked).batches[0]?.length).toBe(1);
  });
});

describe('secrets in requests', () => {
  it.each(['password', 'passwd', 'pwd', 'token', 'api_key', 'apikey', 'secret', 'PASSWORD'])(
    'under %s never survive, in either form',
    (name) => {
      const uri = `/login?u=noc&${name}=synthetic-value&next=/`;
      const text = `${header('http', HTTP_FIELDS)}${ENDS}\t1\tGET\t${uri}\t200\n`;
      for (const input of [text, json({ _path: 'http', method: 'GET', uri, password: 'synthetic-value' })]) {
        const sink = readWith(zeek, input);
        expect(sink.of('http')[0]?.uri).toContain('next=/');
        expect(JSON.stringify([sink.records, sink.accounts])).not.toContain('synthetic-value');
      }
    },
  );
});

describe('any row', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('-', '198.51.100.1', '2001:db8::1', 1e308, -0, 1792461187),
  );
  const row = fc.dictionary(
    fc.constantFrom(...Object.keys(BASE), 'uri', 'method', '_path', 'duration'),
    value,
  );

  it('of any types gives records that JSON and clocks can carry', () => {
    fc.assert(
      fc.property(fc.constantFrom('conn', 'http'), row, (_path, more) => {
        const text = json({ ...more, _path });
        const sink = readWith(zeek, text);
        expect(sink.bytes()).toBe(Buffer.byteLength(text));
        for (const record of sink.records) if (record.at !== null) formatInstant(record.at);
        for (const { last } of sink.batches) if (!Number.isNaN(last[0])) formatInstant(last[0] as number);
      }),
    );
  });
});
